using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>y = silu(gate)·up.</content>
public static partial class Activations
{
    /// <summary>y = silu(gate)·up, element by element.</summary>
    /// <remarks>
    /// silu(gate) = gate·sigmoid(gate).
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
    [TileKernel(nameof(SwiGluProgram))]
    public static partial void SwiGlu(Device device, DeviceTensor<float> gate, DeviceTensor<float> up, DeviceTensor<float> y);

    /// <inheritdoc cref="SwiGlu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(SwiGluProgram))]
    public static partial void SwiGlu(Device device, DeviceTensor<Half> gate, DeviceTensor<Half> up, DeviceTensor<Half> y);

    /// <inheritdoc cref="SwiGlu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(SwiGluProgram))]
    public static partial void SwiGlu(Device device, DeviceTensor<BFloat16> gate, DeviceTensor<BFloat16> up, DeviceTensor<BFloat16> y);

    /// <summary>
    /// y = silu(gate)·up, where each row of x is the row of gate and then the row of up: the result of one product with both weights.
    /// </summary>
    /// <remarks>
    /// silu(gate) = gate·sigmoid(gate).
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
    [TileKernel(nameof(SwiGluPackedProgram))]
    public static partial void SwiGluPacked(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    /// <inheritdoc cref="SwiGluPacked(Device, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(SwiGluPackedProgram))]
    public static partial void SwiGluPacked(Device device, DeviceTensor<Half> x, DeviceTensor<Half> y);

    /// <inheritdoc cref="SwiGluPacked(Device, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(SwiGluPackedProgram))]
    public static partial void SwiGluPacked(Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> y);

    internal static void SwiGluProgram<T>(Global<T> gate, Global<T> up, Global<T> y, [Tune] int BN)
        where T : unmanaged
        => Gated(gate, up, y, g => Silu(g), BN);

    internal static void SwiGluPackedProgram<T>(Global<T> x, Global<T> y, [Tune] int BN)
        where T : unmanaged
        => GatedHalves(x, y, g => Silu(g), BN);
}
