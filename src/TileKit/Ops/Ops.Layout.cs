namespace TileKit;

/// <content>Moving elements about.</content>
public static partial class Ops
{
    /// <summary>Swaps rows and columns, the real ones with them.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="x">A tile, M×N.</param>
    /// <returns>A tile, N×M.</returns>
    public static Tile<T> Transpose<T>(Tile<T> x)
        where T : unmanaged
        => new(x.Block.Transpose());

    /// <summary>A part of a tile. Elements of it that the tile does not have do not exist.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="x">A tile.</param>
    /// <param name="rowStart">The part's first row; a negative one gives a part with no real rows.</param>
    /// <param name="colStart">The part's first column; a negative one gives a part with no real columns.</param>
    /// <param name="rows">The part's number of rows.</param>
    /// <param name="cols">The part's number of columns.</param>
    /// <returns>A tile, <paramref name="rows"/> × <paramref name="cols"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Tile<T> Subtile<T>(Tile<T> x, int rowStart, int colStart, int rows, int cols)
        where T : unmanaged
    {
        var part = Extent.Whole(rows, cols) with
        {
            RealRows = Extent.Overlap(rowStart, rows, x.RealRows),
            RealCols = Extent.Overlap(colStart, cols, x.RealCols),
        };
        return new(Block<T>.Build(part, (row, col) => x[rowStart + row, colStart + col]));
    }
}
