namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// How the threads of a group share a tile: a thread has every <see cref="Rows"/>th row, and of those rows every <see cref="Cols"/>th
/// chunk of <see cref="Lanes"/> adjacent columns. All tiles of a kernel are dealt the same way, so that elementwise ops need no exchange.
/// Where the grid is <see cref="OfFragments"/>, the threads of a warp are 8 rows of 4 with 2 lanes each: two rows of a thread and one of its chunks are
/// what it has of a tensor core's accumulator, 16 × 8.
/// </summary>
internal sealed record ThreadGrid(int Rows, int Cols, int Lanes, bool OfFragments = false)
{
    private const int WarpRows = 8;
    private const int WarpCols = 4;

    /// <summary>A grid of warps.</summary>
    public static ThreadGrid OfWarps(int rows, int cols) => new(rows * WarpRows, cols * WarpCols, 2, OfFragments: true);

    public int Threads => Rows * Cols;

    /// <summary>The warps above one another.</summary>
    public int WarpsDown => Rows / WarpRows;

    /// <summary>The warps side by side.</summary>
    public int WarpsAcross => Cols / WarpCols;

    /// <summary>Whether the threads of a row are four neighbours of a warp, who exchange without shared memory.</summary>
    public bool HasQuads => OfFragments && WarpsAcross == 1;

    /// <summary>The rows that a thread has of a tile.</summary>
    public int RowsOf(int rows) => (rows + Rows - 1) / Rows;

    /// <summary>The chunks that a thread has of each of its rows.</summary>
    public int ChunksOf(int cols) => (cols + (Cols * Lanes) - 1) / (Cols * Lanes);

    /// <summary>Whether every thread has rows of the tile, all of them real.</summary>
    public bool DividesRows(int rows) => rows % Rows == 0;

    public bool DividesCols(int cols) => cols % (Cols * Lanes) == 0;

    /// <summary>Whether each row of a tile is one thread's, and all threads have as many.</summary>
    public bool HasOwnRows(int rows) => Cols == 1 && DividesRows(rows);
}
