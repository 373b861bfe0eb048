using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>The second product of the experts.</content>
public static partial class Moe
{
    /// <summary>y = x·w2ᵀ for each expert, on the rows that it has.</summary>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">What the first product gave, [K·T, I]: the rows of each expert, list after list.</param>
    /// <param name="w2">The second weight of each expert, [E, H, I].</param>
    /// <param name="offsets">Where the list of each expert begins, [E + 1].</param>
    /// <param name="y">The result, [K·T, H]; rows beyond the last list are not written.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="y"/> shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(DownProgram))]
    public static partial void Down(Device device, DeviceTensor<float> x, DeviceTensor<float> w2, DeviceTensor<int> offsets, DeviceTensor<float> y);

    /// <inheritdoc cref="Down(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(DownProgram))]
    public static partial void Down(Device device, DeviceTensor<Half> x, DeviceTensor<Half> w2, DeviceTensor<int> offsets, DeviceTensor<Half> y);

    /// <inheritdoc cref="Down(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(DownProgram))]
    public static partial void Down(Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> w2, DeviceTensor<int> offsets, DeviceTensor<BFloat16> y);

    internal static void DownProgram<T>(
        Global<T> x, Global<T> w2, Global<int> offsets, Global<T> y, [Tune] int BM, [Tune] int BN, [Tune] int BK)
        where T : unmanaged
    {
        Require(x.Batch == 1 && x.Depth == 1 && y.Batch == 1 && y.Depth == 1 && w2.Batch == 1);
        Require(x.Cols == w2.Cols);
        Require(x.Rows == y.Rows && w2.Rows == y.Cols);
        Require(w2.Depth + 1 == offsets.Cols && offsets.Rows == 1 && offsets.Depth == 1 && offsets.Batch == 1);

        foreach (var (e, i, j) in Groups(offsets, y.Rows, BM, CeilDiv(y.Cols, BN)))
        {
            var X = x.SliceRows(offsets, e).Tiles(BM, BK);
            var W = w2[0, e].Tiles(BN, BK);
            var acc = Zeros<float>(BM, BN);
            for (var k = 0; k < X.Cols; k++)
                acc = MmaABt(X[i, k], W[j, k], acc);
            y.SliceRows(offsets, e).Tiles(BM, BN)[i, j] = Cast<T>(acc);
        }
    }
}
