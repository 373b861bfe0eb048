using System.Diagnostics;

namespace TileKit;

/// <summary>The rows of a matrix cut into vectors of one length, each a value for each column of a tile.</summary>
/// <remarks>The vectors run along the columns of the matrix, where memory is contiguous; the last one of a row hangs over its edge.</remarks>
/// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
[DebuggerDisplay("{Count} RowVecs of {_length} a row")]
public sealed class RowVecView<T>
    where T : unmanaged
{
    private readonly Global<T> _matrix;
    private readonly int _length;

    internal RowVecView(Global<T> matrix, int cols)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cols);
        _matrix = matrix;
        _length = cols;
    }

    /// <summary>How many vectors there are in a row of the matrix.</summary>
    public int Count => Ops.CeilDiv(_matrix.Cols, _length);

    /// <summary>Loads or stores a vector of the matrix's row 0, as <see cref="this[int, int]"/> does.</summary>
    /// <param name="index">The vector's place in the row.</param>
    /// <exception cref="ArgumentException">The vector to store has another nominal length than the view's.</exception>
    public RowVec<T> this[int index]
    {
        get => this[0, index];
        set => this[0, index] = value;
    }

    /// <summary>
    /// Loads or stores a vector. A load gives a vector of the view's length in which what lies past the edge does not exist; a store
    /// writes the real elements that the matrix has a place for. Out of range nothing exists and nothing is written.
    /// </summary>
    /// <param name="row">The row of the matrix.</param>
    /// <param name="index">The vector's place in the row.</param>
    /// <exception cref="ArgumentException">The vector to store has another nominal length than the view's.</exception>
    public RowVec<T> this[int row, int index]
    {
        get => new(_matrix.LoadRow(row, (long)index * _length, _length));
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length != _length)
            {
                throw new ArgumentException($"A RowVec of {value.Length} cannot be stored in a view of RowVecs of {_length}.", nameof(value));
            }

            _matrix.Store(row, (long)index * _length, value.Block);
        }
    }
}
