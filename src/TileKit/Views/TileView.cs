using System.Diagnostics;

namespace TileKit;

/// <summary>A matrix cut into tiles of one size; the last ones hang over its right and lower edge.</summary>
/// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
[DebuggerDisplay("{Rows}×{Cols} tiles of {_tileRows}×{_tileCols}")]
public sealed class TileView<T>
    where T : unmanaged
{
    private readonly Global<T> _matrix;
    private readonly int _tileRows;
    private readonly int _tileCols;

    internal TileView(Global<T> matrix, int rows, int cols)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cols);
        _matrix = matrix;
        _tileRows = rows;
        _tileCols = cols;
    }

    /// <summary>How many tiles there are from top to bottom.</summary>
    public int Rows => Ops.CeilDiv(_matrix.Rows, _tileRows);

    /// <summary>How many tiles there are from left to right.</summary>
    public int Cols => Ops.CeilDiv(_matrix.Cols, _tileCols);

    /// <summary>
    /// Loads or stores a tile. A load gives a tile of the view's size in which what lies past the edge does not exist; a store writes
    /// the real elements that the matrix has a place for. Out of range nothing exists and nothing is written.
    /// </summary>
    /// <param name="row">The tile's row among the tiles.</param>
    /// <param name="col">The tile's column among the tiles.</param>
    /// <exception cref="ArgumentException">The tile to store has another nominal size than the view's tiles.</exception>
    public Tile<T> this[int row, int col]
    {
        get => new(_matrix.Load((long)row * _tileRows, (long)col * _tileCols, _tileRows, _tileCols));
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            RequireSize(value);
            _matrix.Store((long)row * _tileRows, (long)col * _tileCols, value.Block);
        }
    }

    /// <summary>Adds a tile to one of the view.</summary>
    internal void Add(int row, int col, Tile<T> value)
    {
        RequireSize(value);
        _matrix.Add(value.Block, (r, c) => (((long)row * _tileRows) + r, ((long)col * _tileCols) + c));
    }

    private void RequireSize(Tile<T> value)
    {
        if (value.Rows != _tileRows || value.Cols != _tileCols)
        {
            throw new ArgumentException(
                $"A tile of {value.Rows}×{value.Cols} cannot be stored in a view of {_tileRows}×{_tileCols} tiles.", nameof(value));
        }
    }
}
