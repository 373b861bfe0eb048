using System.Diagnostics;

namespace TileKit;

/// <summary>
/// A tensor as a program sees it: <c>[batch, depth, rows, cols]</c>, where a tensor of lower rank has leading dimensions of 1.
/// </summary>
/// <remarks>
/// <see cref="Tiles"/>, <see cref="RowVecs"/>, <see cref="ColVecs"/> and the scalar indexer look at the tensor's first matrix;
/// <c>view[batch, depth]</c> selects another one. Reads and writes are bounds-checked, and the memory stays alive as long as the view.
/// </remarks>
/// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
[DebuggerDisplay("Global<{typeof(T).Name,nq}> [{Batch}, {Depth}, {Rows}, {Cols}]")]
public readonly struct Global<T>
    where T : unmanaged
{
    private readonly IElements<T>? _elements; // null only in default(Global<T>), which has no elements
    private readonly TensorLayout _layout;

    internal Global(IElements<T>? elements, TensorLayout layout)
    {
        _elements = elements;
        _layout = layout;
    }

    /// <summary>The first dimension; 1 for a tensor of rank 3 or less.</summary>
    public int Batch => _layout.Batch;

    /// <summary>The second dimension; 1 for a tensor of rank 2 or less.</summary>
    public int Depth => _layout.Depth;

    /// <summary>The number of rows of each matrix; 1 for a tensor of rank 1.</summary>
    public int Rows => _layout.Rows;

    /// <summary>The number of columns of each matrix.</summary>
    public int Cols => _layout.Cols;

    /// <summary>One matrix of the tensor; one with 0 rows and 0 columns where an index is out of range.</summary>
    /// <param name="batch">The index along the first dimension.</param>
    /// <param name="depth">The index along the second dimension.</param>
    public Global<T> this[int batch, int depth] => new(_elements, _layout.Matrix(batch, depth));

    /// <summary>The scalar in row 0 and column <paramref name="col"/> of the first matrix; 0 past its edge.</summary>
    /// <param name="col">The column.</param>
    public T this[int col]
    {
        get
        {
            var matrix = this[0, 0];
            return matrix.Rows > 0 && col >= 0 && col < matrix.Cols ? matrix.Read(0, col) : default;
        }
    }

    /// <summary>The first matrix cut into tiles, the last ones hanging over its edges.</summary>
    /// <param name="rows">The number of rows of a tile, positive.</param>
    /// <param name="cols">The number of columns of a tile, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public TileView<T> Tiles(int rows, int cols) => new(this[0, 0], rows, cols);

    /// <summary>The rows of the first matrix cut into vectors that stand for a value for each column of a tile.</summary>
    /// <param name="cols">The length of a vector, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cols"/> is not positive.</exception>
    public RowVecView<T> RowVecs(int cols) => new(this[0, 0], cols);

    /// <summary>The rows of the first matrix cut into vectors that stand for a value for each row of a tile.</summary>
    /// <remarks>Memory is contiguous along columns, so these vectors, too, run along the columns of the matrix.</remarks>
    /// <param name="rows">The length of a vector, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is not positive.</exception>
    public ColVecView<T> ColVecs(int rows) => new(this[0, 0], rows);

    /// <summary>The block of the first matrix from a row and column on; elements past its edge do not exist.</summary>
    internal Block<T> Load(long rowStart, long colStart, int rows, int cols)
    {
        var matrix = this[0, 0];
        var extent = new Extent(rows, cols, Extent.Overlap(rowStart, rows, matrix.Rows), Extent.Overlap(colStart, cols, matrix.Cols));
        return Block<T>.Build(extent, (row, col) => matrix.Read((int)rowStart + row, (int)colStart + col));
    }

    /// <summary>Part of one row of the first matrix; a row that is not there has no elements.</summary>
    internal Block<T> LoadRow(int row, long colStart, int cols)
    {
        var matrix = this[0, 0];
        var exists = row >= 0 && row < matrix.Rows;
        var extent = new Extent(1, cols, 1, exists ? Extent.Overlap(colStart, cols, matrix.Cols) : 0);
        return Block<T>.Build(extent, (_, col) => matrix.Read(row, (int)colStart + col));
    }

    /// <summary>Writes the real elements of a block that the first matrix has a place for.</summary>
    internal void Store(long rowStart, long colStart, Block<T> block)
    {
        var matrix = this[0, 0];
        var extent = block.Extent;
        var realRows = Math.Min(extent.RealRows, Extent.Overlap(rowStart, extent.Rows, matrix.Rows));
        var realCols = Math.Min(extent.RealCols, Extent.Overlap(colStart, extent.Cols, matrix.Cols));
        for (var row = 0; row < realRows; row++)
        {
            for (var col = 0; col < realCols; col++)
            {
                matrix.Write((int)rowStart + row, (int)colStart + col, block[row, col]);
            }
        }
    }

    private T Read(int row, int col) => _elements!.Read(_layout.IndexOf(0, 0, row, col));

    private void Write(int row, int col, T value) => _elements!.Write(_layout.IndexOf(0, 0, row, col), value);
}
