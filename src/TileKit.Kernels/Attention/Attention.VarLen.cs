using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Sequences of different lengths, one after the other.</content>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ)·v within each sequence of a packed batch, causal or not.</summary>
    /// <remarks>
    /// <para>
    /// As <see cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>, which
    /// has the remarks on masks and what is not finite. Sequence n has the queries from queryOffsets[n] up to queryOffsets[n + 1] and the keys
    /// likewise; nothing is padded. The causal mask is aligned at the bottom right of each sequence.
    /// </para>
    /// <para>Queries beyond the last sequence are not written.</para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [Hq, Tq, D].</param>
    /// <param name="k">The keys, [Hkv, Tk, D].</param>
    /// <param name="v">The values, [Hkv, Tk, Dv].</param>
    /// <param name="queryOffsets">Where the queries of each sequence begin, and at last where they end, [N + 1], ascending from 0 to at most Tq.</param>
    /// <param name="keyOffsets">Where the keys of each sequence begin, and at last where they end, [N + 1], ascending from 0 to at most Tk.</param>
    /// <param name="o">The result, [Hq, Tq, Dv].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <param name="causal">Whether a query sees only the keys up to its own place.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(VarLenProgram))]
    public static partial void VarLen(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<int> queryOffsets, DeviceTensor<int> keyOffsets,
        DeviceTensor<float> o, float scale, bool causal);

    /// <inheritdoc cref="VarLen(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float}, float, bool)"/>
    [TileKernel(nameof(VarLenProgram))]
    public static partial void VarLen(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<int> queryOffsets, DeviceTensor<int> keyOffsets,
        DeviceTensor<Half> o, float scale, bool causal);

    /// <inheritdoc cref="VarLen(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{int}, DeviceTensor{float}, float, bool)"/>
    [TileKernel(nameof(VarLenProgram))]
    public static partial void VarLen(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<int> queryOffsets,
        DeviceTensor<int> keyOffsets, DeviceTensor<BFloat16> o, float scale, bool causal);

    internal static void VarLenProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<int> queryOffsets, Global<int> keyOffsets, Global<T> o, float scale, bool causal,
        [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(q.Batch == 1 && k.Batch == 1 && v.Batch == 1 && o.Batch == 1);
        Require(q.Cols == k.Cols);
        Require(q.Depth % Max(k.Depth, 1) == 0, "q.Depth (its heads) to be a multiple of k.Depth");
        Require(k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
        Require(queryOffsets.Rows == 1 && queryOffsets.Depth == 1 && queryOffsets.Batch == 1);
        Require(keyOffsets.Rows == 1 && keyOffsets.Depth == 1 && keyOffsets.Batch == 1 && queryOffsets.Cols == keyOffsets.Cols);

        foreach (var (n, i, h) in Groups(queryOffsets, q.Rows, BM, q.Depth))
        {
            var kv = h * k.Depth / q.Depth;
            var keys = keyOffsets[n + 1] - keyOffsets[n];
            var ahead = keys - (queryOffsets[n + 1] - queryOffsets[n]);     // query i sees the keys up to i + ahead
            var K = k[0, kv].SliceRows(keyOffsets[n], keys).Tiles(BN, D);
            var V = v[0, kv].SliceRows(keyOffsets[n], keys).Tiles(BN, DV);
            var Q = q[0, h].SliceRows(queryOffsets, n).Tiles(BM, D)[i, 0];
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            var end = causal ? Min(CeilDiv(keys, BN), CeilDiv(Max((i + 1) * BM + ahead, 0), BN)) : CeilDiv(keys, BN);
            for (var j = 0; j < end; j++)
            {
                var s = MmABt(Q, K[j, 0]) * (scale * Log2E);
                if (causal)
                    s = MakeCausal(s, i * BM + ahead, j * BN);
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[j, 0]), m, l, acc);
            }

            o[0, h].SliceRows(queryOffsets, n).Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }
}
