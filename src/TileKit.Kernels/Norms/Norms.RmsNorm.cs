using System.Numerics.Tensors;
using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>y = x·gamma / √(mean x² + epsilon) along each row.</content>
public static partial class Norms
{
    /// <summary>y = x·gamma / √(mean x² + epsilon) along each row.</summary>
    /// <remarks>
    /// Root Mean Square Layer Normalization, Zhang and Sennrich, 2019, arXiv:1910.07467.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The rows to normalise, [B, D, M, N].</param>
    /// <param name="gamma">The scale of each column, [N].</param>
    /// <param name="y">The result, of the shape of <paramref name="x"/>.</param>
    /// <param name="epsilon">What is added to the mean square before its root is taken.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(RmsNormProgram))]
    public static partial void RmsNorm(
        Device device, DeviceTensor<float> x, DeviceTensor<float> gamma, DeviceTensor<float> y, float epsilon);

    /// <inheritdoc cref="RmsNorm(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(RmsNormProgram))]
    public static partial void RmsNorm(Device device, DeviceTensor<Half> x, DeviceTensor<Half> gamma, DeviceTensor<Half> y, float epsilon);

    /// <inheritdoc cref="RmsNorm(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(RmsNormProgram))]
    public static partial void RmsNorm(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> gamma, DeviceTensor<BFloat16> y, float epsilon);

    /// <summary>
    /// y = x·gamma / √(mean x² + epsilon) along each row. On the CPU, in place: the last dimension of each span is contiguous, the
    /// others may have any stride.
    /// </summary>
    /// <param name="x">The rows to normalise, [B, D, M, N].</param>
    /// <param name="gamma">The scale of each column, [N].</param>
    /// <param name="y">The result, of the shape of <paramref name="x"/>.</param>
    /// <param name="epsilon">What is added to the mean square before its root is taken.</param>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a last dimension is not contiguous, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    [TileKernel(nameof(RmsNormProgram))]
    public static partial void RmsNorm(ReadOnlyTensorSpan<float> x, ReadOnlyTensorSpan<float> gamma, TensorSpan<float> y, float epsilon);

    internal static void RmsNormProgram<T>(
        Global<T> x, Global<T> gamma, Global<T> y, float epsilon, [Tune] int BM, [Extent(nameof(x), Axis.Cols)] int N)
        where T : unmanaged
    {
        Require(x.Batch == y.Batch && x.Depth == y.Depth && x.Rows == y.Rows && x.Cols == y.Cols);
        Require(x.Cols == gamma.Cols && gamma.Batch == 1 && gamma.Depth == 1 && gamma.Rows == 1);

        foreach (var (n, d, i) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, BM)))
        {
            var row = Cast<float>(x[n, d].Tiles(BM, N)[i, 0]);
            var meanSquare = RowSum(row * row) / x.Cols;
            y[n, d].Tiles(BM, N)[i, 0] = Cast<T>(row * Rsqrt(meanSquare + epsilon) * Cast<float>(gamma.RowVecs(N)[0]));
        }
    }
}
