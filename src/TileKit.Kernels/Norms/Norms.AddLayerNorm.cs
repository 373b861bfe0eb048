using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>sum = x + residual and its LayerNorm.</content>
public static partial class Norms
{
    /// <summary>sum = x + residual, and y = (sum − mean)·gamma / √(variance + epsilon) + beta along each row.</summary>
    /// <remarks>
    /// What stands between two blocks of a transformer, in one pass: Layer Normalization (Ba, Kiros and Hinton, 2016, arXiv:1607.06450)
    /// after the residual is added. Two-pass, and with the variance of the population, as <c>LayerNorm</c>. The norm is that of the
    /// float sum, before it is rounded for <paramref name="sum"/>.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">What joins the residual, [B, D, M, N].</param>
    /// <param name="residual">The residual stream so far, of the shape of <paramref name="x"/>.</param>
    /// <param name="gamma">The scale of each column, [N].</param>
    /// <param name="beta">The shift of each column, [N].</param>
    /// <param name="sum">x + residual: the residual stream from here on, of the shape of <paramref name="x"/>.</param>
    /// <param name="y">The normalised rows, of the shape of <paramref name="x"/>.</param>
    /// <param name="epsilon">What is added to the variance before its root is taken.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="sum"/> or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(AddLayerNormProgram))]
    public static partial void AddLayerNorm(
        Device device, DeviceTensor<float> x, DeviceTensor<float> residual, DeviceTensor<float> gamma, DeviceTensor<float> beta,
        DeviceTensor<float> sum, DeviceTensor<float> y, float epsilon);

    /// <inheritdoc cref="AddLayerNorm(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(AddLayerNormProgram))]
    public static partial void AddLayerNorm(
        Device device, DeviceTensor<Half> x, DeviceTensor<Half> residual, DeviceTensor<Half> gamma, DeviceTensor<Half> beta,
        DeviceTensor<Half> sum, DeviceTensor<Half> y, float epsilon);

    /// <inheritdoc cref="AddLayerNorm(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(AddLayerNormProgram))]
    public static partial void AddLayerNorm(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> residual, DeviceTensor<BFloat16> gamma, DeviceTensor<BFloat16> beta,
        DeviceTensor<BFloat16> sum, DeviceTensor<BFloat16> y, float epsilon);

    internal static void AddLayerNormProgram<T>(
        Global<T> x, Global<T> residual, Global<T> gamma, Global<T> beta, Global<T> sum, Global<T> y, float epsilon,
        [Tune] int BM, [Extent(nameof(x), Axis.Cols)] int N)
        where T : unmanaged
    {
        Require(x.Batch == residual.Batch && x.Depth == residual.Depth && x.Rows == residual.Rows && x.Cols == residual.Cols);
        Require(x.Batch == sum.Batch && x.Depth == sum.Depth && x.Rows == sum.Rows && x.Cols == sum.Cols);
        Require(x.Batch == y.Batch && x.Depth == y.Depth && x.Rows == y.Rows && x.Cols == y.Cols);
        Require(x.Cols == gamma.Cols && gamma.Batch == 1 && gamma.Depth == 1 && gamma.Rows == 1);
        Require(x.Cols == beta.Cols && beta.Batch == 1 && beta.Depth == 1 && beta.Rows == 1);

        foreach (var (n, d, i) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, BM)))
        {
            var row = Cast<float>(x[n, d].Tiles(BM, N)[i, 0]) + Cast<float>(residual[n, d].Tiles(BM, N)[i, 0]);
            sum[n, d].Tiles(BM, N)[i, 0] = Cast<T>(row);
            var centred = row - RowSum(row) / x.Cols;
            var variance = RowSum(centred * centred) / x.Cols;
            var normal = centred * Rsqrt(variance + epsilon);
            y[n, d].Tiles(BM, N)[i, 0] = Cast<T>(normal * Cast<float>(gamma.RowVecs(N)[0]) + Cast<float>(beta.RowVecs(N)[0]));
        }
    }
}
