using System.Numerics.Tensors;
using static TileKit.Ops;

namespace TileKit.Kernels;

/// <summary>Attention, without the matrix of scores ever going to memory.</summary>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ)·v for each head, causal or not.</summary>
    /// <remarks>
    /// <para>
    /// FlashAttention-2 (Dao, 2023, arXiv:2307.08691): an online softmax over tiles of keys, in powers of two (Milakov and Gimelshein,
    /// 2018, arXiv:1805.02867). Everything is computed in float; Half and BFloat16 results are rounded once, at the end.
    /// </para>
    /// <para>
    /// Grouped queries: Hq is a multiple of Hkv, and query head h uses key and value head h / (Hq / Hkv). The causal mask is aligned at
    /// the bottom right, as in FlashAttention since 2.1: query i sees the keys up to i + (Sk − Sq), so the last query sees all of them.
    /// A query that sees no key, or none with a score above −∞, gives 0. A key that is masked has weight 0, and 0 times an infinite or
    /// NaN value is NaN: values must be finite where a mask hides them.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [B, Hq, Sq, D].</param>
    /// <param name="k">The keys, [B, Hkv, Sk, D].</param>
    /// <param name="v">The values, [B, Hkv, Sk, Dv].</param>
    /// <param name="o">The result, [B, Hq, Sq, Dv].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <param name="causal">Whether a query sees only the keys up to its own place.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ForwardProgram))]
    public static partial void Forward(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float scale, bool causal);

    /// <inheritdoc cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>
    [TileKernel(nameof(ForwardProgram))]
    public static partial void Forward(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<Half> o, float scale, bool causal);

    /// <inheritdoc cref="Forward(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, float, bool)"/>
    [TileKernel(nameof(ForwardProgram))]
    public static partial void Forward(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<BFloat16> o, float scale,
        bool causal);

    /// <summary>o = softmax(scale·q·kᵀ)·v for each head, causal or not; on the CPU, in place, over any strides but the last.</summary>
    /// <param name="q">The queries, [B, Hq, Sq, D].</param>
    /// <param name="k">The keys, [B, Hkv, Sk, D].</param>
    /// <param name="v">The values, [B, Hkv, Sk, Dv].</param>
    /// <param name="o">The result, [B, Hq, Sq, Dv].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <param name="causal">Whether a query sees only the keys up to its own place.</param>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, a last dimension is not contiguous, or <paramref name="o"/> shares memory with another tensor.
    /// </exception>
    [TileKernel(nameof(ForwardProgram))]
    public static partial void Forward(
        ReadOnlyTensorSpan<float> q, ReadOnlyTensorSpan<float> k, ReadOnlyTensorSpan<float> v, TensorSpan<float> o, float scale, bool causal);

    internal static void ForwardProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<T> o, float scale, bool causal,
        [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        RequireHeads(q, k, v, o);
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
        }
    }
}
