using System.Numerics.Tensors;
using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>c = aᵀ·bᵀ.</content>
public static partial class Gemm
{
    /// <summary>c = aᵀ·bᵀ. The matrix product with both factors stored transposed.</summary>
    /// <remarks>
    /// Products accumulate in float, tile after tile of the contraction; Half and BFloat16 results are rounded once, at the end.
    /// Tensors of rank 2 and 3 are batches of one; a factor with one matrix along B or D serves all matrices of <paramref name="c"/>.
    /// With K = 0 the result is zero.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="a">The first factor, [B, D, K, M]; B and D may be 1.</param>
    /// <param name="b">The second factor, [B, D, N, K]; B and D may be 1.</param>
    /// <param name="c">The result, [B, D, M, N].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="c"/> shares memory with a factor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(AtBtProgram))]
    public static partial void AtBt(Device device, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c);

    /// <inheritdoc cref="AtBt(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(AtBtProgram))]
    public static partial void AtBt(Device device, DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> c);

    /// <inheritdoc cref="AtBt(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(AtBtProgram))]
    public static partial void AtBt(Device device, DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c);

    /// <summary>c = aᵀ·bᵀ in integers: exact, and modulo 2³² where a sum does not fit.</summary>
    /// <inheritdoc cref="AtBt(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})" path="/param|/exception"/>
    [TileKernel(nameof(AtBtIntProgram))]
    public static partial void AtBt(Device device, DeviceTensor<sbyte> a, DeviceTensor<sbyte> b, DeviceTensor<int> c);

    /// <summary>c = aᵀ·bᵀ on the CPU, in place: the last dimension of each span is contiguous, the others may have any stride.</summary>
    /// <param name="a">The first factor, [B, D, K, M]; B and D may be 1.</param>
    /// <param name="b">The second factor, [B, D, N, K]; B and D may be 1.</param>
    /// <param name="c">The result, [B, D, M, N].</param>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a last dimension is not contiguous, or <paramref name="c"/> shares memory with a factor.
    /// </exception>
    [TileKernel(nameof(AtBtProgram))]
    public static partial void AtBt(ReadOnlyTensorSpan<float> a, ReadOnlyTensorSpan<float> b, TensorSpan<float> c);

    internal static void AtBtProgram<T>(Global<T> a, Global<T> b, Global<T> c, [Tune] int BM, [Tune] int BN, [Tune] int BK)
        where T : unmanaged
        => GemmCore.AtBt(a, b, c, (acc, n, d, i, j) => Cast<T>(acc), BM, BN, BK);

    internal static void AtBtIntProgram(
        Global<sbyte> a, Global<sbyte> b, Global<int> c, [Tune] int BM, [Tune] int BN, [Tune] int BK)
    {
        Require(a.Rows == b.Cols && a.Cols == c.Rows && b.Rows == c.Cols);
        GemmCore.RequireBatches(a, b, c);
        GemmCore.Run<int, int>(c, CeilDiv(a.Rows, BK), (acc, n, d, i, j, k) =>
            MmaAtBt(GemmCore.Matrix(a, n, d).Tiles(BK, BM)[k, i], GemmCore.Matrix(b, n, d).Tiles(BN, BK)[j, k], acc),
            (acc, n, d, i, j) => acc, BM, BN);
    }
}
