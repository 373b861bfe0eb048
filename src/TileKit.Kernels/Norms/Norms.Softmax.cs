using System.Numerics.Tensors;
using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>y = softmax(x) along each row.</content>
public static partial class Norms
{
    /// <summary>y = softmax(x) along each row.</summary>
    /// <remarks>
    /// yᵢ = exp(xᵢ − max x) / Σ exp(xⱼ − max x): nothing overflows. A row of −∞ alone has no softmax and gives NaN.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The rows to normalise, [B, D, M, N].</param>
    /// <param name="y">The result, of the shape of <paramref name="x"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(SoftmaxProgram))]
    public static partial void Softmax(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    /// <inheritdoc cref="Softmax(Device, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(SoftmaxProgram))]
    public static partial void Softmax(Device device, DeviceTensor<Half> x, DeviceTensor<Half> y);

    /// <inheritdoc cref="Softmax(Device, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(SoftmaxProgram))]
    public static partial void Softmax(Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> y);

    /// <summary>
    /// y = softmax(x) along each row. On the CPU, in place: the last dimension of each span is contiguous, the
    /// others may have any stride.
    /// </summary>
    /// <param name="x">The rows to normalise, [B, D, M, N].</param>
    /// <param name="y">The result, of the shape of <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a last dimension is not contiguous, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    [TileKernel(nameof(SoftmaxProgram))]
    public static partial void Softmax(ReadOnlyTensorSpan<float> x, TensorSpan<float> y);

    internal static void SoftmaxProgram<T>(Global<T> x, Global<T> y, [Tune] int BM, [Extent(nameof(x), Axis.Cols)] int N)
        where T : unmanaged
    {
        Require(x.Batch == y.Batch && x.Depth == y.Depth && x.Rows == y.Rows && x.Cols == y.Cols);

        foreach (var (n, d, i) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, BM)))
        {
            var row = Cast<float>(x[n, d].Tiles(BM, N)[i, 0]);
            var weight = Exp(row - RowMax(row));
            y[n, d].Tiles(BM, N)[i, 0] = Cast<T>(weight / RowSum(weight));
        }
    }
}
