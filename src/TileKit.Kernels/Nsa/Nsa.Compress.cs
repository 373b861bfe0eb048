using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Blocks of keys, or values, as one.</content>
public static partial class Nsa
{
    /// <summary>y_j = the mean of the rows j·stride up to j·stride + length of x.</summary>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The keys or the values, [N, T, D].</param>
    /// <param name="y">The result, [N, nc, D] with nc = ⌊(T − length) / stride⌋ + 1, or 0 where T is less than length.</param>
    /// <param name="length">The rows of a block, positive; 32 in the paper.</param>
    /// <param name="stride">The distance of blocks, positive; 16 in the paper.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(CompressMeanProgram))]
    public static partial void CompressMean(
        Device device, DeviceTensor<float> x, DeviceTensor<float> y, int length, int stride);

    /// <inheritdoc cref="CompressMean(Device, DeviceTensor{float}, DeviceTensor{float}, int, int)"/>
    [TileKernel(nameof(CompressMeanProgram))]
    public static partial void CompressMean(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> y, int length, int stride);

    /// <summary>y_j = Σ_i (x_(j·stride + i) + position_i)·w_i: a learned linear map of each block of rows.</summary>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="x">The keys or the values, [N, T, D].</param>
    /// <param name="w">The map, [length, D, D'] with a matrix for each row of a block.</param>
    /// <param name="position">What is added to each row of a block, [length, D]; zeros for none.</param>
    /// <param name="y">The result, [N, nc, D'] with nc = ⌊(T − length) / stride⌋ + 1, or 0 where T is less than length.</param>
    /// <param name="stride">The distance of blocks, positive.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(CompressLinearProgram))]
    public static partial void CompressLinear(
        Device device, DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> position, DeviceTensor<float> y, int stride);

    /// <inheritdoc cref="CompressLinear(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int)"/>
    [TileKernel(nameof(CompressLinearProgram))]
    public static partial void CompressLinear(
        Device device, DeviceTensor<BFloat16> x, DeviceTensor<BFloat16> w, DeviceTensor<BFloat16> position, DeviceTensor<BFloat16> y, int stride);

    internal static void CompressMeanProgram<T>(
        Global<T> x, Global<T> y, int length, int stride, [Tune(16, 32, 64, 128)] int BM, [Tune(32, 64, 128)] int BN)
        where T : unmanaged
    {
        Require(x.Batch == 1 && y.Batch == 1);
        Require(length > 0 && stride > 0);
        Require(x.Depth == y.Depth && x.Cols == y.Cols);
        Require(Max(x.Rows - length + stride, 0) / Max(stride, 1) == y.Rows, "y.Rows to be the number of whole blocks of x");

        foreach (var (n, i, j) in Grid(y.Depth, CeilDiv(y.Rows, BM), CeilDiv(y.Cols, BN)))
        {
            var sum = Zeros<float>(BM, BN);
            for (var r = 0; r < length; r++)
                sum += Cast<float>(x[0, n].SliceRows(r, y.Rows, stride).Tiles(BM, BN)[i, j]);
            y[0, n].Tiles(BM, BN)[i, j] = Cast<T>(sum * (1f / length));
        }
    }

    internal static void CompressLinearProgram<T>(
        Global<T> x, Global<T> w, Global<T> position, Global<T> y, int stride, [Tune(32, 64, 128)] int BM, [Tune(32, 64, 128)] int BN, [Tune(32, 64)] int BK)
        where T : unmanaged
    {
        Require(x.Batch == 1 && y.Batch == 1 && w.Batch == 1 && position.Batch == 1 && position.Depth == 1);
        Require(w.Depth > 0 && stride > 0);
        Require(x.Depth == y.Depth && x.Cols == w.Rows && w.Cols == y.Cols);
        Require(position.Rows == w.Depth && position.Cols == x.Cols);
        Require(Max(x.Rows - w.Depth + stride, 0) / Max(stride, 1) == y.Rows, "y.Rows to be the number of whole blocks of x");

        foreach (var (n, i, j) in Grid(y.Depth, CeilDiv(y.Rows, BM), CeilDiv(y.Cols, BN)))
        {
            var sum = Zeros<float>(BM, BN);
            for (var r = 0; r < w.Depth; r++)
            {
                var X = x[0, n].SliceRows(r, y.Rows, stride).Tiles(BM, BK);
                for (var k = 0; k < X.Cols; k++)
                    sum = MmaAB(Cast<float>(X[i, k]) + Cast<float>(position.RowVecs(BK)[r, k]), Cast<float>(w[0, r].Tiles(BK, BN)[k, j]), sum);
            }

            y[0, n].Tiles(BM, BN)[i, j] = Cast<T>(sum);
        }
    }
}
