using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>sum = x + residual and its RMSNorm.</content>
public static partial class Norms
{
    /// <summary>sum = x + residual, and y = sum·gamma / √(mean sum² + epsilon) along each row.</summary>
    /// <remarks>
    /// What stands between two blocks of a transformer, in one pass: Root Mean Square Layer Normalization (Zhang and Sennrich, 2019,
    /// arXiv:1910.07467) after the residual is added, as in Liger Kernel (Hsu et al., 2024, arXiv:2410.10989). The norm is that of the
    /// float sum, before it is rounded for <paramref name="sum"/>.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">What joins the residual, [B, D, M, N].</param>
    /// <param name="residual">The residual stream so far, of the shape of <paramref name="x"/>.</param>
    /// <param name="gamma">The scale of each column, [N].</param>
    /// <param name="sum">x + residual: the residual stream from here on, of the shape of <paramref name="x"/>.</param>
    /// <param name="y">The normalised rows, of the shape of <paramref name="x"/>.</param>
    /// <param name="epsilon">What is added to the mean square before its root is taken.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="sum"/> or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(AddRmsNormProgram))]
    public static partial void AddRmsNorm(
        Device device, DeviceTensor<float> x, DeviceTensor<float> residual, DeviceTensor<float> gamma, DeviceTensor<float> sum,
        DeviceTensor<float> y, float epsilon);

    /// <inheritdoc cref="AddRmsNorm(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(AddRmsNormProgram))]
    public static partial void AddRmsNorm(
        Device device, DeviceTensor<Half> x, DeviceTensor<Half> residual, DeviceTensor<Half> gamma, DeviceTensor<Half> sum,
        DeviceTensor<Half> y, float epsilon);

    /// <inheritdoc cref="AddRmsNorm(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(AddRmsNormProgram))]
    public static partial void AddRmsNorm(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> residual, DeviceTensor<BFloat16> gamma, DeviceTensor<BFloat16> sum,
        DeviceTensor<BFloat16> y, float epsilon);

    internal static void AddRmsNormProgram<T>(
        Global<T> x, Global<T> residual, Global<T> gamma, Global<T> sum, Global<T> y, float epsilon,
        [Tune] int BM, [Extent(nameof(x), Axis.Cols)] int N)
        where T : unmanaged
    {
        Require(x.Batch == residual.Batch && x.Depth == residual.Depth && x.Rows == residual.Rows && x.Cols == residual.Cols);
        Require(x.Batch == sum.Batch && x.Depth == sum.Depth && x.Rows == sum.Rows && x.Cols == sum.Cols);
        Require(x.Batch == y.Batch && x.Depth == y.Depth && x.Rows == y.Rows && x.Cols == y.Cols);
        Require(x.Cols == gamma.Cols && gamma.Batch == 1 && gamma.Depth == 1 && gamma.Rows == 1);

        foreach (var (n, d, i) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, BM)))
        {
            var row = Cast<float>(x[n, d].Tiles(BM, N)[i, 0]) + Cast<float>(residual[n, d].Tiles(BM, N)[i, 0]);
            sum[n, d].Tiles(BM, N)[i, 0] = Cast<T>(row);
            var meanSquare = RowSum(row * row) / x.Cols;
            y[n, d].Tiles(BM, N)[i, 0] = Cast<T>(row * Rsqrt(meanSquare + epsilon) * Cast<float>(gamma.RowVecs(N)[0]));
        }
    }
}
