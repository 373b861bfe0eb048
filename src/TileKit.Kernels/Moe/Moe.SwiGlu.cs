using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>The first product of the experts.</content>
public static partial class Moe
{
    /// <summary>y = silu(gate)·up for each expert, where gate and up are the even and the odd columns of its tokens times w1ᵀ.</summary>
    /// <remarks>A grouped product: the rows of an expert are gathered while they are loaded, and h, twice as wide as y, never goes to memory.</remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The tokens, [T, H].</param>
    /// <param name="w1">The first weight of each expert, [E, 2·I, H]: gate and up row by row in turn.</param>
    /// <param name="offsets">Where the list of each expert begins, [E + 1].</param>
    /// <param name="tokens">The rows of <paramref name="x"/> that each expert has, list after list; see <see cref="Sort"/>.</param>
    /// <param name="y">The result, a row for each of <paramref name="tokens"/>, [K·T, I]; rows beyond the last list are not written.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(SwiGluProgram))]
    public static partial void SwiGlu(
        Device device, DeviceTensor<float> x, DeviceTensor<float> w1, DeviceTensor<int> offsets, DeviceTensor<int> tokens, DeviceTensor<float> y);

    /// <inheritdoc cref="SwiGlu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(SwiGluProgram))]
    public static partial void SwiGlu(
        Device device, DeviceTensor<Half> x, DeviceTensor<Half> w1, DeviceTensor<int> offsets, DeviceTensor<int> tokens, DeviceTensor<Half> y);

    /// <inheritdoc cref="SwiGlu(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(SwiGluProgram))]
    public static partial void SwiGlu(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> w1, DeviceTensor<int> offsets, DeviceTensor<int> tokens, DeviceTensor<BFloat16> y);

    internal static void SwiGluProgram<T>(
        Global<T> x, Global<T> w1, Global<int> offsets, Global<int> tokens, Global<T> y, [Tune] int BM, [Tune] int BN, [Tune] int BK)
        where T : unmanaged
    {
        Require(x.Batch == 1 && x.Depth == 1 && y.Batch == 1 && y.Depth == 1 && w1.Batch == 1);
        Require(x.Cols == w1.Cols);
        Require(w1.Rows == 2 * y.Cols);
        Require(w1.Depth + 1 == offsets.Cols && offsets.Rows == 1 && offsets.Depth == 1 && offsets.Batch == 1);
        Require(y.Rows == tokens.Cols && tokens.Rows == 1 && tokens.Depth == 1 && tokens.Batch == 1);

        foreach (var (e, i, j) in Groups(offsets, y.Rows, BM, CeilDiv(y.Cols, BN)))
        {
            var X = x.Gather(tokens.SliceCols(offsets, e).ColVecs(BM)[i], BK);
            var Gate = w1[0, e].SliceRows(0, y.Cols, 2).Tiles(BN, BK);
            var Up = w1[0, e].SliceRows(1, y.Cols, 2).Tiles(BN, BK);
            var gate = Zeros<float>(BM, BN);
            var up = Zeros<float>(BM, BN);
            for (var k = 0; k < X.Cols; k++)
            {
                gate = MmaABt(X[k], Gate[j, k], gate);
                up = MmaABt(X[k], Up[j, k], up);
            }

            y.SliceRows(offsets, e).Tiles(BM, BN)[i, j] = Cast<T>(Silu(gate) * up);
        }
    }
}
