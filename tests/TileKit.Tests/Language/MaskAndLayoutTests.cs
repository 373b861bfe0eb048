using Xunit;
using static TileKit.Ops;

namespace TileKit.Tests.Language;

public class MaskAndLayoutTests
{
    private static readonly Tile<float> X = Make.Tile(5, 6, 4, 5, (r, c) => 1f + (10 * r) + c);

    public static TheoryData<string, Tile<float>, Func<int, int, bool>, float> Fills => new()
    {
        { "MakeCausal", MakeCausal(X, 6, 5), (r, c) => 5 + c <= 6 + r, float.NegativeInfinity },
        { "MakeCausal far", MakeCausal(X, int.MaxValue - 1, int.MaxValue - 2), (r, c) => c - 2 <= r - 1, float.NegativeInfinity },
        { "Tril", Tril(X), (r, c) => c <= r, 0 },
        { "Tril 1", Tril(X, 1, -7f), (r, c) => c - r <= 1, -7 },
        { "Triu", Triu(X, -1), (r, c) => c - r >= -1, 0 },
        { "RightFill", RightFill(X, 3, 9f), (_, c) => c < 3, 9 },
        { "LeftFill", LeftFill(X, 3, 9f), (_, c) => c >= 3, 9 },
        { "UpperFill", UpperFill(X, 2, 9f), (r, _) => r >= 2, 9 },
        { "LowerFill", LowerFill(X, 2, 9f), (r, _) => r < 2, 9 },
    };

    [Theory]
    [MemberData(nameof(Fills))]
    public void KeepsWhatItShould(string name, Tile<float> actual, Func<int, int, bool> kept, float fill)
    {
        Assert.NotNull(name);
        Assert.Equal((5, 6, 4, 5), (actual.Rows, actual.Cols, actual.RealRows, actual.RealCols));
        for (var r = 0; r < 4; r++)
        {
            for (var c = 0; c < 5; c++)
            {
                Assert.Equal(kept(r, c) ? X[r, c] : fill, actual[r, c]);
            }
        }
    }

    [Fact]
    public void TransposeSwapsWhatIsReal()
    {
        var t = Transpose(X);
        Assert.Equal((6, 5, 5, 4), (t.Rows, t.Cols, t.RealRows, t.RealCols));
        Assert.Equal(X[1, 3], t[3, 1]);
    }

    [Theory]
    [InlineData(1, 2, 3, 2, 3, 2)] // inside
    [InlineData(2, 3, 3, 3, 2, 2)] // over the edge of what is real
    [InlineData(4, 0, 2, 2, 0, 2)] // past it
    [InlineData(-1, 0, 2, 2, 0, 2)] // before it
    public void SubtileHasWhatTheTileHas(int rowStart, int colStart, int rows, int cols, int realRows, int realCols)
    {
        var part = Subtile(X, rowStart, colStart, rows, cols);
        Assert.Equal((rows, cols, realRows, realCols), (part.Rows, part.Cols, part.RealRows, part.RealCols));
        for (var r = 0; r < realRows; r++)
        {
            for (var c = 0; c < realCols; c++)
            {
                Assert.Equal(X[rowStart + r, colStart + c], part[r, c]);
            }
        }
    }

    [Fact]
    public void CreatedTilesAreRealEverywhere()
    {
        var rows = RowIndex(2, 3);
        Assert.Equal(new[,] { { 0, 0, 0 }, { 1, 1, 1 } }, rows.Elements());
        Assert.Equal(new[,] { { 0, 1, 2 }, { 0, 1, 2 } }, ColIndex(2, 3).Elements());
        Assert.Equal(new[,] { { 0f, 0f } }, Zeros<float>(1, 2).Elements());
        Assert.Equal(new[,] { { (BFloat16)1f } }, Ones<BFloat16>(1, 1).Elements());
        Assert.Equal((float.NegativeInfinity, Half.PositiveInfinity), (NegInfty<float>(1, 1)[0, 0], PosInfty<Half>(1, 1)[0, 0]));
        Assert.Equal((int.MinValue, sbyte.MaxValue), (ColVec.NegInfty<int>(1)[0], RowVec.PosInfty<sbyte>(1)[0]));
    }

    [Fact]
    public void GridsCountTheLastIndexFastest()
    {
        Assert.Equal([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)], Grid(2, 3));
        Assert.Equal([(0, 0, 0), (0, 0, 1), (1, 0, 0), (1, 0, 1)], Grid(2, 1, 2));
        Assert.Equal(24, Grid(2, 3, 2, 2).Distinct().Count());
        Assert.Equal([(0, 0), (1, 0), (2, 0)], Grid(Global.Of(new float[15], 5, 3).Tiles(2, 4)));
        Assert.Empty(Grid(0, 3));
        Assert.Empty(Grid(-1));
        Assert.Equal((0, 1, 2), (CeilDiv(0, 4), CeilDiv(4, 4), CeilDiv(5, 4)));
        Assert.Equal(1, CeilDiv(int.MaxValue, int.MaxValue));
    }

    [Fact]
    public void RequireNamesTheCondition()
    {
        var (rows, cols) = (3, 4);
        Require(rows < cols);
        Assert.Contains("rows == cols", Assert.Throws<ArgumentException>(() => Require(rows == cols)).Message);
    }
}
