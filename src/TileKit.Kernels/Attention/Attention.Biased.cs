using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention with something added to the scores.</content>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ + bias)·v for each head.</summary>
    /// <remarks>
    /// <para>
    /// Relative positions (Raffel et al., T5, 2019, arXiv:1910.10683), ALiBi (Press, Smith and Lewis, 2021, arXiv:2108.12409), or −∞ for
    /// a key that a query does not see. The online softmax of
    /// <see cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>
    /// (FlashAttention-2, Dao, 2023, arXiv:2307.08691); the bias is read tile by tile.
    /// </para>
    /// <para>
    /// Grouped queries: Hq is a multiple of Hkv, and query head h uses key and value head h / (Hq / Hkv). A query
    /// that sees no key, or none with a score above −∞, gives 0. A key of score −∞ has weight 0, and 0 times an infinite or NaN value is
    /// NaN: values must be finite where the bias hides them. Everything is computed in float; Half and BFloat16 results are rounded once.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [B, Hq, Sq, D].</param>
    /// <param name="k">The keys, [B, Hkv, Sk, D].</param>
    /// <param name="v">The values, [B, Hkv, Sk, Dv].</param>
    /// <param name="bias">
    /// What is added to the scaled scores, [B, Hq, Sq, Sk]; B and Hq may be 1, for one bias that serves all batches or heads.
    /// </param>
    /// <param name="o">The result, [B, Hq, Sq, Dv].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(BiasedProgram))]
    public static partial void Biased(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> bias, DeviceTensor<float> o,
        float scale);

    /// <inheritdoc cref="Biased(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(BiasedProgram))]
    public static partial void Biased(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<float> bias, DeviceTensor<Half> o,
        float scale);

    /// <inheritdoc cref="Biased(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(BiasedProgram))]
    public static partial void Biased(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<float> bias,
        DeviceTensor<BFloat16> o, float scale);

    internal static void BiasedProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<float> bias, Global<T> o, float scale,
        [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        RequireHeads(q, k, v, o);
        RequireOfScores(q, k, bias);

        foreach (var (b, h, i) in Grid(q.Batch, q.Depth, CeilDiv(q.Rows, BM)))
        {
            var kv = h * k.Depth / q.Depth;
            var K = k[b, kv].Tiles(BN, D);
            var V = v[b, kv].Tiles(BN, DV);
            var S = GemmCore.Matrix(bias, b, h).Tiles(BM, BN);
            var Q = q[b, h].Tiles(BM, D)[i, 0];
            var (m, l, acc) = OnlineSoftmax.Nothing(BM, DV);
            for (var n = 0; n < K.Rows; n++)
            {
                var s = MmABt(Q, K[n, 0]) * (scale * Log2E) + S[i, n] * Log2E;
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[n, 0]), m, l, acc);
            }

            o[b, h].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }
}
