using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>What an adapted layer adds to its frozen product.</content>
public static partial class Dora
{
    /// <summary>delta = (g − 1)·base + g·(s·lora) with g = m / max(norm, 1e-12): what DoRA adds to the product with the frozen weights.</summary>
    /// <remarks>
    /// <para>
    /// DoRA (Liu et al., 2024, arXiv:2402.09353): the adapted weights are g·(W + s·B·A), so x·(adapted)ᵀ = base + delta, where
    /// base = x·Wᵀ, lora = (x·Aᵀ)·Bᵀ, m is the learned magnitude of each row of W, and norm that of W + s·B·A.
    /// </para>
    /// <para>
    /// The parentheses are part of the contract: near g = 1, where training starts, (g − 1)·base keeps its digits and
    /// g·(base + s·lora) − base loses them. Everything is computed in float; Half and BFloat16 results are rounded once, at the end.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="base">The product with the frozen weights, [B, D, T, Out].</param>
    /// <param name="lora">The product with the low-rank factors, of the shape of <paramref name="base"/>.</param>
    /// <param name="m">The magnitude of each output, [Out].</param>
    /// <param name="norm">The norm of each row of the adapted weights, [Out].</param>
    /// <param name="delta">The result, of the shape of <paramref name="base"/>.</param>
    /// <param name="s">The scale of the adaptation.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="delta"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ComposeProgram))]
    public static partial void Compose(
        Device device, DeviceTensor<float> @base, DeviceTensor<float> lora, DeviceTensor<float> m, DeviceTensor<float> norm,
        DeviceTensor<float> delta, float s);

    /// <inheritdoc cref="Compose(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(ComposeProgram))]
    public static partial void Compose(
        Device device, DeviceTensor<Half> @base, DeviceTensor<Half> lora, DeviceTensor<float> m, DeviceTensor<float> norm,
        DeviceTensor<Half> delta, float s);

    /// <inheritdoc cref="Compose(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(ComposeProgram))]
    public static partial void Compose(
        Device device, DeviceTensor<BFloat16> @base, DeviceTensor<BFloat16> lora, DeviceTensor<float> m, DeviceTensor<float> norm,
        DeviceTensor<BFloat16> delta, float s);

    // a few rows at a time: memory is read along all of them at once, and answers few streams best
    private const int Rows = 4;

    internal static void ComposeProgram<T>(
        Global<T> @base, Global<T> lora, Global<float> m, Global<float> norm, Global<T> delta, float s, [Tune] int BN)
        where T : unmanaged
    {
        Require(@base.Batch == lora.Batch && @base.Depth == lora.Depth && @base.Rows == lora.Rows && @base.Cols == lora.Cols);
        Require(@base.Cols == m.Cols && m.Batch == 1 && m.Depth == 1 && m.Rows == 1);
        Require(@base.Cols == norm.Cols && norm.Batch == 1 && norm.Depth == 1 && norm.Rows == 1);
        Require(@base.Batch == delta.Batch && @base.Depth == delta.Depth && @base.Rows == delta.Rows && @base.Cols == delta.Cols);

        foreach (var (n, d, i, j) in Grid(delta.Batch, delta.Depth, CeilDiv(delta.Rows, Rows), CeilDiv(delta.Cols, BN)))
        {
            var g = m.RowVecs(BN)[j] / Max(norm.RowVecs(BN)[j], 1e-12f);
            var x = Cast<float>(@base[n, d].Tiles(Rows, BN)[i, j]);
            var y = Cast<float>(lora[n, d].Tiles(Rows, BN)[i, j]);
            delta[n, d].Tiles(Rows, BN)[i, j] = Cast<T>((g - 1f) * x + g * (s * y));
        }
    }
}
