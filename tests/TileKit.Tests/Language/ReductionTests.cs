using Xunit;
using static TileKit.Ops;

namespace TileKit.Tests.Language;

public class ReductionTests
{
    private static readonly Tile<float> X = Make.Tile(4, 8, 2, 3, (r, c) => r == 0 ? -1f - c : 4f + c);

    [Fact]
    public void OnlyRealElementsCount()
    {
        Assert.Equal([-1f, 6f], RowMax(X).Elements());
        Assert.Equal([-3f, 4f], RowMin(X).Elements());
        Assert.Equal([-6f, 15f], RowSum(X).Elements());
        Assert.Equal([-6f, 120f], RowProd(X).Elements());
        Assert.Equal([4f, 5f, 6f], ColMax(X).Elements());
        Assert.Equal([-1f, -2f, -3f], ColMin(X).Elements());
        Assert.Equal([3f, 3f, 3f], ColSum(X).Elements());
        Assert.Equal([-4f, -10f, -18f], ColProd(X).Elements());
        Assert.Equal((6f, -3f, 9f), (Max(X), Min(X), Sum(X)));
        Assert.Equal((6f, 4f, 15f), (Max(ColMax(X)), Min(ColMax(X)), Sum(ColMax(X))));
        Assert.Equal((4, 2), (RowSum(X).Length, RowSum(X).RealLength));
        Assert.Equal((8, 3), (ColSum(X).Length, ColSum(X).RealLength));
    }

    [Fact]
    public void RowsWithNothingInThemGiveTheNeutralElement()
    {
        var noCols = Make.Tile(2, 4, 2, 0, (_, _) => 0f);
        Assert.Equal([float.NegativeInfinity, float.NegativeInfinity], RowMax(noCols).Elements());
        Assert.Equal([float.PositiveInfinity, float.PositiveInfinity], RowMin(noCols).Elements());
        Assert.Equal([0f, 0f], RowSum(noCols).Elements());
        Assert.Equal([1f, 1f], RowProd(noCols).Elements());
        Assert.Empty(ColMax(noCols).Elements());
        var noRows = Make.Tile(2, 2, 0, 2, (_, _) => 0);
        Assert.Equal([int.MinValue, int.MinValue], ColMax(noRows).Elements());
        Assert.Equal([int.MaxValue, int.MaxValue], ColMin(noRows).Elements());
        Assert.Equal((float.NegativeInfinity, float.PositiveInfinity, 0f), (Max(noCols), Min(noCols), Sum(noCols)));
    }

    [Fact]
    public void NanTravels()
    {
        var x = Make.Tile(1, 3, 1, 3, (_, c) => c == 1 ? float.NaN : c);
        Assert.True(float.IsNaN(RowMax(x)[0]) && float.IsNaN(RowMin(x)[0]) && float.IsNaN(RowSum(x)[0]) && float.IsNaN(Max(x)));
    }

    [Fact]
    public void SumsOfFloatsRoundOnce()
    {
        var x = Make.Tile(1, 3, 1, 3, (_, c) => c == 0 ? 1f : 5e-8f);
        Assert.Equal(1.0000001f, RowSum(x)[0]); // adding 5e-8 to 1 in float changes nothing
        Assert.Equal(unchecked(int.MaxValue + int.MaxValue), Sum(Full(1, 2, int.MaxValue)));
    }
}
