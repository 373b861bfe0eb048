using static TileKit.Ops;

namespace TileKit.Tests.Language;

/// <summary>Slices, gathers, groups, temporaries and atomic adds, run as the C# they are.</summary>
public class MemoryTests
{
    private static readonly Global<int> Numbers = Global.Of(Enumerable.Range(0, 20).ToArray(), 5, 4); // row r, column c holds 4·r + c

    [Theory]
    [InlineData(1, 2, 1, new[] { 4, 8 })]
    [InlineData(0, 9, 2, new[] { 0, 8, 16 })]
    [InlineData(4, int.MaxValue, 3, new[] { 16 })]
    [InlineData(5, 1, 1, new int[0])]
    [InlineData(-1, 3, 1, new int[0])]
    [InlineData(2, -1, 1, new int[0])]
    public void SliceRows_HasTheRowsThatThereAre(int start, int count, int step, int[] first)
    {
        var slice = Numbers.SliceRows(start, count, step);
        Assert.Equal(first, Enumerable.Range(0, slice.Rows).Select(row => slice.At(row, 0)));
        Assert.Equal(0, slice.At(slice.Rows, 0));
    }

    [Fact]
    public void SliceCols_OfARowSlice_IsBoth()
    {
        var slice = Numbers.SliceRows(1, 3, 2).SliceCols(2, 9);
        Assert.Equal((2, 2), (slice.Rows, slice.Cols));
        Assert.Equal([6, 7, 14, 15], slice.Tiles(2, 2)[0, 0].Block.Elements.ToArray());
        Assert.Equal(0, Numbers.SliceCols(4, 1).Cols);
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers.SliceRows(0, 1, 0));
    }

    [Fact]
    public void Gather_ReadsRowsByNumber_AndZerosWhereThereIsNone()
    {
        var rows = Global.Of([3, -1, 0, 7], 4).ColVecs(3)[0];
        Assert.Equal([14, 15, 0, 0, 2, 3], Numbers.Gather(rows, 2)[1].Block.Elements.ToArray());
        Assert.Equal(2, Numbers.Gather(rows, 3).Cols);
    }

    [Fact]
    public void Groups_AreTheTilesOfEachGroup()
    {
        var offsets = Global.Of([1, 1, 4, 9], 4);
        Assert.Equal([(1, 0), (1, 1), (2, 0), (2, 1), (2, 2)], Groups(offsets, 9, 2));
        Assert.Equal([4, 8, 12], Numbers.SliceRows(offsets, 1).Tiles(3, 1)[0, 0].Block.Elements.ToArray());
        Assert.Equal(0, Numbers.SliceRows(offsets, 3).Rows + Numbers.SliceRows(offsets, -1).Rows + Numbers.SliceRows(offsets, 0).Rows);
        Assert.Contains("group 2", Assert.Throws<ArgumentException>(() => Groups(offsets, 8, 2).Count()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Groups(Global.Of([0, 3, 2], 3), 9, 2).Count());
    }

    [Fact]
    public void Temp_HoldsNothingUntilItIsStored()
    {
        var temp = Temp<float>(2, 3);
        var tiles = temp.Tiles(1, 3);
        tiles[0, 0] = Ones<float>(1, 3);
        Assert.Equal(3f, Sum(tiles[0, 0]));
        Assert.Contains("earlier grid", Assert.Throws<InvalidOperationException>(() => tiles[1, 0]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AtomicAdds_AddWhereThereIsAPlace()
    {
        var data = new int[6];
        var target = Global.Of(data, 2, 3);
        AtomicAdd(target.Tiles(2, 2), 0, 1, Full(2, 2, 5));
        ScatterAdd(target, Global.Of([1, 1, 4], 3).ColVecs(3)[0], 0, Full(3, 2, 1));
        ScatterAdd(target, Global.Of([0, 0, 9], 3).ColVecs(3)[0], Global.Of([7, 8, 9], 3).ColVecs(3)[0]);
        Assert.Equal([15, 0, 5, 2, 2, 5], data);
    }
}
