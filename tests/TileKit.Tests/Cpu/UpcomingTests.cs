using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public unsafe class UpcomingTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(32, 1, 0)]
    [InlineData(33, 2, 128)]
    [InlineData(256, 8, 896)]
    public void A_tile_is_asked_for_in_pieces_of_two_lines_row_by_row(int cols, int pieces, int toTheLastPiece)
    {
        const int Distance = 4096;
        const int Rows = 3;
        var first = stackalloc float[1];

        var tile = Upcoming.Tile(new Ptr<float>(first), Distance, Rows, cols);

        Assert.True(tile.Address == first);
        Assert.Equal(pieces, tile.Pieces);
        Assert.Equal(Rows * pieces, tile.Count);
        Assert.Equal((Distance * sizeof(float)) - toTheLastPiece, tile.Gap);
    }

    [Theory]
    [InlineData(true, true, 8)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    public void It_is_asked_for_where_it_exists_and_that_pays(bool isThere, bool isAmd, int count)
    {
        CpuMachine.AssumedKind = isAmd ? ProcessorKind.Zen5 : ProcessorKind.Other;
        try
        {
            var first = stackalloc Half[1];

            Assert.Equal(count, Upcoming.Tile(isThere, new Ptr<Half>(first), 100, 4, 100).Count);
        }
        finally
        {
            CpuMachine.AssumedKind = null;
        }
    }
}
