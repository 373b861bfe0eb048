using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>y = gelu(x).</content>
public static partial class Activations
{
    /// <summary>y = gelu(x), element by element, in the tanh form: 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))).</summary>
    /// <remarks>Hendrycks and Gimpel, 2016, arXiv:1606.08415. After a product, <see cref="Gemm"/> has it in the epilogue.</remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">What the activation is of, [B, D, M, N].</param>
    /// <param name="y">The result, of the shape of <paramref name="x"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with <paramref name="x"/>.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(GeluProgram))]
    public static partial void Gelu(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    /// <inheritdoc cref="Gelu(Device, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(GeluProgram))]
    public static partial void Gelu(Device device, DeviceTensor<Half> x, DeviceTensor<Half> y);

    /// <inheritdoc cref="Gelu(Device, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(GeluProgram))]
    public static partial void Gelu(Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> y);

    internal static void GeluProgram<T>(Global<T> x, Global<T> y, [Tune] int BN)
        where T : unmanaged
    {
        Require(x.Batch == y.Batch && x.Depth == y.Depth && x.Rows == y.Rows && x.Cols == y.Cols);

        foreach (var (n, d, i, j) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, Rows), CeilDiv(y.Cols, BN)))
            y[n, d].Tiles(Rows, BN)[i, j] = Cast<T>(Ops.Gelu(Cast<float>(x[n, d].Tiles(Rows, BN)[i, j])));
    }
}
