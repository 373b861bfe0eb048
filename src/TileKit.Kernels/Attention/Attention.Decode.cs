using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>A query against a long cache.</content>
public static partial class Attention
{
    /// <summary>o = softmax(scale·q·kᵀ)·v for the one query of each sequence, with the work split over the keys of its cache.</summary>
    /// <remarks>
    /// <para>
    /// Flash-Decoding (Dao, Haziza, Massa and Sizov, 2023): pieces of 1024 keys each give a result and its log-sum-exp to temporary memory,
    /// B·Hkv·G·(Dv + 1) floats for a piece, and a second grid combines them. So one sequence keeps the whole machine busy. The heads of a
    /// group are the rows of one tile and read their keys together.
    /// </para>
    /// <para>
    /// Rows may also be the heads of several queries that all see the whole cache. A sequence of length 0 gives 0. Keys beyond a sequence's
    /// length are not read.
    /// </para>
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The query of each sequence, [B, Hkv, G, D]: the G heads that share keys are the rows of a matrix.</param>
    /// <param name="k">The cached keys, [B, Hkv, S, D].</param>
    /// <param name="v">The cached values, [B, Hkv, S, Dv].</param>
    /// <param name="lengths">How many keys of each sequence's cache are in use, [B]; more than S is S.</param>
    /// <param name="o">The result, [B, Hkv, G, Dv].</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or <paramref name="o"/> shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(DecodeProgram))]
    public static partial void Decode(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<int> lengths, DeviceTensor<float> o, float scale);

    /// <inheritdoc cref="Decode(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(DecodeProgram))]
    public static partial void Decode(
        Device device, DeviceTensor<Half> q, DeviceTensor<Half> k, DeviceTensor<Half> v, DeviceTensor<int> lengths, DeviceTensor<Half> o, float scale);

    /// <inheritdoc cref="Decode(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{int}, DeviceTensor{float}, float)"/>
    [TileKernel(nameof(DecodeProgram))]
    public static partial void Decode(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<int> lengths, DeviceTensor<BFloat16> o,
        float scale);

    internal static void DecodeProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<int> lengths, Global<T> o, float scale,
        [Tune(4, 8, 16, 32)] int BM, [Tune(16, 32, 64, 128)] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        const int Piece = 1024;
        Require(q.Batch == k.Batch && q.Depth == k.Depth && q.Cols == k.Cols);
        Require(k.Batch == v.Batch && k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Batch == o.Batch && q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
        Require(q.Batch == lengths.Cols && lengths.Rows == 1 && lengths.Depth == 1 && lengths.Batch == 1);
        var pieces = CeilDiv(k.Rows, Piece);
        var part = Temp<float>(q.Batch * q.Depth, pieces, q.Rows, v.Cols);  // the result over each piece
        var lse = Temp<float>(q.Batch * q.Depth, pieces, q.Rows);           // and the logarithm of its sum of weights

        foreach (var (n, p, i) in Grid(q.Batch * q.Depth, pieces, CeilDiv(q.Rows, BM)))
        {
            var (b, h) = (n / q.Depth, n % q.Depth);
            var keys = Min(Max(Min(lengths[b], k.Rows) - p * Piece, 0), Piece);
            var K = k[b, h].SliceRows(p * Piece, keys).Tiles(BN, D);
            var V = v[b, h].SliceRows(p * Piece, keys).Tiles(BN, DV);
            var Q = q[b, h].Tiles(BM, D)[i, 0];
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var j = 0; j < K.Rows; j++)
                (m, l, acc) = OnlineSoftmax.Add(MmABt(Q, K[j, 0]) * (scale * Log2E), Cast<float>(V[j, 0]), m, l, acc);
            part[n, p].Tiles(BM, DV)[i, 0] = OnlineSoftmax.Mean(acc, l);
            lse[0, n].ColVecs(BM)[p, i] = m + Log2(l);
        }

        foreach (var (b, h, i) in Grid(q.Batch, q.Depth, CeilDiv(q.Rows, BM)))
        {
            var n = b * q.Depth + h;
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var p = 0; p < CeilDiv(Max(Min(lengths[b], k.Rows), 0), Piece); p++)
                (m, l, acc) = OnlineSoftmax.AddPart(lse[0, n].ColVecs(BM)[p, i], part[n, p].Tiles(BM, DV)[i, 0], m, l, acc);
            o[b, h].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
        }
    }
}
