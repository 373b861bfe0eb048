using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Which blocks of keys a place attends to.</content>
public static partial class Nsa
{
    /// <summary>Chooses for each place the K blocks with the largest scores: the first block and the last two at the place always, none after it.</summary>
    /// <remarks>The blocks that are always chosen come first; of equal scores the earlier block does. Where there are fewer than K blocks up to the place, −1 marks a choice of none.</remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="scores">The score of each block, [N, T, nb], not NaN.</param>
    /// <param name="selected">The blocks, [N, K, T]; K is 16 in the paper.</param>
    /// <param name="block">The keys of a block, positive.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(SelectProgram))]
    public static partial void Select(
        Device device, DeviceTensor<float> scores, DeviceTensor<int> selected, int block);

    internal static void SelectProgram(
        Global<float> scores, Global<int> selected, int block, [Tune(8, 16, 32)] int BM, [Extent(nameof(scores), Axis.Cols)] int NB)
    {
        Require(scores.Batch == 1 && selected.Batch == 1);
        Require(block > 0);
        Require(scores.Depth == selected.Depth && scores.Rows == selected.Cols);

        foreach (var (n, i) in Grid(scores.Depth, CeilDiv(scores.Rows, BM)))
        {
            var place = RowMax(RowIndex(BM, 1)) + i * BM;
            var from = ColIndex(BM, NB) * block;
            var always = Equal(from, 0) | (from + 2 * block > place);
            var score = Where(always, float.PositiveInfinity, scores[0, n].Tiles(BM, NB)[i, 0]);
            score = Where(from <= place, score, float.NegativeInfinity);
            for (var c = 0; c < selected.Rows; c++)
            {
                var best = RowMax(score);
                var b = RowMin(Where(Equal(score, best), ColIndex(BM, NB), scores.Cols));
                selected[0, n].ColVecs(BM)[c, i] = Where(best > float.NegativeInfinity, b, -1);
                score = Where(Equal(ColIndex(BM, NB), b), float.NegativeInfinity, score);
            }
        }
    }
}
