using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention with a boolean mask.</content>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ)·v for each head, over the keys that a mask shows to each query.</summary>
    /// <remarks>
    /// <para>
    /// The online softmax of <see cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>
    /// (FlashAttention-2, Dao, 2023, arXiv:2307.08691); the mask is read tile by tile. All keys are visited, also where the mask hides a
    /// whole tile: where the mask is causal or a window, Forward and Window are faster.
    /// </para>
    /// <para>
    /// Grouped queries: Hq is a multiple of Hkv, and query head h uses key and value head h / (Hq / Hkv). A query
    /// that sees no key, or none with a score above −∞, gives 0. A key that is masked has weight 0, and 0 times an infinite or NaN value is
    /// NaN: values must be finite where the mask hides them. Everything is computed in float; Half and BFloat16 results are rounded once.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [B, Hq, Sq, D].</param>
    /// <param name="k">The keys, [B, Hkv, Sk, D].</param>
    /// <param name="v">The values, [B, Hkv, Sk, Dv].</param>
    /// <param name="mask">
    /// Nonzero where a query sees a key, [B, Hq, Sq, Sk]; B and Hq may be 1, for one mask that serves all batches or heads.
    /// </param>
    /// <param name="o">The result, [B, Hq, Sq, Dv].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(MaskedProgram))]
    public static partial void Masked(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<sbyte> mask, DeviceTensor<float> o,
        float scale);

    /// <inheritdoc cref="Masked(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{sbyte}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(MaskedProgram))]
    public static partial void Masked(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<sbyte> mask, DeviceTensor<Half> o,
        float scale);

    /// <inheritdoc cref="Masked(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{sbyte}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(MaskedProgram))]
    public static partial void Masked(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<sbyte> mask,
        DeviceTensor<BFloat16> o, float scale);

    internal static void MaskedProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<sbyte> mask, Global<T> o, float scale,
        [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        RequireHeads(q, k, v, o);
        RequireOfScores(q, k, mask);

        foreach (var (b, h, i) in Grid(q.Batch, q.Depth, CeilDiv(q.Rows, BM)))
        {
            var kv = h * k.Depth / q.Depth;
            var K = k[b, kv].Tiles(BN, D);
            var V = v[b, kv].Tiles(BN, DV);
            var S = GemmCore.Matrix(mask, b, h).Tiles(BM, BN);
            var Q = q[b, h].Tiles(BM, D)[i, 0];
            var (m, l, acc) = OnlineSoftmax.Nothing(BM, DV);
            for (var n = 0; n < K.Rows; n++)
            {
                var s = MmABt(Q, K[n, 0]) * (scale * Log2E);
                s = Where(NotEqual(Cast<int>(S[i, n]), 0), s, float.NegativeInfinity);
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[n, 0]), m, l, acc);
            }

            o[b, h].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }
}
