using Xunit;
using static TileKit.Ops;

namespace TileKit.Tests.Language;

public class ViewTests
{
    private static int[] Count(int length) => [.. Enumerable.Range(1, length)];

    [Fact]
    public void ATileOverTheEdgeHasOnlyWhatExists()
    {
        var tiles = Global.Of(Count(35), 5, 7).Tiles(3, 4);
        Assert.Equal((2, 2), (tiles.Rows, tiles.Cols));
        Assert.Equal(new[,] { { 26, 27, 28 }, { 33, 34, 35 } }, tiles[1, 1].Elements());
        Assert.Equal((3, 4), (tiles[1, 1].Rows, tiles[1, 1].Cols));
    }

    [Theory]
    [InlineData(-1, 0, 0, 4)]
    [InlineData(2, 1, 0, 3)]
    [InlineData(0, 2, 3, 0)]
    [InlineData(int.MaxValue, int.MinValue, 0, 0)]
    public void ATileOutOfRangeHasNothingAndTakesNothing(int row, int col, int realRows, int realCols)
    {
        var data = Count(35);
        var tiles = Global.Of(data, 5, 7).Tiles(3, 4);
        Assert.Equal((realRows, realCols), (tiles[row, col].RealRows, tiles[row, col].RealCols));
        tiles[row, col] = Zeros<int>(3, 4);
        Assert.Equal(Count(35), data);
    }

    [Fact]
    public void AStoreWritesTheRealElementsThatHaveAPlace()
    {
        var data = Count(12);
        Global.Of(data, 3, 4).Tiles(2, 3)[1, 1] = Full(2, 3, 99);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99], data);

        data = Count(12);
        Global.Of(data, 3, 4).Tiles(2, 3)[0, 0] = Make.Tile(2, 3, 1, 2, (_, _) => 99);
        Assert.Equal([99, 99, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], data);
        Assert.Throws<ArgumentException>(() => Global.Of(data, 3, 4).Tiles(2, 3)[0, 0] = Zeros<int>(3, 2));
    }

    [Fact]
    public void VectorsWalkTheColumnsOfARow()
    {
        var data = Count(15);
        var x = Global.Of(data, 3, 5);
        Assert.Equal(3, x.RowVecs(2).Count);
        Assert.Equal([3, 4], x.RowVecs(2)[1].Elements());
        Assert.Equal([5], x.ColVecs(2)[2].Elements());
        Assert.Equal([10], x.ColVecs(4)[1, 1].Elements());
        Assert.Equal([6, 7, 8, 9], x.RowVecs(4)[1, 0].Elements());
        Assert.Empty(x.RowVecs(4)[3, 0].Elements());
        Assert.Empty(x.RowVecs(4)[-1].Elements());
        x.ColVecs(4)[2, 1] = ColVec.Full(4, 99);
        x.RowVecs(2)[0] = RowVec.Full(2, 77);
        Assert.Equal([77, 77, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 99], data);
        Assert.Throws<ArgumentException>(() => x.RowVecs(2)[0] = RowVec.Full(3, 77));
    }

    [Fact]
    public void MatricesOfATensor()
    {
        var x = Global.Of(Count(24), 2, 3, 2, 2);
        Assert.Equal((2, 3, 2, 2), (x.Batch, x.Depth, x.Rows, x.Cols));
        Assert.Equal(new[,] { { 21, 22 }, { 23, 24 } }, x[1, 2].Tiles(2, 2)[0, 0].Elements());
        Assert.Equal(21, x[1, 2][0]);
        Assert.Equal((0, 0), (x[2, 0].Rows, x[0, -1].Cols));
        Assert.Equal(0, x[2, 0].Tiles(2, 2).Rows);
        Assert.Equal((0, 0, 1), (x[2], x[-1], x[0])); // a scalar past the edge is 0
        var vector = Global.Of(Count(3), 3);
        Assert.Equal((1, 1, 1, 3), (vector.Batch, vector.Depth, vector.Rows, vector.Cols));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    public void EmptyMatricesHaveNoTiles(int rows, int cols)
    {
        var tiles = Global.Of(Array.Empty<float>(), rows, cols).Tiles(2, 2);
        Assert.Empty(Grid(tiles));
        Assert.Equal(0, Sum(tiles[0, 0]));
        Assert.Equal(0, Global.Of(Array.Empty<float>(), 0, rows + cols)[0]);
        Assert.Equal(0, Sum(Global.Of(Array.Empty<float>(), 0, 3, 4).Tiles(2, 2)[0, 0])); // no matrix at all
        Assert.Equal(0, Sum(default(Global<float>).Tiles(2, 2)[0, 0]));
    }

    [Fact]
    public void ShapesThatCannotBeAreRefused()
    {
        Assert.Contains("[2, 3] has 6 elements, data has 5", Assert.Throws<ArgumentException>(() => Global.Of(new float[5], 2, 3)).Message);
        Assert.Throws<ArgumentException>(() => Global.Of(new float[1]));
        Assert.Throws<ArgumentException>(() => Global.Of(new float[1], 1, 1, 1, 1, 1));
        Assert.Throws<ArgumentException>(() => Global.Of(new float[1], -1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Global.Of(new float[1], 1).Tiles(0, 1));
        Assert.Throws<NotSupportedException>(() => Global.Of(new double[1], 1));
    }
}
