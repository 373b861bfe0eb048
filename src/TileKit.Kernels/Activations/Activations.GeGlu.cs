using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>y = gelu(gate)·up.</content>
public static partial class Activations
{
    /// <summary>y = gelu(gate)·up, element by element.</summary>
    /// <remarks>
    /// gelu in its tanh form, 0.5·gate·(1 + tanh(√(2/π)·(gate + 0.044715·gate³))).
    /// Shazeer, 2020, arXiv:2002.05202.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="gate">What the activation is of, [B, D, M, N].</param>
    /// <param name="up">What it gates, of the shape of <paramref name="gate"/>.</param>
    /// <param name="y">The result, of the shape of <paramref name="gate"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(GeGluProgram))]
    public static partial void GeGlu(Device device, DeviceTensor<float> gate, DeviceTensor<float> up, DeviceTensor<float> y);

    /// <inheritdoc cref="GeGlu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(GeGluProgram))]
    public static partial void GeGlu(Device device, DeviceTensor<Half> gate, DeviceTensor<Half> up, DeviceTensor<Half> y);

    /// <inheritdoc cref="GeGlu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(GeGluProgram))]
    public static partial void GeGlu(Device device, DeviceTensor<BFloat16> gate, DeviceTensor<BFloat16> up, DeviceTensor<BFloat16> y);

    /// <summary>
    /// y = gelu(gate)·up, where each row of x is the row of gate and then the row of up: the result of one product with both weights.
    /// </summary>
    /// <remarks>
    /// gelu in its tanh form, 0.5·gate·(1 + tanh(√(2/π)·(gate + 0.044715·gate³))).
    /// Shazeer, 2020, arXiv:2002.05202.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The gate in columns 0 to N − 1 and what it gates in columns N to 2N − 1, [B, D, M, 2N].</param>
    /// <param name="y">The result, [B, D, M, N].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(GeGluPackedProgram))]
    public static partial void GeGluPacked(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    /// <inheritdoc cref="GeGluPacked(Device, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(GeGluPackedProgram))]
    public static partial void GeGluPacked(Device device, DeviceTensor<Half> x, DeviceTensor<Half> y);

    /// <inheritdoc cref="GeGluPacked(Device, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(GeGluPackedProgram))]
    public static partial void GeGluPacked(Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> y);

    internal static void GeGluProgram<T>(Global<T> gate, Global<T> up, Global<T> y, [Tune] int BN)
        where T : unmanaged
        => Gated(gate, up, y, g => Ops.Gelu(g), BN);

    internal static void GeGluPackedProgram<T>(Global<T> x, Global<T> y, [Tune] int BN)
        where T : unmanaged
        => GatedHalves(x, y, g => Ops.Gelu(g), BN);
}
