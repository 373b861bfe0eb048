using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>The experts' products and the sum, on lists of all lengths: experts with no token, with one, with all.</summary>
public sealed class MoeProductTests
{
    // tokens of each expert, columns in and within
    public static TheoryData<int[], int, int> Cases => new()
    {
        { [3, 0, 7, 1], 20, 9 }, { [1], 1, 1 }, { [0, 33, 0], 40, 17 }, { [16, 16], 8, 16 }, { [5, 40, 2], 33, 35 }, { [0, 0], 4, 4 }, { [3, 2], 0, 4 }, { [3, 2], 4, 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void SwiGlu_eager(int[] counts, int cols, int inner) => SwiGlu<float>(counts, cols, inner).RequireEager();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Down_eager(int[] counts, int cols, int inner) => Down<float>(counts, cols, inner).RequireEager();

    [Theory]
    [InlineData(5, 7, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(40, 33, 3)]
    [InlineData(4, 3, 0)]
    [InlineData(0, 3, 2)]
    public void Combine_eager(int tokens, int cols, int choices) => Combine<float>(tokens, cols, choices).RequireEager();

    [Theory]
    [MemberData(nameof(Cases))]
    public void SwiGlu_generated(int[] counts, int cols, int inner)
    {
        SwiGlu<float>(counts, cols, inner).RequireOnCpu();
        SwiGlu<Half>(counts, cols, inner).RequireOnCpu();
        SwiGlu<BFloat16>(counts, cols, inner).RequireOnCpu();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Down_generated(int[] counts, int cols, int inner)
    {
        Down<float>(counts, cols, inner).RequireOnCpu();
        Down<Half>(counts, cols, inner).RequireOnCpu();
        Down<BFloat16>(counts, cols, inner).RequireOnCpu();
    }

    [Theory]
    [InlineData(5, 7, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(130, 70, 3)]
    [InlineData(4, 3, 0)]
    [InlineData(0, 3, 2)]
    public void Combine_generated(int tokens, int cols, int choices)
    {
        Combine<float>(tokens, cols, choices).RequireOnCpu();
        Combine<Half>(tokens, cols, choices).RequireOnCpu();
        Combine<BFloat16>(tokens, cols, choices).RequireOnCpu();
    }

    [Fact]
    public void Eager_in_other_types()
    {
        SwiGlu<Half>([3, 0, 7, 1], 20, 9).RequireEager();
        SwiGlu<BFloat16>([3, 0, 7, 1], 20, 9).RequireEager();
        Down<Half>([3, 0, 7, 1], 20, 9).RequireEager();
        Down<BFloat16>([3, 0, 7, 1], 20, 9).RequireEager();
        Combine<Half>(20, 9, 3).RequireEager();
        Combine<BFloat16>(20, 9, 3).RequireEager();
    }

    [Fact]
    public void Mutants()
    {
        SwiGlu<float>([3, 0, 7, 1], 20, 9).RequireMutantsRejected();
        Down<float>([3, 0, 7, 1], 20, 9).RequireMutantsRejected();
        Combine<float>(20, 9, 3).RequireMutantsRejected();
    }

    internal static Launch SwiGlu<T>(int[] counts, int cols, int inner)
        where T : unmanaged
    {
        var random = new Random(counts.Sum() + cols + inner);
        var (offsets, rows, tokens) = (Offsets(counts), counts.Sum(), (counts.Sum() / 2) + 1);
        var lists = Outputs.Integers([rows], Enumerable.Range(0, rows).Select(_ => random.Next(tokens)));
        return new Launch(
            $"Moe.SwiGlu {Element.Name<T>()} {string.Join("+", counts)}",
            [TestTensor.Draw<T>(random, tokens, cols), TestTensor.Draw<T>(random, counts.Length, 2 * inner, cols), Outputs.Integers([offsets.Length], offsets), lists],
            Precision.Of<T>(),
            (device, x) => MoeLaunches.SwiGlu<T>(device, x, rows, inner),
            (tiles, x) =>
            {
                var y = new T[rows * inner];
                Moe.SwiGluProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<int>(), x[3].Eager<int>(), Global.Of(y, rows, inner),
                    Launch.Tile(tiles), Launch.Tile(tiles), Launch.Tile(tiles));
                return y.Read();
            },
            x => PerRow(offsets, inner, (row, e, col) => MoeReference.SwiGlu(h => x[0][0, 0, (int)x[3].Values[row], h], x[1], e, col)));
    }

    internal static Launch Down<T>(int[] counts, int cols, int inner)
        where T : unmanaged
    {
        var random = new Random(counts.Sum() + cols + inner);
        var (offsets, rows) = (Offsets(counts), counts.Sum());
        return new Launch(
            $"Moe.Down {Element.Name<T>()} {string.Join("+", counts)}",
            [TestTensor.Draw<T>(random, rows, inner), TestTensor.Draw<T>(random, counts.Length, cols, inner), Outputs.Integers([offsets.Length], offsets)],
            Precision.Of<T>(),
            (device, x) => MoeLaunches.Down<T>(device, x, rows, cols),
            (tiles, x) =>
            {
                var y = new T[rows * cols];
                Moe.DownProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<int>(), Global.Of(y, rows, cols), Launch.Tile(tiles), Launch.Tile(tiles), Launch.Tile(tiles));
                return y.Read();
            },
            x => PerRow(offsets, cols, (row, e, col) => MoeReference.Dot(inner, c => x[0][0, 0, row, c] * x[1][0, e, col, c])));
    }

    internal static Launch Combine<T>(int tokens, int cols, int choices)
        where T : unmanaged
    {
        var random = new Random(tokens + cols + choices);
        var rows = tokens * choices;
        var places = Enumerable.Range(0, rows).OrderBy(_ => random.Next()).Select(place => place % 7 == 3 ? -1 : place);
        return new Launch(
            $"Moe.Combine {Element.Name<T>()}",
            [TestTensor.Draw<T>(random, rows, cols), TestTensor.Draw<float>(random, choices, tokens), Outputs.Integers([choices, tokens], places)],
            Precision.Of<T>(),
            (device, x) => MoeLaunches.Combine<T>(device, x, tokens, cols),
            (tiles, x) =>
            {
                var o = new T[tokens * cols];
                Moe.CombineProgram(
                    x[0].Eager<T>(), x[1].Eager<float>(), x[2].Eager<int>(), Global.Of(o, tokens, cols), Launch.Tile(tiles), Launch.Tile(tiles));
                return o.Read();
            },
            x =>
            {
                var o = new Expectation([tokens, cols]);
                for (var i = 0; i < tokens * cols; i++)
                {
                    var (t, col) = (i / cols, i % cols);
                    var (value, scale) = MoeReference.Dot(choices, k =>
                        x[2][0, 0, k, t] is var row and >= 0 ? x[1][0, 0, k, t] * x[0][0, 0, (int)row, col] : 0);
                    o.Set(0, 0, t, col, value, scale);
                }

                return o;
            });
    }

    private static int[] Offsets(int[] counts) => [0, .. counts.Select((_, e) => counts.Take(e + 1).Sum())];

    private static Expectation PerRow(int[] offsets, int cols, Func<int, int, int, (double Value, double Scale)> element)
    {
        var y = new Expectation([offsets[^1], cols]);
        for (var e = 0; e < offsets.Length - 1; e++)
        {
            for (var row = offsets[e]; row < offsets[e + 1]; row++)
            {
                for (var col = 0; col < cols; col++)
                {
                    var (value, scale) = element(row, e, col);
                    y.Set(0, 0, row, col, value, scale);
                }
            }
        }

        return y;
    }
}
