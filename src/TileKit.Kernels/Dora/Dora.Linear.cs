using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>A linear layer with a DoRA adapter.</content>
public static partial class Dora
{
    /// <summary>y = base + (g − 1)·base + g·(scale·lora) with base = x·Wᵀ, lora = (x·Aᵀ)·Bᵀ and g = magnitude / max(norm, 1e-12).</summary>
    /// <remarks>
    /// DoRA (Liu et al., 2024, arXiv:2402.09353), composed as DoRA.Compose does it: with these parentheses a g near 1 cancels nothing. Only
    /// x·Aᵀ goes to memory between the products, T·r floats; base and lora stay in registers. Products accumulate in float, and Half and
    /// BFloat16 results are rounded once, at the end.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The rows, [T, in].</param>
    /// <param name="w">The frozen weight, [out, in].</param>
    /// <param name="a">The adapter's first factor, [r, in].</param>
    /// <param name="b">The adapter's second factor, [out, r].</param>
    /// <param name="magnitude">The learned length of each row of the adapted weight, [out].</param>
    /// <param name="norm">Its length before it is scaled, [out]: what <see cref="Norm"/> computes.</param>
    /// <param name="y">The result, [T, out].</param>
    /// <param name="scale">What lora is multiplied with, as a rule alpha / r.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(LinearProgram))]
    public static partial void Linear(
        Device device, DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> magnitude,
        DeviceTensor<float> norm, DeviceTensor<float> y, float scale);

    /// <inheritdoc cref="Linear(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(LinearProgram))]
    public static partial void Linear(
        Device device, DeviceTensor<Half> x, DeviceTensor<Half> w, DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<float> magnitude,
        DeviceTensor<float> norm, DeviceTensor<Half> y, float scale);

    /// <inheritdoc cref="Linear(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(LinearProgram))]
    public static partial void Linear(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> w, DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b,
        DeviceTensor<float> magnitude, DeviceTensor<float> norm, DeviceTensor<BFloat16> y, float scale);

    internal static void LinearProgram<T>(
        Global<T> x, Global<T> w, Global<T> a, Global<T> b, Global<float> magnitude, Global<float> norm, Global<T> y, float scale,
        [Tune(32, 64, 128)] int BM, [Tune(64, 128)] int BN, [Tune(16, 64)] int BR, [Tune(64, 128)] int BK)
        where T : unmanaged
    {
        Require(x.Batch == 1 && x.Depth == 1 && w.Batch == 1 && w.Depth == 1 && y.Batch == 1 && y.Depth == 1);
        Require(a.Batch == 1 && a.Depth == 1 && b.Batch == 1 && b.Depth == 1);
        Require(x.Cols == w.Cols && x.Cols == a.Cols);
        Require(x.Rows == y.Rows && w.Rows == y.Cols && w.Rows == b.Rows);
        Require(a.Rows == b.Cols);
        Require(y.Cols == magnitude.Cols && magnitude.Rows == 1 && magnitude.Batch == 1 && magnitude.Depth == 1);
        Require(y.Cols == norm.Cols && norm.Rows == 1 && norm.Batch == 1 && norm.Depth == 1);

        var X = x.Tiles(BM, BK);
        var W = w.Tiles(BN, BK);
        var XA = Temp<float>(x.Rows, a.Rows).Tiles(BM, BR);

        foreach (var (i, n) in Grid(XA))
        {
            var acc = Zeros<float>(BM, BR);
            for (var k = 0; k < X.Cols; k++)
                acc = MmaABt(X[i, k], a.Tiles(BR, BK)[n, k], acc);
            XA[i, n] = acc;
        }

        foreach (var (i, j) in Grid(y.Tiles(BM, BN)))
        {
            var product = Zeros<float>(BM, BN);
            for (var k = 0; k < X.Cols; k++)
                product = MmaABt(X[i, k], W[j, k], product);
            var lora = Zeros<float>(BM, BN);
            for (var n = 0; n < XA.Cols; n++)
                lora = MmaABt(XA[i, n], Cast<float>(b.Tiles(BN, BR)[j, n]), lora);
            var g = magnitude.RowVecs(BN)[j] / Max(norm.RowVecs(BN)[j], 1e-12f);
            y.Tiles(BM, BN)[i, j] = Cast<T>(product + ((g - 1f) * product + g * (scale * lora)));
        }
    }
}
