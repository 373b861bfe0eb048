using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Products with something done to each tile before it is stored: the product itself never goes to memory.</content>
public static partial class Gemm
{
    /// <summary>c = a·b + bias: a linear layer.</summary>
    /// <remarks>
    /// The product, the sum and the activation are computed in float; Half and BFloat16 results are rounded once, at the end. A factor
    /// with one matrix along B or D serves all matrices of <paramref name="c"/>.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="a">The first factor, [B, D, M, K]; B and D may be 1.</param>
    /// <param name="b">The second factor, [B, D, K, N]; B and D may be 1.</param>
    /// <param name="bias">What is added to each row, [N].</param>
    /// <param name="c">The result, [B, D, M, N].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="c"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ABBiasProgram))]
    public static partial void ABBias(
        Device device, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> bias, DeviceTensor<float> c);

    /// <inheritdoc cref="ABBias(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(ABBiasProgram))]
    public static partial void ABBias(
        Device device, DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> bias, DeviceTensor<Half> c);

    /// <inheritdoc cref="ABBias(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(ABBiasProgram))]
    public static partial void ABBias(
        Device device, DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> bias, DeviceTensor<BFloat16> c);

    /// <summary>c = gelu(a·b + bias): a linear layer with its activation, in one pass. Gelu is the tanh form.</summary>
    /// <remarks>
    /// The product, the sum and the activation are computed in float; Half and BFloat16 results are rounded once, at the end. A factor
    /// with one matrix along B or D serves all matrices of <paramref name="c"/>.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="a">The first factor, [B, D, M, K]; B and D may be 1.</param>
    /// <param name="b">The second factor, [B, D, K, N]; B and D may be 1.</param>
    /// <param name="bias">What is added to each row, [N].</param>
    /// <param name="c">The result, [B, D, M, N].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="c"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ABBiasGeluProgram))]
    public static partial void ABBiasGelu(
        Device device, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> bias, DeviceTensor<float> c);

    /// <inheritdoc cref="ABBiasGelu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(ABBiasGeluProgram))]
    public static partial void ABBiasGelu(
        Device device, DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> bias, DeviceTensor<Half> c);

    /// <inheritdoc cref="ABBiasGelu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(ABBiasGeluProgram))]
    public static partial void ABBiasGelu(
        Device device, DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> bias, DeviceTensor<BFloat16> c);

    /// <summary>c = silu(a·b + bias): a linear layer with its activation, in one pass.</summary>
    /// <remarks>
    /// The product, the sum and the activation are computed in float; Half and BFloat16 results are rounded once, at the end. A factor
    /// with one matrix along B or D serves all matrices of <paramref name="c"/>.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="a">The first factor, [B, D, M, K]; B and D may be 1.</param>
    /// <param name="b">The second factor, [B, D, K, N]; B and D may be 1.</param>
    /// <param name="bias">What is added to each row, [N].</param>
    /// <param name="c">The result, [B, D, M, N].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="c"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ABBiasSiluProgram))]
    public static partial void ABBiasSilu(
        Device device, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> bias, DeviceTensor<float> c);

    /// <inheritdoc cref="ABBiasSilu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(ABBiasSiluProgram))]
    public static partial void ABBiasSilu(
        Device device, DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> bias, DeviceTensor<Half> c);

    /// <inheritdoc cref="ABBiasSilu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(ABBiasSiluProgram))]
    public static partial void ABBiasSilu(
        Device device, DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> bias, DeviceTensor<BFloat16> c);

    /// <summary>c = a·b + residual: the projection that ends a block, with the block's input added.</summary>
    /// <remarks>
    /// The product, the sum and the activation are computed in float; Half and BFloat16 results are rounded once, at the end. A factor
    /// with one matrix along B or D serves all matrices of <paramref name="c"/>.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="a">The first factor, [B, D, M, K]; B and D may be 1.</param>
    /// <param name="b">The second factor, [B, D, K, N]; B and D may be 1.</param>
    /// <param name="residual">What is added to the product, [B, D, M, N].</param>
    /// <param name="c">The result, [B, D, M, N].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="c"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ABResidualProgram))]
    public static partial void ABResidual(
        Device device, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> residual, DeviceTensor<float> c);

    /// <inheritdoc cref="ABResidual(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(ABResidualProgram))]
    public static partial void ABResidual(
        Device device, DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> residual, DeviceTensor<Half> c);

    /// <inheritdoc cref="ABResidual(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(ABResidualProgram))]
    public static partial void ABResidual(
        Device device, DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> residual, DeviceTensor<BFloat16> c);

    internal static void ABBiasProgram<T>(
        Global<T> a, Global<T> b, Global<T> bias, Global<T> c, [Tune] int BM, [Tune] int BN, [Tune] int BK)
        where T : unmanaged
    {
        RequireBias(bias, c);
        GemmCore.AB(a, b, c, (acc, n, d, i, j) => Cast<T>(acc + Cast<float>(bias.RowVecs(BN)[j])), BM, BN, BK);
    }

    internal static void ABBiasGeluProgram<T>(
        Global<T> a, Global<T> b, Global<T> bias, Global<T> c, [Tune] int BM, [Tune] int BN, [Tune] int BK)
        where T : unmanaged
    {
        RequireBias(bias, c);
        GemmCore.AB(a, b, c, (acc, n, d, i, j) => Cast<T>(Gelu(acc + Cast<float>(bias.RowVecs(BN)[j]))), BM, BN, BK);
    }

    internal static void ABBiasSiluProgram<T>(
        Global<T> a, Global<T> b, Global<T> bias, Global<T> c, [Tune] int BM, [Tune] int BN, [Tune] int BK)
        where T : unmanaged
    {
        RequireBias(bias, c);
        GemmCore.AB(a, b, c, (acc, n, d, i, j) => Cast<T>(Silu(acc + Cast<float>(bias.RowVecs(BN)[j]))), BM, BN, BK);
    }

    internal static void ABResidualProgram<T>(
        Global<T> a, Global<T> b, Global<T> residual, Global<T> c, [Tune] int BM, [Tune] int BN, [Tune] int BK)
        where T : unmanaged
    {
        Require(c.Batch == residual.Batch && c.Depth == residual.Depth);
        Require(c.Rows == residual.Rows && c.Cols == residual.Cols);
        GemmCore.AB(a, b, c, (acc, n, d, i, j) => Cast<T>(acc + Cast<float>(residual[n, d].Tiles(BM, BN)[i, j])), BM, BN, BK);
    }

    private static void RequireBias<T>(Global<T> bias, Global<T> c)
        where T : unmanaged
    {
        Require(c.Cols == bias.Cols);
        Require(bias.Batch == 1 && bias.Depth == 1 && bias.Rows == 1);
    }
}
