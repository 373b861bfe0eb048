using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Experts' loads in whole tiles.</content>
public static partial class Moe
{
    /// <summary>scores_et = the softmax over the experts of x_t·router_eᵀ: what token rounding ranks tokens by.</summary>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The tokens, [T, H].</param>
    /// <param name="router">A row for each expert, [E, H].</param>
    /// <param name="scores">The result, [E, T].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="scores"/> shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ScoresProgram))]
    public static partial void Scores(Device device, DeviceTensor<float> x, DeviceTensor<float> router, DeviceTensor<float> scores);

    /// <summary>Rounds the number of each expert's tokens to a multiple, by leaving out those that it scores least or taking those that it scores most.</summary>
    /// <remarks>
    /// <para>
    /// Token rounding of SonicMoE (Guo et al., 2025, arXiv:2512.14080): no tile of the grouped products is then partly empty, and no padding is
    /// computed. An expert ranks the tokens that chose it first, and after them all others, each by its score; it takes as many from the top as
    /// the rounded number says. Of equal scores the first token is left out or taken.
    /// </para>
    /// <para>
    /// The number is at most the largest multiple up to T. A token may end with more experts than K, or with none. Numbers halfway between two
    /// multiples go to the even one when rounded to the nearest.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="scores">The score of each token for each expert, [E, T].</param>
    /// <param name="experts">The experts that each token chose, [K, T].</param>
    /// <param name="kept">The result, [E, T]: 1 where an expert has a token, else 0.</param>
    /// <param name="multiple">What numbers are rounded to, positive: the rows of a tile.</param>
    /// <param name="rounding">−1 for down, 0 for nearest, 1 for up.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes, the multiple or the rounding do not fit, a tensor is not on the device, or <paramref name="kept"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(RoundProgram))]
    public static partial void Round(
        Device device, DeviceTensor<float> scores, DeviceTensor<int> experts, DeviceTensor<int> kept, int multiple, int rounding);

    internal static void ScoresProgram(
        Global<float> x, Global<float> router, Global<float> scores, [Tune(8, 16, 32, 64)] int BT, [Tune(32, 64)] int BK,
        [Extent(nameof(router), Axis.Rows)] int E)
    {
        Require(x.Batch == 1 && x.Depth == 1 && router.Batch == 1 && router.Depth == 1 && scores.Batch == 1 && scores.Depth == 1);
        Require(x.Cols == router.Cols);
        Require(scores.Rows == router.Rows && scores.Cols == x.Rows);

        foreach (var i in Grid(CeilDiv(x.Rows, BT)))
        {
            var logits = Zeros<float>(E, BT);
            for (var k = 0; k < CeilDiv(x.Cols, BK); k++)
                logits = MmaABt(router.Tiles(E, BK)[0, k], x.Tiles(BT, BK)[i, k], logits);
            var weight = Exp(logits - ColMax(logits));
            scores.Tiles(E, BT)[0, i] = weight / ColSum(weight);
        }
    }

    internal static void RoundProgram(
        Global<float> scores, Global<int> experts, Global<int> kept, int multiple, int rounding,
        [Tune(1, 4, 8)] int BE, [Extent(nameof(scores), Axis.Cols)] int T)
    {
        Require(scores.Batch == 1 && scores.Depth == 1 && experts.Batch == 1 && experts.Depth == 1 && kept.Batch == 1 && kept.Depth == 1);
        Require(scores.Cols == experts.Cols);
        Require(scores.Rows == kept.Rows && scores.Cols == kept.Cols);
        Require(multiple > 0);
        Require(rounding >= -1 && rounding <= 1);

        foreach (var i in Grid(CeilDiv(scores.Rows, BE)))
        {
            var score = scores.Tiles(BE, T)[i, 0];
            var chosen = Zeros<int>(BE, T);
            for (var k = 0; k < experts.Rows; k++)
                chosen = Where(Equal(RowIndex(BE, T) + i * BE, experts.RowVecs(T)[k, 0]), 1, chosen);

            var count = RowSum(chosen);
            var tiles = Cast<int>((Cast<float>(count) + rounding * (multiple - 1) * 0.5f) / multiple);      // to the nearest of what was shifted
            var more = Min(tiles * multiple, scores.Cols / multiple * multiple) - count;
            var taken = Where(more > 0, 0, 1);                      // what is changed: tokens that are not chosen, or those that are
            var sign = Where(more > 0, 1f, -1f);
            for (var step = 0; step < Max(Abs(more)); step++)
            {
                var rank = Where(Equal(chosen, taken), score * sign, float.NegativeInfinity);
                var token = RowMin(Where(Equal(rank, RowMax(rank)), ColIndex(BE, T), scores.Cols));
                chosen = Where(Equal(ColIndex(BE, T), Where(Abs(more) > step, token, -1)), 1 - chosen, chosen);
            }

            kept.Tiles(BE, T)[i, 0] = chosen;
        }
    }
}
