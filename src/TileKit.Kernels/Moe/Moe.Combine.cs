using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>What the experts of a token gave, summed.</content>
public static partial class Moe
{
    /// <summary>o_t = Σ_k weights_kt·y[position_kt]: each token gathers its rows and sums them.</summary>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="y">What the second product gave, a row for each choice, [K·T, H].</param>
    /// <param name="weights">The weight of each choice, [K, T].</param>
    /// <param name="position">The row of each choice, [K, T]; one that <paramref name="y"/> does not have, such as −1, counts as zeros.</param>
    /// <param name="o">The result, [T, H].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(CombineProgram))]
    public static partial void Combine(
        Device device, DeviceTensor<float> y, DeviceTensor<float> weights, DeviceTensor<int> position, DeviceTensor<float> o);

    /// <inheritdoc cref="Combine(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(CombineProgram))]
    public static partial void Combine(
        Device device, DeviceTensor<Half> y, DeviceTensor<float> weights, DeviceTensor<int> position, DeviceTensor<Half> o);

    /// <inheritdoc cref="Combine(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(CombineProgram))]
    public static partial void Combine(
        Device device, DeviceTensor<BFloat16> y, DeviceTensor<float> weights, DeviceTensor<int> position, DeviceTensor<BFloat16> o);

    internal static void CombineProgram<T>(
        Global<T> y, Global<float> weights, Global<int> position, Global<T> o, [Tune(8, 16)] int BM, [Tune(256, 512)] int BN)
        where T : unmanaged
    {
        Require(y.Batch == 1 && y.Depth == 1 && o.Batch == 1 && o.Depth == 1);
        Require(weights.Batch == 1 && weights.Depth == 1 && position.Batch == 1 && position.Depth == 1);
        Require(y.Cols == o.Cols);
        Require(weights.Rows == position.Rows && weights.Cols == position.Cols && weights.Cols == o.Rows);

        foreach (var (i, j) in Grid(o.Tiles(BM, BN)))
        {
            var sum = Zeros<float>(BM, BN);
            for (var k = 0; k < weights.Rows; k++)
                sum += weights.ColVecs(BM)[k, i] * Cast<float>(y.Gather(position.ColVecs(BM)[k, i], BN)[j]);
            o.Tiles(BM, BN)[i, j] = Cast<T>(sum);
        }
    }
}
