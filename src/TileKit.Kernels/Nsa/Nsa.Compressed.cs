using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Attention to compressed keys.</content>
public static partial class Nsa
{
    /// <summary>o = softmax(scale·q·kᵀ)·v over the compressed blocks that end at the query's place or before, and the logarithms of its sums.</summary>
    /// <remarks>Block j has the keys j·stride up to j·stride + length. A query before the end of the first block gives 0, and −∞ for a logarithm.</remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [N, T·G, D].</param>
    /// <param name="k">The compressed keys, [N, nc, D].</param>
    /// <param name="v">The compressed values, [N, nc, Dv].</param>
    /// <param name="o">The result, [N, T·G, Dv].</param>
    /// <param name="lse">The natural logarithm of each query's sum of exp(scale·q·kᵀ), [N, T·G, 1]; <see cref="Scores(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, int, int, float)"/> takes it.</param>
    /// <param name="group">G, the query heads of a group, positive.</param>
    /// <param name="length">The keys of a compressed block, positive.</param>
    /// <param name="stride">The distance of blocks, positive.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(CompressedProgram))]
    public static partial void Compressed(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, DeviceTensor<float> lse,
        int group, int length, int stride, float scale);

    /// <inheritdoc cref="Compressed(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, int, float)"/>
    [TileKernel(nameof(CompressedProgram))]
    public static partial void Compressed(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<BFloat16> v, DeviceTensor<BFloat16> o,
        DeviceTensor<float> lse, int group, int length, int stride, float scale);

    internal static void CompressedProgram<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<T> o, Global<float> lse, int group, int length, int stride, float scale,
        [Tune(16, 32, 64, 128)] int BM, [Tune(16, 32, 64)] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
        where T : unmanaged
    {
        Require(q.Batch == 1 && k.Batch == 1 && v.Batch == 1 && o.Batch == 1 && lse.Batch == 1);
        Require(group > 0 && length > 0 && stride > 0);
        Require(q.Depth == k.Depth && q.Cols == k.Cols);
        Require(k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
        Require(q.Depth == lse.Depth && q.Rows == lse.Rows && lse.Cols == 1);

        foreach (var (n, i) in Grid(q.Depth, CeilDiv(q.Rows, BM)))
        {
            var K = k[0, n].Tiles(BN, D);
            var V = v[0, n].Tiles(BN, DV);
            var Q = q[0, n].Tiles(BM, D)[i, 0];
            var row = RowMax(RowIndex(BM, 1)) + i * BM;             // place · G + head: key c is at this place or before if c·G ≤ row
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            var blocks = Min(WholeBlocks((i * BM + BM - 1) / group + 1, length, stride), k.Rows);
            for (var j = 0; j < CeilDiv(blocks, BN); j++)
            {
                var last = ColIndex(BM, BN) * (stride * group) + (j * BN * stride + length - 1) * group;
                var s = Where(last <= row, MmABt(Q, K[j, 0]) * (scale * Log2E), float.NegativeInfinity);
                (m, l, acc) = OnlineSoftmax.Add(s, Cast<float>(V[j, 0]), m, l, acc);
            }

            o[0, n].Tiles(BM, DV)[i, 0] = Cast<T>(OnlineSoftmax.Mean(acc, l));
            lse[0, n].Tiles(BM, 1)[i, 0] = Zeros<float>(BM, 1) + (m + Log2(l)) * Ln2;
        }
    }
}
