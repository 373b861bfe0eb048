using TileKit.Tuning;

namespace TileKit.Tests.Tuning;

public class AverageTests
{
    [Theory]
    [InlineData(128, 64)]
    [InlineData(128, 128)]
    [InlineData(128, 192)]
    [InlineData(64, 96)]
    [InlineData(3, 8)]
    public void Groups_have_the_tiles_that_random_choices_give(int mean, int size)
    {
        const int Groups = 1000;
        var random = new Random(mean + size);
        var counts = new int[Groups];
        for (var row = 0; row < mean * Groups; row++)
        {
            counts[random.Next(Groups)]++;
        }

        var drawn = counts.Sum(count => (count + size - 1) / size);
        var expected = Average.Tiles(mean * Groups, Groups, size);
        Assert.InRange(expected, drawn * 0.9, drawn * 1.1);
        Assert.Equal(mean * Groups, expected * Average.RealOfGroup(mean * Groups, Groups, size), 0.001);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(0, 0)]
    public void Nothing_has_no_tiles(int rows, int groups)
    {
        Assert.Equal(0, Average.Tiles(rows, groups, 64));
        Assert.Equal(0, Average.RealOfGroup(rows, groups, 64));
    }

    [Theory]
    [InlineData(64, 64, 512)]
    [InlineData(64, 64, 513)]
    [InlineData(64, 96, 513)]
    [InlineData(96, 64, 7)]
    [InlineData(1, 10, 3)]
    [InlineData(7, 12, 0)]
    public void Quotients_of_what_moves_in_steps_are_as_when_counted(int step, int divisor, int first)
    {
        var values = Enumerable.Range(0, divisor).Select(i => first + (i * step)).ToArray();

        Assert.Equal(values.Average(value => value / divisor), Average.MeanDivide(values.Average(), divisor, step, first), 1e-9);
        Assert.Equal(values.Average(value => (value + divisor - 1) / divisor), Average.MeanCeilDivide(values.Average(), divisor, step, first), 1e-9);
    }

    // a loop from 511 before a tile of 64 to its end, in tiles of 64
    [Fact]
    public void A_window_that_ends_with_its_tiles_wastes_none() => Assert.Equal(
        9, Average.MeanCeilDivide(4096 + 64, 64, 64, 64) - Average.MeanDivide(4096 - 511, 64, 64, -511), 1e-9);
}
