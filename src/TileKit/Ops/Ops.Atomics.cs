namespace TileKit;

/// <content>Additions to memory that several program instances may make to one element.</content>
/// <remarks>The order of additions is not fixed, so float sums may differ in their last bits from run to run; int sums do not.</remarks>
public static partial class Ops
{
    /// <summary>Adds a tile to one of a view, each element as one step: instances may add to the same elements at the same time.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="view">The view. No instance of the grid stores to its tensor or reads it otherwise.</param>
    /// <param name="row">The tile's row among the tiles.</param>
    /// <param name="col">The tile's column among the tiles.</param>
    /// <param name="value">What is added; only real elements are, and only where the matrix has a place for them.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tile has another nominal size than the view's.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> has no arithmetic.</exception>
    public static void AtomicAdd<T>(TileView<T> view, int row, int col, Tile<T> value)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(value);
        view.Add(row, col, value);
    }

    /// <summary>Adds the rows of a tile to rows of a matrix by their numbers, each element as one step: numbers may repeat.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="target">The tensor, its first matrix. No instance of the grid stores to it or reads it otherwise.</param>
    /// <param name="rows">For each row of the tile, the row of the matrix; nothing is added where the matrix has no such row.</param>
    /// <param name="col">The column of tiles: the tile's first column goes to the matrix's column <paramref name="col"/> · columns of the tile.</param>
    /// <param name="value">What is added; only real elements are, and only where the matrix has a place for them.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tile has another number of rows than there are numbers.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> has no arithmetic.</exception>
    public static void ScatterAdd<T>(Global<T> target, ColVec<int> rows, int col, Tile<T> value)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(value);
        if (rows.Length != value.Rows)
        {
            throw new ArgumentException($"{rows.Length} row numbers do not fit a tile of {value.Rows} rows.", nameof(rows));
        }

        target.Add(value.Block, (r, c) => (r < rows.RealLength ? rows[r] : -1, ((long)col * value.Cols) + c));
    }

    /// <summary>Adds the elements of a vector to elements of row 0 by their numbers, each as one step: numbers may repeat.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="target">The tensor, row 0 of its first matrix. No instance of the grid stores to it or reads it otherwise.</param>
    /// <param name="cols">For each element, the column of the matrix; nothing is added where there is no such column.</param>
    /// <param name="value">What is added; only real elements are.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The vectors have different nominal lengths.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> has no arithmetic.</exception>
    public static void ScatterAdd<T>(Global<T> target, ColVec<int> cols, ColVec<T> value)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(cols);
        ArgumentNullException.ThrowIfNull(value);
        if (cols.Length != value.Length)
        {
            throw new ArgumentException($"{cols.Length} column numbers do not fit a vector of {value.Length}.", nameof(cols));
        }

        target.Add(value.Block, (r, _) => (0, r < cols.RealLength ? cols[r] : -1));
    }
}
