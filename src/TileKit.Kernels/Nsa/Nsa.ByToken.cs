using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention to selected blocks, place after place.</content>
public static partial class Nsa
{
    /// <summary>o = softmax(scale·q·kᵀ)·v over the keys of each place's selected blocks, up to the place itself.</summary>
    /// <remarks>
    /// The order of native sparse attention: the heads of a group are the rows of one tile, and read their blocks together. It suits groups of 16 and more.
    /// Each block's keys are turned once, into N·T·D floats of temporary memory.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [N, T, G, D]: the memory of [N, T·G, D].</param>
    /// <param name="k">The keys, [N, T, D].</param>
    /// <param name="v">The values, [N, T, Dv].</param>
    /// <param name="selected">The blocks of each place, [N, K, T]; one that does not exist, such as −1, has no keys.</param>
    /// <param name="o">The result, [N, T, G, Dv].</param>
    /// <param name="block">The keys of a block, positive.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(SelectedByTokenProgram))]
    public static partial void SelectedByToken(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<int> selected, DeviceTensor<float> o,
        int block, float scale);

    /// <inheritdoc cref="SelectedByToken(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, int, float)"/>
    [TileKernel(nameof(SelectedByTokenProgram))]
    public static partial void SelectedByToken(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<int> selected,
        DeviceTensor<BFloat16> o, int block, float scale);

    internal static void SelectedByTokenProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<int> selected, Global<T> o, int block, float scale,
        [Tune(4, 8, 16, 32)] int BM, [Tune(16, 32, 64)] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(k.Batch == 1 && v.Batch == 1 && selected.Batch == 1);
        Require(block > 0);
        Require(q.Batch == k.Depth && q.Depth == k.Rows && q.Cols == k.Cols);
        Require(k.Depth == v.Depth && k.Rows == v.Rows);
        Require(k.Depth == selected.Depth && k.Rows == selected.Cols);
        Require(q.Batch == o.Batch && q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);

        var blocks = CeilDiv(k.Rows, Max(block, 1));
        var kt = Temp<float>(k.Depth, blocks, k.Cols, block);       // the keys of each block, turned once for all places that choose it

        foreach (var (n, b, j) in Grid(k.Depth, blocks, CeilDiv(block, BN)))
            kt[n, b].Tiles(D, BN)[0, j] = Transpose(Cast<float>(k[0, n].SliceRows(b * block, block).Tiles(BN, D)[j, 0]));

        foreach (var (n, t, i) in Grid(q.Batch, q.Depth, CeilDiv(q.Rows, BM)))
        {
            var Q = Cast<float>(q[n, t].Tiles(BM, D)[i, 0]);
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var c = 0; c < selected.Rows; c++)
            {
                var b = selected[0, n].At(c, t);
                var keys = Min(t + 1 - b * block, block);           // the place's own block ends with the place
                var K = kt[n, b].SliceCols(0, keys).Tiles(D, BN);
                var V = v[0, n].SliceRows(b * block, keys).Tiles(BN, DV);
                for (var j = 0; j < V.Rows; j++)
                    (m, l, acc) = OnlineSoftmax.Add(MmAB(Q, K[0, j]) * (scale * Log2E), Cast<float>(V[j, 0]), m, l, acc);
            }

            o[n, t].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }
}
