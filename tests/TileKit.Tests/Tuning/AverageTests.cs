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
}
