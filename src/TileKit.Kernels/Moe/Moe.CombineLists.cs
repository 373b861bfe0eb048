using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>What the experts of a token gave, summed, for any number of experts.</content>
public static partial class Moe
{
    /// <summary>o_t = Σ weights_r·y_r over the rows r of each token's list: each token gathers its rows and sums them.</summary>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="y">What the second product gave, [M, H].</param>
    /// <param name="weights">The weight of each row, [M, 1].</param>
    /// <param name="starts">Where the list of each token begins, and at last where the last one ends, [T + 1].</param>
    /// <param name="rows">The rows of each token, list after list, [M, 1]; see <see cref="Lists"/>.</param>
    /// <param name="o">The result, [T, H]; 0 for a token without rows.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(CombineListsProgram))]
    public static partial void CombineLists(
        Device device, DeviceTensor<float> y, DeviceTensor<float> weights, DeviceTensor<int> starts, DeviceTensor<int> rows, DeviceTensor<float> o);

    /// <inheritdoc cref="CombineLists(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float})"/>
    [TileKernel(nameof(CombineListsProgram))]
    public static partial void CombineLists(
        Device device, DeviceTensor<BFloat16> y, DeviceTensor<float> weights, DeviceTensor<int> starts, DeviceTensor<int> rows, DeviceTensor<BFloat16> o);

    internal static void CombineListsProgram<T>(
        Global<T> y, Global<float> weights, Global<int> starts, Global<int> rows, Global<T> o, [Tune(8, 16)] int BM, [Tune(256, 512)] int BN)
        where T : unmanaged
    {
        Require(y.Batch == 1 && y.Depth == 1 && o.Batch == 1 && o.Depth == 1);
        Require(y.Cols == o.Cols);
        Require(y.Rows == weights.Rows && weights.Cols == 1 && weights.Batch == 1 && weights.Depth == 1);
        Require(y.Rows == rows.Rows && rows.Cols == 1 && rows.Batch == 1 && rows.Depth == 1);
        Require(o.Rows + 1 == starts.Cols && starts.Rows == 1 && starts.Depth == 1 && starts.Batch == 1);

        foreach (var (i, j) in Grid(o.Tiles(BM, BN)))
        {
            var start = starts.SliceCols(0, o.Rows).ColVecs(BM)[i];
            var count = starts.SliceCols(1, o.Rows).ColVecs(BM)[i] - start;
            var sum = Zeros<float>(BM, BN);
            for (var n = 0; n < Max(count); n++)
            {
                var place = Where(count > n, start + n, -1);
                var row = Where(place < 0, -1, RowMax(rows.Gather(place, 1)[0]));
                sum += RowMax(weights.Gather(row, 1)[0]) * Cast<float>(y.Gather(row, BN)[j]);
            }

            o.Tiles(BM, BN)[i, j] = Cast<T>(sum);
        }
    }
}
