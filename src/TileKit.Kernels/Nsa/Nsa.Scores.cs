using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>How much each block of keys matters.</content>
public static partial class Nsa
{
    /// <summary>
    /// The score of each block of keys for each place: the weights of the compressed blocks that overlap it, each times its overlap in
    /// strides, summed over the heads of the group.
    /// </summary>
    /// <remarks>
    /// With the paper's 32, 16 and 64 these are 1, 2, 2, 2, 1. The weights are computed once more, from the logarithms that the compressed
    /// attention left; T·G × nc of them never go to memory.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="q">The queries, [N, T·G, D].</param>
    /// <param name="k">The compressed keys, [N, nc, D].</param>
    /// <param name="lse">What the compressed attention left, [N, T·G, 1].</param>
    /// <param name="scores">The result, [N, T, nb] with nb = ⌈T / block⌉.</param>
    /// <param name="group">G, the query heads of a group, positive.</param>
    /// <param name="length">The keys of a compressed block, positive.</param>
    /// <param name="stride">The distance of compressed blocks, positive.</param>
    /// <param name="block">The keys of a block that is scored, positive.</param>
    /// <param name="scale">What scores are multiplied with, as a rule 1/√D.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes or sizes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(ScoresProgram))]
    public static partial void Scores(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> lse, DeviceTensor<float> scores, int group, int length,
        int stride, int block, float scale);

    /// <inheritdoc cref="Scores(Device, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, DeviceTensor{float}, int, int, int, int, float)"/>
    [TileKernel(nameof(ScoresProgram))]
    public static partial void Scores(
        Device device, DeviceTensor<BFloat16> q, DeviceTensor<BFloat16> k, DeviceTensor<float> lse, DeviceTensor<float> scores, int group,
        int length, int stride, int block, float scale);

    internal static void ScoresProgram<T>(
        Global<T> q, Global<T> k, Global<float> lse, Global<float> scores, int group, int length, int stride, int block, float scale,
        [Tune(16, 32, 64, 128)] int BM, [Tune(16, 32, 64)] int BN, [Tune(16, 32)] int BS, [Extent(nameof(q), Axis.Cols)] int D)
        where T : unmanaged
    {
        Require(q.Batch == 1 && k.Batch == 1 && lse.Batch == 1 && scores.Batch == 1);
        Require(group > 0 && length > 0 && stride > 0 && block > 0);
        Require(q.Depth == k.Depth && q.Cols == k.Cols);
        Require(q.Depth == lse.Depth && q.Rows == lse.Rows && lse.Cols == 1);
        Require(q.Depth == scores.Depth && q.Rows == scores.Rows * group);
        Require(scores.Cols == CeilDiv(scores.Rows, Max(block, 1)));

        foreach (var (n, i, j) in Grid(q.Depth, CeilDiv(scores.Rows, BM), CeilDiv(scores.Cols, BS)))
        {
            var first = WholeBlocks(j * BS * block, length, stride);          // the compressed blocks that end within these blocks, or later
            var end = Min(Min(CeilDiv((j + 1) * BS * block, stride), WholeBlocks((i + 1) * BM, length, stride)), k.Rows);
            var K = k[0, n].SliceRows(first, end - first).Tiles(BN, D);
            var place = RowMax(RowIndex(BM, 1)) + i * BM;
            var sum = Zeros<float>(BM, BS);
            for (var g = 0; g < group; g++)
            {
                var Q = q[0, n].SliceRows(g, scores.Rows, group).Tiles(BM, D)[i, 0];
                var total = RowMax(lse[0, n].SliceRows(g, scores.Rows, group).Tiles(BM, 1)[i, 0]);
                for (var c = 0; c < K.Rows; c++)
                {
                    var start = (RowIndex(BN, BS) + (first + c * BN)) * stride;
                    var from = (ColIndex(BN, BS) + j * BS) * block;
                    var overlap = Max(Min(start + length, from + block) - Max(start, from), 0);
                    var last = ColIndex(BM, BN) * stride + ((first + c * BN) * stride + length - 1);
                    var p = Where(last <= place, Exp2(MmABt(Q, K[c, 0]) * (scale * Log2E) - total * Log2E), 0f);
                    sum = MmaAB(p, Cast<float>(overlap) * (1f / stride), sum);
                }
            }

            scores[0, n].Tiles(BM, BS)[i, j] = sum;
        }
    }
}
