using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Attention to listed blocks: these keys and no others.</summary>
public sealed class BlockSparseTests
{
    // queries, keys, size of a block of keys, whether each head has lists of its own
    public static TheoryData<int, int, int, bool> Cases => new()
    {
        { 130, 100, 16, true }, { 70, 200, 33, false }, { 1, 1, 1, true }, { 64, 64, 64, false }, { 0, 5, 8, true }, { 3, 0, 8, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int queries, int keys, int keyBlock, bool ofHeads)
    {
        Draw<float>(queries, keys, keyBlock, ofHeads, causal: false).RequireEager();
        Draw<float>(queries, keys, keyBlock, ofHeads, causal: true).RequireEager();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int queries, int keys, int keyBlock, bool ofHeads)
    {
        Draw<float>(queries, keys, keyBlock, ofHeads, causal: false).RequireOnCpu();
        Draw<Half>(queries, keys, keyBlock, ofHeads, causal: true).RequireOnCpu();
        Draw<BFloat16>(queries, keys, keyBlock, ofHeads, causal: false).RequireOnCpu();
    }

    [Fact]
    public void Eager_in_other_types()
    {
        Draw<Half>(70, 60, 16, ofHeads: true, causal: false).RequireEager();
        Draw<BFloat16>(70, 60, 16, ofHeads: true, causal: false).RequireEager();
    }

    [Fact]
    public void Mutants() => Draw<float>(130, 100, 16, ofHeads: true, causal: false).RequireMutantsRejected();

    internal static Launch Draw<T>(int queries, int keys, int keyBlock, bool ofHeads, bool causal, int cols = 5)
        where T : unmanaged
    {
        const int QueryBlock = 64;
        var valueCols = cols + 2;
        var random = new Random(queries + keys + keyBlock);
        var scale = 1 / MathF.Sqrt(cols);
        var (lists, heads, rows, most) = (ofHeads ? 2 : 1, ofHeads ? 4 : 1, (queries + QueryBlock - 1) / QueryBlock, Math.Max((keys + keyBlock - 1) / keyBlock, 1));
        var blocks = new TestTensor([lists, heads, rows, most], new double[lists * heads * rows * most]);
        var counts = new TestTensor([lists, heads, rows], [.. Enumerable.Range(0, lists * heads * rows).Select(_ => (double)random.Next(most + 1))]);
        for (var list = 0; list < counts.Values.Length; list++)
        {
            var order = Enumerable.Range(0, most).OrderBy(_ => random.Next()).ToArray();
            for (var n = 0; n < most; n++)
            {
                blocks.Values[(list * most) + n] = n < counts.Values[list] ? order[n] : -1;
            }
        }

        int[] shape = [2, 4, queries, valueCols];
        return new Launch(
            $"Attention.BlockSparse {Element.Name<T>()}{(causal ? " causal" : "")}",
            [
                TestTensor.Draw<T>(random, 2, 4, queries, cols), TestTensor.Draw<T>(random, 2, 2, keys, cols), TestTensor.Draw<T>(random, 2, 2, keys, valueCols),
                counts, blocks,
            ],
            Precision.Of<T>(),
            (device, x) => SparseAttentionLaunches.BlockSparse<T>(device, x, shape, QueryBlock, keyBlock, scale, causal),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(shape)];
                Attention.BlockSparseProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), x[3].Eager<int>(), x[4].Eager<int>(), Global.Of(o, shape), QueryBlock, keyBlock, scale, causal,
                    16 << tiles.Next(3), Launch.Tile(tiles), cols, valueCols);
                return o.Read();
            },
            x => ListedKeys.Attend(x[0], x[1], x[2], scale, (b, h, i) =>
            {
                var (list, head, row) = (ofHeads ? b : 0, ofHeads ? h : 0, i / QueryBlock);
                var count = (int)counts[0, list, head, row];
                return Enumerable.Range(0, count)
                    .SelectMany(n => Enumerable.Range((int)blocks[list, head, row, n] * keyBlock, keyBlock))
                    .Where(j => j < keys && (!causal || j <= i + keys - queries));
            }));
    }
}
