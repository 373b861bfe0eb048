using System.Diagnostics;

namespace TileKit;

/// <summary>Rows of a matrix by their numbers, cut into tiles along the columns. See <see cref="Global{T}.Gather"/>.</summary>
/// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
[DebuggerDisplay("{_rows.Length} gathered rows, {Cols} tiles of {_tileCols} columns")]
public sealed class GatherView<T>
    where T : unmanaged
{
    private readonly Global<T> _matrix;
    private readonly ColVec<int> _rows;
    private readonly int _tileCols;

    internal GatherView(Global<T> matrix, ColVec<int> rows, int cols)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cols);
        _matrix = matrix;
        _rows = rows;
        _tileCols = cols;
    }

    /// <summary>How many tiles there are from left to right.</summary>
    public int Cols => Ops.CeilDiv(_matrix.Cols, _tileCols);

    /// <summary>
    /// Loads a tile: row r is the matrix's row <c>rows[r]</c>, and zeros where the matrix has no such row. Real are the rows for which
    /// there is a number, and the columns that the matrix has.
    /// </summary>
    /// <param name="col">The tile's column among the tiles.</param>
    public Tile<T> this[int col] => new(_matrix.LoadRows(_rows, (long)col * _tileCols, _tileCols));
}
