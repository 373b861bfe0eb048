using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Activations in 8 bits.</content>
public static partial class Quantized
{
    /// <summary>y = x·w with weights of 4 bits and activations that are rounded to 8 bits on the way, block by block.</summary>
    /// <remarks>
    /// Dynamic quantization, ONNX Runtime's accuracy level 4: each block of 32 of a row becomes int8, with max|x|/127 as its step (0 where all are below
    /// 1e-30), so that the products within a block are exact in integers, four to an instruction. An x is off by at most half a step. A NaN or an infinity
    /// in a row makes its results NaN.
    /// </remarks>
    /// <inheritdoc cref="LinearInt4(Device, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, DeviceTensor{float})" path="/param|/exception"/>
    [TileKernel(nameof(LinearInt4DynamicProgram))]
    public static partial void LinearInt4Dynamic(
        Device device, DeviceTensor<float> x, DeviceTensor<int> weights, DeviceTensor<float> scales, DeviceTensor<float> y);

    /// <inheritdoc cref="LinearInt4Dynamic(Device, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(LinearInt4DynamicProgram))]
    public static partial void LinearInt4Dynamic(
        Device device, DeviceTensor<float> x, DeviceTensor<int> weights, DeviceTensor<Half> scales, DeviceTensor<float> y);

    /// <inheritdoc cref="LinearInt4Dynamic(Device, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, DeviceTensor{float})" path="/summary|/remarks"/>
    /// <inheritdoc cref="LinearInt4(Device, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, DeviceTensor{sbyte}, DeviceTensor{float})" path="/param|/exception"/>
    [TileKernel(nameof(LinearInt4DynamicZeroPointsProgram))]
    public static partial void LinearInt4Dynamic(
        Device device, DeviceTensor<float> x, DeviceTensor<int> weights, DeviceTensor<float> scales, DeviceTensor<sbyte> zeroPoints, DeviceTensor<float> y);

    internal static void LinearInt4DynamicProgram<T>(Global<float> x, Global<int> weights, Global<T> scales, Global<float> y, [Tune(8, 32)] int BM)
        where T : unmanaged
        => LinearInt4DynamicCore(x, weights, scales, y, (j, b) => RowVec.Ones<float>(Panel) * 8f, BM);

    internal static void LinearInt4DynamicZeroPointsProgram<T>(
        Global<float> x, Global<int> weights, Global<T> scales, Global<sbyte> zeroPoints, Global<float> y, [Tune(8, 32)] int BM)
        where T : unmanaged
    {
        RequireZeroPoints(scales, zeroPoints);
        LinearInt4DynamicCore(x, weights, scales, y, (j, b) => Cast<float>(zeroPoints[0, j].RowVecs(Panel)[b, 0]), BM);
    }

    private static void LinearInt4DynamicCore<T>(
        Global<float> x, Global<int> weights, Global<T> scales, Global<float> y, Func<int, int, RowVec<float>> zeroPoint, int BM)
        where T : unmanaged
    {
        RequireLayer(x, weights, scales, y);
        var bytes = Temp<int>(x.Depth, x.Rows, 2 * Ints);   // a block of x, four to an int: the bytes that meet the same shift of the weights
        var steps = Temp<float>(x.Depth, x.Rows);           // what one of them stands for
        var sums = Temp<float>(x.Depth, x.Rows);            // their sum, for the zero points

        foreach (var (i, b) in Grid(x.Depth, CeilDiv(x.Rows, BM)))
        {
            var t = x[0, i].Tiles(BM, Block)[b, 0];
            var top = RowMax(Abs(t));
            var q = Cast<int>(t * Where(top > 1e-30f, 127f / top, 0f));
            bytes[0, i].Tiles(BM, 2 * Ints)[b, 0] = Byte(q, 0, BM) | Byte(q, 1, BM) << 8 | Byte(q, 2, BM) << 16 | Byte(q, 3, BM) << 24;
            steps.ColVecs(BM)[i, b] = top * (1f / 127f);
            sums.ColVecs(BM)[i, b] = Cast<float>(RowSum(q));
        }

        foreach (var (j, i) in Grid(weights.Depth, x.Depth))
        {
            var X = bytes[0, i].ColVecs(Ints);
            var acc = RowVec.Zeros<float>(Panel);
            for (var b = 0; b < x.Rows; b++)
            {
                const int Low = 0x0F0F0F0F;
                var w = weights[0, j].Tiles(Ints, Panel)[b, 0];
                var sum = Cast<float>(ColSum(Dot4(w & Low, X[b, 0]) + Dot4(w >> 4 & Low, X[b, 1])));
                acc += Cast<float>(scales[0, j].RowVecs(Panel)[b, 0]) * ((sum - zeroPoint(j, b) * sums.At(i, b)) * steps.At(i, b));
            }

            y.RowVecs(Panel)[i, j] = acc;
        }
    }

    private static Tile<int> Byte(Tile<int> t, int n, int BM) => Subtile(t, 0, 2 * Ints * n, BM, 2 * Ints) & 255;
}
