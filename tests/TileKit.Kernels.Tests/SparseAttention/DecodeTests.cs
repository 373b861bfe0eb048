using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>One query against a cache: all its pieces, and no key beyond the length.</summary>
public sealed class DecodeTests
{
    // lengths of the sequences, keys in the cache, columns, key heads, heads of each
    public static TheoryData<int[], int, int, int, int> Cases => new()
    {
        { [37, 5, 0], 40, 8, 2, 3 }, { [1], 1, 1, 1, 1 }, { [2500, 1024], 2600, 4, 1, 2 }, { [1025], 1500, 3, 2, 1 }, { [9], 0, 4, 1, 2 }, { [100], 30, 16, 1, 17 },
        { [], 5, 4, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int[] lengths, int cache, int cols, int heads, int group) => Draw<float>(lengths, cache, cols, heads, group).RequireEager();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int[] lengths, int cache, int cols, int heads, int group)
    {
        Draw<float>(lengths, cache, cols, heads, group).RequireOnCpu();
        Draw<Half>(lengths, cache, cols, heads, group).RequireOnCpu();
        Draw<BFloat16>(lengths, cache, cols, heads, group).RequireOnCpu();
    }

    [Fact]
    public void Eager_in_other_types()
    {
        Draw<Half>([37, 5], 40, 8, 2, 3).RequireEager();
        Draw<BFloat16>([37, 5], 40, 8, 2, 3).RequireEager();
    }

    [Fact]
    public void What_lies_beyond_the_length_is_not_read()
    {
        var launch = Draw<float>([37, 5], 40, 8, 2, 3);
        foreach (var cache in launch.Inputs[1..3])
        {
            Array.Fill(cache.Values, double.NaN, cache.Values.Length - 1, 1);      // the last key of the second sequence
        }

        launch.RequireEager();
    }

    [Fact]
    public void Mutants() => Draw<float>([37, 5], 40, 8, 2, 3).RequireMutantsRejected();

    internal static Launch Draw<T>(int[] lengths, int cache, int cols, int heads, int group)
        where T : unmanaged
    {
        var random = new Random(lengths.Sum() + cache + cols);
        var scale = 1 / MathF.Sqrt(cols);
        var valueCols = cols + 1;
        int[] shape = [lengths.Length, heads, group, valueCols];
        return new Launch(
            $"Attention.Decode {Element.Name<T>()}",
            [
                TestTensor.Draw<T>(random, lengths.Length, heads, group, cols),
                TestTensor.Draw<T>(random, lengths.Length, heads, cache, cols),
                TestTensor.Draw<T>(random, lengths.Length, heads, cache, valueCols),
                Outputs.Integers([lengths.Length], lengths),
            ],
            Precision.Of<T>(),
            (device, x) => SparseAttentionLaunches.Decode<T>(device, x, shape, scale),
            (tiles, x) =>
            {
                var o = new T[TestTensor.Length(shape)];
                Attention.DecodeProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), x[3].Eager<int>(), Global.Of(o, shape), scale,
                    Launch.Tile(tiles), Launch.Tile(tiles), cols, valueCols);
                return o.Read();
            },
            x => ListedKeys.Attend(x[0], x[1], x[2], scale, (b, _, _) => Enumerable.Range(0, Math.Min(lengths[b], cache))));
    }
}
