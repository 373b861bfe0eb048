using TileKit.Tuning;

namespace TileKit.Tests.Tuning;

public class TileSearchTests
{
    private static readonly CpuProfile s_profile = new(1, 32, 32 << 10, 1 << 20, 8 << 20);

    [Fact]
    public void TheCheapestOfAllCombinationsIsTheBest()
    {
        var tunables = Tunables(3, [8, 16, 32, 64]);
        foreach (var (a, b, c) in ((int, int, int)[])[(8, 8, 8), (16, 64, 8), (64, 64, 64), (32, 8, 16)])
        {
            var kernel = new Bowl { A = a, B = b, C = c };
            Assert.Equal([a, b, c], TileSearch.Best(kernel, tunables, s_profile));
            Assert.Equal([a, b, c], TileSearch.Candidates(kernel, tunables, s_profile, 8)[0]);
        }
    }

    [Fact]
    public void CandidatesAreCheapButApart()
    {
        int[] sizes = [8, 16, 32, 64];
        var kernel = new Bowl { A = 16, B = 64, C = 8 };
        var candidates = TileSearch.Candidates(kernel, Tunables(3, sizes), s_profile, 8);
        Assert.Equal(8, candidates.Count);
        var cycles = candidates.Select(tiles => TileSearch.Cycles(kernel, tiles, s_profile)).ToArray();
        Assert.Equal(cycles.Order(), cycles);
        Assert.All(candidates, a => Assert.All(candidates, b => Assert.True(
            ReferenceEquals(a, b) || a.Zip(b, (x, y) => Math.Abs(Array.IndexOf(sizes, x) - Array.IndexOf(sizes, y))).Sum() >= 3)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 4)] // a step apart: all of them
    public void FewCombinationsGiveFewCandidates(int tunables, int expected) =>
        Assert.Equal(expected, TileSearch.Candidates(new Bowl(), Tunables(tunables, [8, 16, 32, 64]), s_profile, 8).Count);

    [Fact]
    public void CostsThatAreNoNumbersComeLast()
    {
        var kernel = new Bowl { A = 8, IsNan = true };
        Assert.Equal([16], TileSearch.Candidates(kernel, Tunables(1, [8, 16]), s_profile, 2)[0]);
        Assert.Equal([16], TileSearch.Best(kernel, Tunables(1, [8, 16]), s_profile));
        Assert.Equal([8], TileSearch.Best(kernel, Tunables(1, [8]), s_profile));
    }

    private static Tunable[] Tunables(int count, int[] sizes) => [.. Enumerable.Range(0, count).Select(i => new Tunable($"T{i}", sizes))];

    /// <summary>Costs more the further its sizes are from the best ones, one way or the other.</summary>
    private struct Bowl : ITileProgram
    {
        public int A;
        public int B;
        public int C;
        public bool IsNan;
        private double _distance;

        public void SetTiles(ReadOnlySpan<int> tiles)
        {
            ReadOnlySpan<int> best = [A, B, C];
            _distance = IsNan && tiles[0] == A ? double.NaN : 1;
            for (var i = 0; i < tiles.Length; i++)
            {
                _distance += best[i] == 0 ? 0 : Math.Abs(Math.Log2((double)tiles[i] / best[i]));
            }
        }

        public readonly void Describe(ref TileCost cost)
        {
            cost.Instances(1, 1, 1, reuses: false);
            cost.Rows(_distance, 100, 100);
        }
    }
}
