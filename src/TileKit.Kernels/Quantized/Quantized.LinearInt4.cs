using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Activations in float.</content>
public static partial class Quantized
{
    /// <summary>y = x·w with weights of 4 bits and all arithmetic in float.</summary>
    /// <remarks>
    /// The weights are unpacked in registers, once for each row of <paramref name="x"/>: this is for few rows, as in decoding. A block's products are
    /// added up with the weights as they are stored; scale and zero point meet their sum.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The rows in blocks, [M, K/32, 32]: a tensor [M, K], reshaped.</param>
    /// <param name="weights">The packed weights, [N/128, K/8, 128], N/128 rounded up; see <see cref="Int4Weights"/>.</param>
    /// <param name="scales">The scale of each block, [N/128, K/32, 128].</param>
    /// <param name="y">The result, [M, N].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(LinearInt4Program))]
    public static partial void LinearInt4(
        Device device, DeviceTensor<float> x, DeviceTensor<int> weights, DeviceTensor<float> scales, DeviceTensor<float> y);

    /// <inheritdoc cref="LinearInt4(Device, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(LinearInt4Program))]
    public static partial void LinearInt4(
        Device device, DeviceTensor<float> x, DeviceTensor<int> weights, DeviceTensor<Half> scales, DeviceTensor<float> y);

    /// <inheritdoc cref="LinearInt4(Device, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, DeviceTensor{float})" path="/summary|/remarks|/exception"/>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The rows in blocks, [M, K/32, 32]: a tensor [M, K], reshaped.</param>
    /// <param name="weights">The packed weights, [N/128, K/8, 128], N/128 rounded up; see <see cref="Int4Weights"/>.</param>
    /// <param name="scales">The scale of each block, [N/128, K/32, 128].</param>
    /// <param name="zeroPoints">The bits that stand for zero in each block, [N/128, K/32, 128].</param>
    /// <param name="y">The result, [M, N].</param>
    [TileKernel(nameof(LinearInt4ZeroPointsProgram))]
    public static partial void LinearInt4(
        Device device, DeviceTensor<float> x, DeviceTensor<int> weights, DeviceTensor<float> scales, DeviceTensor<sbyte> zeroPoints, DeviceTensor<float> y);

    internal static void LinearInt4Program<T>(Global<float> x, Global<int> weights, Global<T> scales, Global<float> y, [Tune(8, 32)] int BM)
        where T : unmanaged
        => LinearInt4Core(x, weights, scales, y, (j, b) => RowVec.Ones<float>(Panel) * 8f, BM);

    internal static void LinearInt4ZeroPointsProgram<T>(
        Global<float> x, Global<int> weights, Global<T> scales, Global<sbyte> zeroPoints, Global<float> y, [Tune(8, 32)] int BM)
        where T : unmanaged
    {
        RequireZeroPoints(scales, zeroPoints);
        LinearInt4Core(x, weights, scales, y, (j, b) => Cast<float>(zeroPoints[0, j].RowVecs(Panel)[b, 0]), BM);
    }

    private static void LinearInt4Core<T>(
        Global<float> x, Global<int> weights, Global<T> scales, Global<float> y, Func<int, int, RowVec<float>> zeroPoint, int BM)
        where T : unmanaged
    {
        RequireLayer(x, weights, scales, y);
        var sums = Temp<float>(x.Depth, x.Rows);    // of each block of x, for the zero points

        foreach (var (i, b) in Grid(x.Depth, CeilDiv(x.Rows, BM)))
            sums.ColVecs(BM)[i, b] = RowSum(x[0, i].Tiles(BM, Block)[b, 0]);

        foreach (var (j, i) in Grid(weights.Depth, x.Depth))
        {
            var X = x[0, i].ColVecs(Ints);
            var acc = RowVec.Zeros<float>(Panel);
            for (var b = 0; b < x.Rows; b++)
            {
                var w = weights[0, j].Tiles(Ints, Panel)[b, 0];
                var sum = ColSum(
                    X[b, 0] * Bits(w, 0) + X[b, 1] * Bits(w, 1) + X[b, 2] * Bits(w, 2) + X[b, 3] * Bits(w, 3)
                    + X[b, 4] * Bits(w, 4) + X[b, 5] * Bits(w, 5) + X[b, 6] * Bits(w, 6) + X[b, 7] * Bits(w, 7));
                acc += Cast<float>(scales[0, j].RowVecs(Panel)[b, 0]) * (sum - zeroPoint(j, b) * sums.At(i, b));
            }

            y.RowVecs(Panel)[i, j] = acc;
        }
    }

    // one of the eight weights in each int
    private static Tile<float> Bits(Tile<int> weights, int n) => Cast<float>(weights >> 4 * n & 15);
}
