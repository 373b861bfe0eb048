using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Which experts a token goes to.</content>
public static partial class Moe
{
    /// <summary>Chooses for each token the K experts with the largest logits x·routerᵀ, weighted by the softmax of these K.</summary>
    /// <remarks>
    /// Choices are in descending order of their logits; of equal ones the first expert comes first. A token with a NaN among its logits
    /// gets E, the number of experts, which stands for no expert, and NaN for weights.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The tokens, [T, H].</param>
    /// <param name="router">A row for each expert, [E, H].</param>
    /// <param name="weights">The weights of each token's choices, [K, T] with K at most E.</param>
    /// <param name="experts">The experts it chose, [K, T].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(RouteProgram))]
    public static partial void Route(
        Device device, DeviceTensor<float> x, DeviceTensor<float> router, DeviceTensor<float> weights, DeviceTensor<int> experts);

    /// <inheritdoc cref="Route(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int})"/>
    [TileKernel(nameof(RouteProgram))]
    public static partial void Route(
        Device device, DeviceTensor<Half> x, DeviceTensor<Half> router, DeviceTensor<float> weights, DeviceTensor<int> experts);

    /// <inheritdoc cref="Route(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int})"/>
    [TileKernel(nameof(RouteProgram))]
    public static partial void Route(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> router, DeviceTensor<float> weights, DeviceTensor<int> experts);

    internal static void RouteProgram<T>(
        Global<T> x, Global<T> router, Global<float> weights, Global<int> experts,
        [Tune] int BM, [Tune] int BK, [Extent(nameof(router), Axis.Rows)] int E)
        where T : unmanaged
    {
        Require(x.Batch == 1 && x.Depth == 1 && router.Batch == 1 && router.Depth == 1);
        Require(weights.Batch == 1 && weights.Depth == 1 && experts.Batch == 1 && experts.Depth == 1);
        Require(x.Cols == router.Cols);
        Require(x.Rows == weights.Cols && x.Rows == experts.Cols && weights.Rows == experts.Rows);
        Require(weights.Rows <= router.Rows);

        foreach (var i in Grid(CeilDiv(x.Rows, BM)))
        {
            var logits = Zeros<float>(BM, E);
            for (var k = 0; k < CeilDiv(x.Cols, BK); k++)
                logits = MmaABt(x.Tiles(BM, BK)[i, k], router.Tiles(E, BK)[0, k], logits);

            var largest = RowMax(logits);
            var sum = ColVec.Zeros<float>(BM);
            for (var n = 0; n < weights.Rows; n++)
            {
                var best = RowMax(logits);
                var expert = RowMin(Where(Equal(logits, best), ColIndex(BM, E), router.Rows));
                var weight = Exp(best - largest);
                experts.ColVecs(BM)[n, i] = expert;
                weights.ColVecs(BM)[n, i] = weight;
                sum += weight;
                logits = Where(Equal(ColIndex(BM, E), expert), float.NegativeInfinity, logits);
            }

            for (var n = 0; n < weights.Rows; n++)
                weights.ColVecs(BM)[n, i] = weights.ColVecs(BM)[n, i] / sum;
        }
    }
}
