using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention with the logarithm of the sum of weights beside the result.</content>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ)·v and lse = log Σ exp(scale·q·kᵀ) for each head, causal or not.</summary>
    /// <remarks>
    /// <para>
    /// As <see cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>
    /// (FlashAttention-2, Dao, 2023, arXiv:2307.08691). With lse, results over different keys are put together afterwards, each
    /// weighted with exp(lse − the lse of all), and a backward pass finds the weights again.
    /// </para>
    /// <para>
    /// Grouped queries: Hq is a multiple of Hkv, and query head h uses key and value head h / (Hq / Hkv). The
    /// causal mask is aligned at the bottom right: query i sees the keys up to i + (Sk − Sq). A query that sees no key, or none with a
    /// score above −∞, gives 0 and an lse of −∞. Values must be finite where the mask hides them. Everything is computed in float; Half
    /// and BFloat16 results are rounded once, lse is not.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [B, Hq, Sq, D].</param>
    /// <param name="k">The keys, [B, Hkv, Sk, D].</param>
    /// <param name="v">The values, [B, Hkv, Sk, Dv].</param>
    /// <param name="o">The result, [B, Hq, Sq, Dv].</param>
    /// <param name="lse">The natural logarithm of the sum of exp(score) over the keys a query sees, [B, Hq, Sq].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <param name="causal">Whether a query sees only the keys up to its own place.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> or <paramref name="lse"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ForwardLseProgram))]
    public static partial void ForwardLse(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, DeviceTensor<float> lse,
        float scale, bool causal);

    /// <inheritdoc cref="ForwardLse(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>
    [TileKernel(nameof(ForwardLseProgram))]
    public static partial void ForwardLse(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<Half> o, DeviceTensor<float> lse,
        float scale, bool causal);

    /// <inheritdoc cref="ForwardLse(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>
    [TileKernel(nameof(ForwardLseProgram))]
    public static partial void ForwardLse(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<BFloat16> o,
        DeviceTensor<float> lse, float scale, bool causal);

    internal static void ForwardLseProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<T> o, Global<float> lse, float scale, bool causal,
        [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        RequireHeads(q, k, v, o);
        Require(lse.Batch == 1 && q.Batch == lse.Depth && q.Depth == lse.Rows && q.Rows == lse.Cols);
        var ahead = k.Rows - q.Rows;                                // query i sees the keys up to i + ahead

        foreach (var (b, h, i) in Grid(q.Batch, q.Depth, CeilDiv(q.Rows, BM)))
        {
            var kv = h * k.Depth / q.Depth;
            var K = k[b, kv].Tiles(BN, D);
            var V = v[b, kv].Tiles(BN, DV);
            var Q = q[b, h].Tiles(BM, D)[i, 0];
            var (m, l, acc) = OnlineSoftmax.Nothing(BM, DV);
            var end = causal ? Min(K.Rows, CeilDiv(Max((i + 1) * BM + ahead, 0), BN)) : K.Rows;
            for (var n = 0; n < end; n++)
            {
                var s = MmABt(Q, K[n, 0]) * (scale * Log2E);
                if (causal)
                    s = MakeCausal(s, i * BM + ahead, n * BN);
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[n, 0]), m, l, acc);
            }

            o[b, h].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
            lse[0, b].ColVecs(BM)[h, i] = (m + Log2(l)) * Ln2;      // m and l are in powers of two
        }
    }
}
