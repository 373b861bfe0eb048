using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention to a window of keys around each query.</content>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ)·v for each head, over the keys in a window around each query.</summary>
    /// <remarks>
    /// <para>
    /// Query i stands at position p = i + (Sk − Sq) and sees the keys in [p − left, p + right]; a negative number is no limit. So left = −1
    /// and right = 0 is causal attention, and left = 511 and right = 0 a causal window of 512 keys. After Longformer (Beltagy, Peters and
    /// Cohan, 2020, arXiv:2004.05150), with the parameters of FlashAttention-2 (Dao, 2023, arXiv:2307.08691).
    /// </para>
    /// <para>
    /// Tiles of keys that no query of a tile sees are not visited, so the time goes with the window and not with Sk; a tile that all
    /// of them see pays for no mask.
    /// </para>
    /// <para>
    /// Grouped queries: Hq is a multiple of Hkv, and query head h uses key and value head h / (Hq / Hkv). A query
    /// that sees no key, or none with a score above −∞, gives 0. A key that is masked has weight 0, and 0 times an infinite or NaN value is
    /// NaN: values must be finite where the window hides them. Everything is computed in float; Half and BFloat16 results are rounded once.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [B, Hq, Sq, D].</param>
    /// <param name="k">The keys, [B, Hkv, Sk, D].</param>
    /// <param name="v">The values, [B, Hkv, Sk, Dv].</param>
    /// <param name="o">The result, [B, Hq, Sq, Dv].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <param name="left">How many keys before its own place a query sees; negative for all.</param>
    /// <param name="right">How many keys after its own place a query sees; negative for all.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(WindowProgram))]
    public static partial void Window(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float scale, int left,
        int right);

    /// <inheritdoc cref="Window(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, int, int)"/>
    [TileKernel(nameof(WindowProgram))]
    public static partial void Window(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<Half> o, float scale, int left,
        int right);

    /// <inheritdoc cref="Window(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, int, int)"/>
    [TileKernel(nameof(WindowProgram))]
    public static partial void Window(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<BFloat16> o, float scale,
        int left, int right);

    internal static void WindowProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<T> o, float scale, int left, int right,
        [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        RequireHeads(q, k, v, o);
        var ahead = k.Rows - q.Rows;                                // query i stands at position i + ahead
        var back = left < 0 ? k.Rows : Min(left, k.Rows);           // further than this there is no key
        var forth = right < 0 ? q.Rows : Min(right, q.Rows);

        foreach (var (b, h, i) in Grid(q.Batch, q.Depth, CeilDiv(q.Rows, BM)))
        {
            var kv = h * k.Depth / q.Depth;
            var K = k[b, kv].Tiles(BN, D);
            var V = v[b, kv].Tiles(BN, DV);
            var Q = q[b, h].Tiles(BM, D)[i, 0];
            var (m, l, acc) = OnlineSoftmax.Nothing(BM, DV);
            var first = i * BM + ahead;                             // the positions of the tile's queries, last excluded
            var last = first + Min(BM, q.Rows - i * BM);
            var end = Min(K.Rows, CeilDiv(Max(last + forth, 0), BN));
            for (var n = Max(first - back, 0) / BN; n < end; n++)
            {
                var s = MmABt(Q, K[n, 0]) * (scale * Log2E);
                var diagonal = first - n * BN;                      // column − row of the key at a query's own place
                if (diagonal + forth < BN - 1)
                    s = Tril(s, diagonal + forth, float.NegativeInfinity);
                if (diagonal - back > 1 - BM)
                    s = Triu(s, diagonal - back, float.NegativeInfinity);
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[n, 0]), m, l, acc);
            }

            o[b, h].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }
}
