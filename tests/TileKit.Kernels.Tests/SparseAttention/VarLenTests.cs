using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Packed sequences: each query against the keys of its own sequence.</summary>
public sealed class VarLenTests
{
    // queries and keys of each sequence, columns, key heads, queries' heads of each
    public static TheoryData<int[], int[], int, int, int> Cases => new()
    {
        { [5, 0, 17, 1], [7, 3, 17, 0], 8, 2, 2 }, { [1], [1], 1, 1, 1 }, { [40, 3], [40, 70], 20, 1, 3 }, { [33, 9], [5, 30], 16, 2, 1 }, { [0], [4], 4, 1, 1 },
        { [3], [0], 4, 1, 1 }, { [], [], 4, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int[] queries, int[] keys, int cols, int heads, int group)
    {
        Draw<float>(queries, keys, cols, heads, group, causal: false).RequireEager();
        Draw<float>(queries, keys, cols, heads, group, causal: true).RequireEager();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int[] queries, int[] keys, int cols, int heads, int group)
    {
        Draw<float>(queries, keys, cols, heads, group, causal: false).RequireOnCpu();
        Draw<Half>(queries, keys, cols, heads, group, causal: true).RequireOnCpu();
        Draw<BFloat16>(queries, keys, cols, heads, group, causal: true).RequireOnCpu();
    }

    [Fact]
    public void Generated_with_long_sequences() => Draw<float>([130, 200, 1], [300, 100, 64], 64, 2, 2, causal: true).RequireOnCpu();

    [Fact]
    public void Eager_in_other_types()
    {
        Draw<Half>([5, 0, 17], [7, 3, 17], 8, 2, 2, causal: true).RequireEager();
        Draw<BFloat16>([5, 0, 17], [7, 3, 17], 8, 2, 2, causal: true).RequireEager();
    }

    [Fact]
    public void Mutants() => Draw<float>([5, 0, 17], [7, 3, 17], 8, 2, 2, causal: true).RequireMutantsRejected();

    internal static Launch Draw<T>(int[] queries, int[] keys, int cols, int heads, int group, bool causal)
        where T : unmanaged
    {
        var random = new Random(queries.Sum() + keys.Sum() + cols);
        var scale = 1 / MathF.Sqrt(cols);
        var valueCols = cols + 3;
        int[] shape = [heads * group, queries.Sum(), valueCols];
        return new Launch(
            $"Attention.VarLen {Element.Name<T>()}{(causal ? " causal" : "")}",
            [
                TestTensor.Draw<T>(random, heads * group, queries.Sum(), cols),
                TestTensor.Draw<T>(random, heads, keys.Sum(), cols),
                TestTensor.Draw<T>(random, heads, keys.Sum(), valueCols),
                Outputs.Integers([queries.Length + 1], Offsets(queries)),
                Outputs.Integers([keys.Length + 1], Offsets(keys)),
            ],
            Precision.Of<T>(),
            (device, x) => SparseAttentionLaunches.VarLen<T>(device, x, shape, scale, causal),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(shape)];
                Attention.VarLenProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), x[3].Eager<int>(), x[4].Eager<int>(), Global.Of(o, shape), scale, causal,
                    Launch.Tile(tiles), Launch.Tile(tiles), cols, valueCols);
                return o.Read();
            },
            x => ListedKeys.Attend(x[0], x[1], x[2], scale, (_, _, i) =>
            {
                var n = Enumerable.Range(0, queries.Length).First(n => i < Offsets(queries)[n + 1]);
                var place = i - Offsets(queries)[n] + keys[n] - queries[n];
                return Enumerable.Range(Offsets(keys)[n], causal ? Math.Clamp(place + 1, 0, keys[n]) : keys[n]);
            }));
    }

    private static int[] Offsets(int[] counts) => [0, .. counts.Select((_, n) => counts.Take(n + 1).Sum())];
}
