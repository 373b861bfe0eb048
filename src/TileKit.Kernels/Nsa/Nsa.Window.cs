using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention to the last keys, and the sum of the branches.</content>
public static partial class Nsa
{
    /// <summary>o = softmax(scale·q·kᵀ)·v over the last <paramref name="window"/> keys up to the query's place.</summary>
    /// <remarks>The heads of a group are rows of one tile and read their keys together.</remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [N, T·G, D].</param>
    /// <param name="k">The keys, [N, T, D].</param>
    /// <param name="v">The values, [N, T, Dv].</param>
    /// <param name="o">The result, [N, T·G, Dv].</param>
    /// <param name="group">G, the query heads of a group, positive.</param>
    /// <param name="window">How many keys a query sees, its own among them, positive; 512 in the paper.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(WindowProgram))]
    public static partial void Window(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, int group, int window,
        float scale);

    /// <inheritdoc cref="Window(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, float)"/>
    [TileKernel(nameof(WindowProgram))]
    public static partial void Window(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<BFloat16> o, int group,
        int window, float scale);

    /// <summary>o = g₀·compressed + g₁·selected + g₂·window, row by row.</summary>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="compressed">The result over compressed keys, [N, T·G, Dv].</param>
    /// <param name="selected">The result over selected blocks, [N, T·G, Dv].</param>
    /// <param name="window">The result over the window, [N, T·G, Dv].</param>
    /// <param name="gates">The three gates of each place and head, [N, 3, T·G].</param>
    /// <param name="o">The result, [N, T·G, Dv].</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(GateProgram))]
    public static partial void Gate(
        Device device, DeviceTensor<float> compressed, DeviceTensor<float> selected, DeviceTensor<float> window, DeviceTensor<float> gates,
        DeviceTensor<float> o);

    /// <inheritdoc cref="Gate(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float})"/>
    [TileKernel(nameof(GateProgram))]
    public static partial void Gate(
        Device device, DeviceTensor<BFloat16> compressed, DeviceTensor<BFloat16> selected, DeviceTensor<BFloat16> window,
        DeviceTensor<float> gates, DeviceTensor<BFloat16> o);

    internal static void WindowProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<T> o, int group, int window, float scale,
        [Tune(16, 32, 64, 128)] int BM, [Tune(16, 32, 64)] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(q.Batch == 1 && k.Batch == 1 && v.Batch == 1 && o.Batch == 1);
        Require(group > 0 && window > 0);
        Require(q.Depth == k.Depth && q.Rows == k.Rows * group && q.Cols == k.Cols);
        Require(k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);

        foreach (var (n, i) in Grid(q.Depth, CeilDiv(q.Rows, BM)))
        {
            var first = Max(i * BM / group - window + 1, 0);
            var keys = Min((i * BM + BM - 1) / group + 1, k.Rows) - first;
            var K = k[0, n].SliceRows(first, keys).Tiles(BN, D);
            var V = v[0, n].SliceRows(first, keys).Tiles(BN, DV);
            var Q = q[0, n].Tiles(BM, D)[i, 0];
            var row = RowMax(RowIndex(BM, 1)) + i * BM;             // place · G + head: key c is at this place or before if c·G ≤ row
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var j = 0; j < K.Rows; j++)
            {
                var key = (ColIndex(BM, BN) + (first + j * BN)) * group;
                var s = Where((key <= row) & (key + window * group > row), MmABt(Q, K[j, 0]) * (scale * Log2E), float.NegativeInfinity);
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[j, 0]), m, l, acc);
            }

            o[0, n].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }

    internal static void GateProgram<T>(
        Global<T> compressed, Global<T> selected, Global<T> window, Global<float> gates, Global<T> o, [Tune(32, 64, 128)] int BM, [Tune(64, 128)] int BN)
        where T : unmanaged
    {
        Require(compressed.Batch == 1 && selected.Batch == 1 && window.Batch == 1 && gates.Batch == 1 && o.Batch == 1);
        Require(o.Depth == compressed.Depth && o.Rows == compressed.Rows && o.Cols == compressed.Cols);
        Require(o.Depth == selected.Depth && o.Rows == selected.Rows && o.Cols == selected.Cols);
        Require(o.Depth == window.Depth && o.Rows == window.Rows && o.Cols == window.Cols);
        Require(o.Depth == gates.Depth && o.Rows == gates.Cols && gates.Rows == 3);

        foreach (var (n, i, j) in Grid(o.Depth, CeilDiv(o.Rows, BM), CeilDiv(o.Cols, BN)))
        {
            var sum = gates[0, n].ColVecs(BM)[0, i] * Cast<float>(compressed[0, n].Tiles(BM, BN)[i, j]);
            sum += gates[0, n].ColVecs(BM)[1, i] * Cast<float>(selected[0, n].Tiles(BM, BN)[i, j]);
            sum += gates[0, n].ColVecs(BM)[2, i] * Cast<float>(window[0, n].Tiles(BM, BN)[i, j]);
            o[0, n].Tiles(BM, BN)[i, j] = Cast<T>(sum);
        }
    }
}
