using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention to blocks of keys out of a list.</content>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ)·v, where each block of queries sees the blocks of keys of its list, causal within them or not.</summary>
    /// <remarks>
    /// As <see cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>, which has
    /// the remarks on groups, masks and what is not finite; only blocks in a list are read. The lists are those of FlexAttention's block masks
    /// (Dong et al., 2024, arXiv:2412.05496). A block that occurs twice counts twice; one that does not exist has no keys.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [B, Hq, Sq, D].</param>
    /// <param name="k">The keys, [B, Hkv, Sk, D].</param>
    /// <param name="v">The values, [B, Hkv, Sk, Dv].</param>
    /// <param name="counts">How many blocks each block of queries sees, [B or 1, Hq or 1, nq] with nq = ⌈Sq / queryBlock⌉.</param>
    /// <param name="blocks">Which ones, [B or 1, Hq or 1, nq, most]; only the first counts of a list are read.</param>
    /// <param name="o">The result, [B, Hq, Sq, Dv].</param>
    /// <param name="queryBlock">The queries of a block, a multiple of 64.</param>
    /// <param name="keyBlock">The keys of a block, positive.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <param name="causal">Whether a query sees only the keys up to its own place.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes or block sizes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(BlockSparseProgram))]
    public static partial void BlockSparse(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<int> counts, DeviceTensor<int> blocks,
        DeviceTensor<float> o, int queryBlock, int keyBlock, float scale, bool causal);

    /// <inheritdoc cref="BlockSparse(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float}, int, int, float, bool)"/>
    [TileKernel(nameof(BlockSparseProgram))]
    public static partial void BlockSparse(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<int> counts, DeviceTensor<int> blocks,
        DeviceTensor<Half> o, int queryBlock, int keyBlock, float scale, bool causal);

    /// <inheritdoc cref="BlockSparse(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float}, int, int, float, bool)"/>
    [TileKernel(nameof(BlockSparseProgram))]
    public static partial void BlockSparse(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<int> counts, DeviceTensor<int> blocks,
        DeviceTensor<BFloat16> o, int queryBlock, int keyBlock, float scale, bool causal);

    internal static void BlockSparseProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<int> counts, Global<int> blocks, Global<T> o, int queryBlock, int keyBlock, float scale, bool causal,
        [Tune(16, 32, 64)] int BM, [Tune(16, 32, 64, 128)] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(q.Batch == k.Batch && q.Cols == k.Cols);
        Require(q.Depth % Max(k.Depth, 1) == 0, "q.Depth (its heads) to be a multiple of k.Depth");
        Require(k.Batch == v.Batch && k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Batch == o.Batch && q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
        Require(queryBlock > 0 && queryBlock % 64 == 0);            // so that any BM divides it
        Require(keyBlock > 0);
        Require(q.Batch == blocks.Batch || blocks.Batch == 1);
        Require(q.Depth == blocks.Depth || blocks.Depth == 1);
        Require(CeilDiv(q.Rows, Max(queryBlock, 1)) == blocks.Rows);
        Require(counts.Batch == 1 && blocks.Batch == counts.Depth && blocks.Depth == counts.Rows && blocks.Rows == counts.Cols);
        var ahead = k.Rows - q.Rows;                                // query i sees the keys up to i + ahead

        foreach (var (b, h, i) in Grid(q.Batch, q.Depth, CeilDiv(q.Rows, BM)))
        {
            var kv = h * k.Depth / q.Depth;
            var (batch, head, row) = (Min(b, blocks.Batch - 1), Min(h, blocks.Depth - 1), i * BM / queryBlock);
            var Q = q[b, h].Tiles(BM, D)[i, 0];
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var n = 0; n < Min(counts[0, batch].At(head, row), blocks.Cols); n++)
            {
                var first = blocks[batch, head].At(row, n) * keyBlock;
                var K = k[b, kv].SliceRows(first, keyBlock).Tiles(BN, D);
                var V = v[b, kv].SliceRows(first, keyBlock).Tiles(BN, DV);
                for (var j = 0; j < K.Rows; j++)
                {
                    var s = MmABt(Q, K[j, 0]) * (scale * Log2E);
                    if (causal)
                        s = MakeCausal(s, i * BM + ahead, first + j * BN);
                    (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[j, 0]), m, l, acc);
                }
            }

            o[b, h].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }
}
