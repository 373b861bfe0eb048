using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention to selected blocks, block after block.</content>
public static partial class Nsa
{
    /// <summary>o = softmax(scale·q·kᵀ)·v over the keys of each place's selected blocks, up to the place itself.</summary>
    /// <remarks>
    /// The order of Flash Sparse Attention: a block of keys meets the queries of one head that chose it, gathered; each gives a result and its
    /// log-sum-exp to temporary memory, N·K·T·G·(Dv + 1) floats, and a second grid combines those of a query. Nothing is added atomically. It suits
    /// groups of less than 16, whose tiles would be nearly empty place after place.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [N, T·G, D].</param>
    /// <param name="k">The keys, [N, T, D].</param>
    /// <param name="v">The values, [N, T, Dv].</param>
    /// <param name="offsets">Where the list of each block begins, [N·nb + 1], of <see cref="Moe.Sort"/> of the selected blocks.</param>
    /// <param name="places">The places that chose each block, list after list, [N·K·T], of the same.</param>
    /// <param name="position">The place of each choice in these lists, or −1, [N, K, T], of the same.</param>
    /// <param name="o">The result, [N, T·G, Dv].</param>
    /// <param name="group">G, the query heads of a group, positive.</param>
    /// <param name="block">The keys of a block, positive.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(SelectedByBlockProgram))]
    public static partial void SelectedByBlock(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<int> offsets, DeviceTensor<int> places,
        DeviceTensor<int> position, DeviceTensor<float> o, int group, int block, float scale);

    /// <inheritdoc cref="SelectedByBlock(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float}, int, int, float)"/>
    [TileKernel(nameof(SelectedByBlockProgram))]
    public static partial void SelectedByBlock(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<int> offsets,
        DeviceTensor<int> places, DeviceTensor<int> position, DeviceTensor<BFloat16> o, int group, int block, float scale);

    internal static void SelectedByBlockProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<int> offsets, Global<int> places, Global<int> position, Global<T> o, int group, int block, float scale,
        [Tune(16, 32, 64, 128)] int BM, [Tune(32, 64)] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(q.Batch == 1 && k.Batch == 1 && v.Batch == 1 && position.Batch == 1 && o.Batch == 1);
        Require(group > 0 && block > 0);
        Require(q.Depth == k.Depth && q.Rows == k.Rows * group && q.Cols == k.Cols);
        Require(k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
        Require(k.Depth == position.Depth && k.Rows == position.Cols);
        Require(position.Depth * position.Rows * position.Cols == places.Cols && places.Rows == 1 && places.Depth == 1 && places.Batch == 1);
        Require(k.Depth * CeilDiv(k.Rows, Max(block, 1)) + 1 == offsets.Cols && offsets.Rows == 1 && offsets.Depth == 1 && offsets.Batch == 1);
        var blocks = CeilDiv(k.Rows, block);
        var part = Temp<float>(group, places.Cols, DV);             // for each choice the result of its block
        var lse = Temp<float>(group, places.Cols, 1);               // and the logarithm of its sum of weights

        foreach (var (p, i, g) in Groups(offsets, places.Cols, BM, group))
        {
            var (n, first) = (p / blocks, p % blocks * block);
            var K = k[0, n].SliceRows(first, block).Tiles(BN, D);
            var V = v[0, n].SliceRows(first, block).Tiles(BN, DV);
            var place = places.SliceCols(offsets, p).ColVecs(BM)[i];
            var Q = q[0, n].Gather(place * group + g, D)[0];
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var j = 0; j < K.Rows; j++)
            {
                var s = Where(ColIndex(BM, BN) + (first + j * BN) <= place, MmABt(Q, K[j, 0]) * (scale * Log2E), float.NegativeInfinity);
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[j, 0]), m, l, acc);
            }

            part[0, g].SliceRows(offsets, p).Tiles(BM, DV)[i, 0] = OnlineSoftmax.Mean(acc, l);
            lse[0, g].SliceRows(offsets, p).Tiles(BM, 1)[i, 0] = Zeros<float>(BM, 1) + (m + Log2(l));
        }

        foreach (var (n, g, i) in Grid(q.Depth, group, CeilDiv(k.Rows, BM)))
        {
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var c = 0; c < position.Rows; c++)
            {
                var choice = position[0, n].ColVecs(BM)[c, i];
                var total = Where(choice < 0, float.NegativeInfinity, RowMax(lse[0, g].Gather(choice, 1)[0]));
                (m, l, acc) = OnlineSoftmax.AddPart(total, part[0, g].Gather(choice, DV)[0], m, l, acc);
            }

            o[0, n].SliceRows(g, k.Rows, group).Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }
}
