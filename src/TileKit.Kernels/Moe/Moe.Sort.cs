using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>Choices in the order of the experts.</content>
public static partial class Moe
{
    /// <summary>
    /// Sorts choices by expert: which tokens each expert has, one list after the other, and where each choice went. Several layers or heads
    /// with experts of their own, N of them, are sorted in one launch, list after list.
    /// </summary>
    /// <remarks>
    /// A counting sort by tiles. Choices of one expert keep the order of <paramref name="experts"/>, choice by choice and token by token.
    /// A choice of no expert, below 0 or E and above, is left out; then the last of <paramref name="tokens"/> are 0 and belong to no group.
    /// </remarks>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="experts">The expert of each choice, [K, T] or [N, K, T].</param>
    /// <param name="counts">How many choices each expert has, [N, E].</param>
    /// <param name="offsets">Where the list of each expert begins, and at last where the last one ends, [N·E + 1]: what <see cref="Ops.Groups(Global{int}, int, int)"/> takes.</param>
    /// <param name="tokens">The sorted lists, [N·K·T].</param>
    /// <param name="position">The place of each choice in <paramref name="tokens"/>, of the shape of <paramref name="experts"/>; −1 for one that was left out.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, a tensor is not on the device, or an output shares memory with another tensor.</exception>
    /// <exception cref="ObjectDisposedException">The device or a tensor is disposed.</exception>
    [TileKernel(nameof(SortProgram))]
    public static partial void Sort(
        Device device, DeviceTensor<int> experts, DeviceTensor<int> counts, DeviceTensor<int> offsets, DeviceTensor<int> tokens, DeviceTensor<int> position);

    internal static void SortProgram(
        Global<int> experts, Global<int> counts, Global<int> offsets, Global<int> tokens, Global<int> position,
        [Tune(32, 64, 128)] int BT, [Tune(8, 32)] int BE, [Extent(nameof(counts), Axis.Cols)] int E)
    {
        Require(experts.Batch == 1 && counts.Batch == 1 && counts.Depth == 1);
        Require(experts.Depth == counts.Rows);
        Require(experts.Batch == position.Batch && experts.Depth == position.Depth && experts.Rows == position.Rows && experts.Cols == position.Cols);
        Require(counts.Rows * counts.Cols + 1 == offsets.Cols && offsets.Rows == 1 && offsets.Depth == 1 && offsets.Batch == 1);
        Require(experts.Depth * experts.Rows * experts.Cols == tokens.Cols && tokens.Rows == 1 && tokens.Depth == 1 && tokens.Batch == 1);
        var tiles = CeilDiv(experts.Cols, BT);
        var before = Temp<int>(experts.Depth, experts.Rows, tiles, counts.Cols);   // choices of each expert: in a tile, then in all earlier ones

        foreach (var i in Grid(CeilDiv(offsets.Cols, BT)))
            offsets.RowVecs(BT)[i] = RowVec.Zeros<int>(BT);
        foreach (var i in Grid(CeilDiv(tokens.Cols, BT)))
            tokens.RowVecs(BT)[i] = RowVec.Zeros<int>(BT);

        foreach (var (n, k, i) in Grid(experts.Depth, experts.Rows, tiles))
            before[n, k].RowVecs(E)[i, 0] = ColSum(Where(Equal(ColIndex(BT, E), experts[0, n].ColVecs(BT)[k, i]), 1, 0));

        foreach (var n in Grid(experts.Depth))
        {
            var count = RowVec.Zeros<int>(E);
            for (var k = 0; k < experts.Rows; k++)
            {
                for (var i = 0; i < tiles; i++)
                {
                    var own = before[n, k].RowVecs(E)[i, 0];
                    before[n, k].RowVecs(E)[i, 0] = count;
                    count += own;
                }
            }

            counts.RowVecs(E)[n, 0] = count;
        }

        foreach (var (n, j) in Grid(counts.Rows, CeilDiv(counts.Cols, BE)))
        {
            var start = 0;
            for (var m = 0; m < n; m++)
                start += Sum(counts.RowVecs(E)[m, 0]);
            var upTo = Where(ColIndex(BE, E) <= RowIndex(BE, E) + j * BE, 1, 0);
            var end = RowSum(upTo * counts.RowVecs(E)[n, 0]) + start;
            var expert = RowMax(RowIndex(BE, 1)) + j * BE;
            ScatterAdd(offsets, Where(expert < counts.Cols, expert + (n * counts.Cols + 1), -1), end);
        }

        foreach (var (n, k, i) in Grid(experts.Depth, experts.Rows, tiles))
        {
            var expert = experts[0, n].ColVecs(BT)[k, i];
            var start = offsets.SliceCols(n * counts.Cols, counts.Cols).RowVecs(E)[0] + before[n, k].RowVecs(E)[i, 0];
            var first = RowSum(Where(Equal(ColIndex(BT, E), expert), 1, 0) * start);
            var same = Equal(Zeros<int>(BT, BT) + experts[0, n].RowVecs(BT)[k, i], expert);
            var earlier = RowSum(Where(same & (ColIndex(BT, BT) < RowIndex(BT, BT)), 1, 0));
            var place = Where((expert >= 0) & (expert < counts.Cols), first + earlier, -1);
            position[0, n].ColVecs(BT)[k, i] = place;
            ScatterAdd(tokens, place, RowMax(RowIndex(BT, 1)) + i * BT);
        }
    }
}
