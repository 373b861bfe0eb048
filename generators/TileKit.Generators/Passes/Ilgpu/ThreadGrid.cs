namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// How the threads of a group share a tile: a thread has every <see cref="Rows"/>th row, and of those rows every <see cref="Cols"/>th
/// chunk of <see cref="Lanes"/> adjacent columns. All tiles of a kernel are dealt the same way, so that elementwise ops need no exchange.
/// </summary>
internal sealed record ThreadGrid(int Rows, int Cols, int Lanes)
{
    public int Threads => Rows * Cols;

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
