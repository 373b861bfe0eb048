using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Tests.Tuning;

public class LaunchShapeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 6)]
    [InlineData(7, 8)]
    [InlineData(31, 32)]
    [InlineData(1000, 1024)]
    [InlineData(1024, 1024)]
    [InlineData(1100, 1024)]
    [InlineData(1500, 1536)]
    [InlineData(int.MaxValue, 1L << 31)]
    public void NumbersRoundToTwoSignificantBits(int value, long rounded)
    {
        Assert.Equal((ulong)rounded, LaunchShape.Round(value));
        Assert.Equal(value > 0, LaunchShape.Round(-value) != LaunchShape.Round(value));
    }

    [Fact]
    public void NearShapesShareABucketAndNothingElse()
    {
        var (a, b, c) = (Of(1000, 64), Of(1024, 64), Of(1500, 64));
        Assert.NotEqual(a.Exact, b.Exact);
        Assert.Equal(a.Bucket, b.Bucket);
        Assert.NotEqual(a.Bucket, c.Bucket);
        Assert.NotEqual(Of(64, 1000).Bucket, a.Bucket);
        Assert.NotEqual(Of(int.MinValue).Bucket, Of(int.MaxValue).Bucket);
    }

    [Fact]
    public void ExtentsAndConditionsAreNotRounded()
    {
        Assert.NotEqual(Extent(60).Bucket, Extent(64).Bucket);
        Assert.NotEqual(Flag(true).Bucket, Flag(false).Bucket);

        static LaunchShape Extent(int value)
        {
            var shape = new LaunchShape();
            shape.AddExtent(value);
            return shape;
        }

        static LaunchShape Flag(bool value)
        {
            var shape = new LaunchShape();
            shape.Add(value);
            return shape;
        }
    }

    // A file names shapes by these.
    [Fact]
    public void HashesAreTheSameInEveryProcess()
    {
        Assert.Equal(0x2825969ADFB84485UL, Of(1, 2, 3).Exact);
        Assert.Equal(0x88A35C5BE6479012UL, StableHash.Of("grid"));
    }

    private static LaunchShape Of(params ReadOnlySpan<int> values)
    {
        var shape = new LaunchShape();
        foreach (var value in values)
        {
            shape.Add(value);
        }

        return shape;
    }
}
