using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public class CpuGridTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Units_cover_each_instance_once(int threads, bool reuses)
    {
        var profile = Profile(threads);
        for (var fast = 0; fast < 3; fast++)
        {
            var grid = new CpuGrid(fast, reuses, profile, 2, 5, 23);
            var seen = new HashSet<(int, int, int)>();
            for (var unit = 0L; unit < grid.Units; unit++)
            {
                var (first, end, rest) = grid.Range(unit);
                Assert.InRange(end - first, 1, grid.Chunk);
                var index = new int[3];
                for (var i = 2; i >= 0; i--)
                {
                    if (i != fast)
                    {
                        index[i] = grid.Take(ref rest, i);
                    }
                }

                for (index[fast] = first; index[fast] < end; index[fast]++)
                {
                    Assert.True(seen.Add((index[0], index[1], index[2])));
                }
            }

            Assert.Equal(2 * 5 * 23, seen.Count);
        }
    }

    [Fact]
    public void Of_long_runs_the_last_comes_first()
    {
        var grid = new CpuGrid(0, reuses: true, Profile(2), 60);
        Assert.True(grid.Chunk > 1);
        Assert.Equal(60, grid.Range(0).End);
        Assert.Equal(0, grid.Range(grid.Units - 1).First);
    }

    [Theory]
    [InlineData(16, 2, 4)] // five runs of three and one of one would give a thread nine
    [InlineData(15, 2, 4)]
    [InlineData(12, 2, 2)]
    [InlineData(7, 3, 1)]
    [InlineData(60, 1, 60)]
    public void Long_runs_have_the_length_that_threads_share_most_evenly(int fast, int threads, int chunk) =>
        Assert.Equal(chunk, new CpuGrid(0, reuses: true, Profile(threads), fast).Chunk);

    private static CpuProfile Profile(int threads) => new(threads, 64, 48 << 10, 1 << 20, 32 << 20);
}
