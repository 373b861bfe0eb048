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
    public T this[int col] => At(0, col);

    /// <summary>A scalar of the first matrix; 0 past its edges.</summary>
    /// <param name="row">The row.</param>
    /// <param name="col">The column.</param>
    public T At(int row, int col)
    {
        var matrix = this[0, 0];
        return row >= 0 && row < matrix.Rows && col >= 0 && col < matrix.Cols ? matrix.Read(row, col) : default;
    }

    /// <summary>
    /// Some rows of the first matrix as a matrix of its own, whose edges they are: the rows <paramref name="start"/>,
    /// <paramref name="start"/> + <paramref name="step"/>, and so on, as far as there are any.
    /// </summary>
    /// <param name="start">The first row; no row exists where it lies outside.</param>
    /// <param name="count">How many rows; none if it is 0 or less.</param>
    /// <param name="step">The distance of the rows, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not positive.</exception>
    public Global<T> SliceRows(int start, int count, int step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        return new(_elements, this[0, 0]._layout.SliceRows(start, count, step));
    }

    /// <summary>The rows of one group: those from <c>offsets[group]</c> up to <c>offsets[group + 1]</c>. See <see cref="Ops.Groups(Global{int}, int, int)"/>.</summary>
    /// <param name="offsets">Where the groups begin, and at last where the last one ends: ascending row numbers, one more than there are groups.</param>
    /// <param name="group">The group; one that does not exist has no rows.</param>
    public Global<T> SliceRows(Global<int> offsets, int group)
    {
        var (start, count) = RaggedGrid.Group(offsets, group);
        return SliceRows(start, count);
    }

    /// <summary>Some columns of the first matrix as a matrix of its own, whose edges they are.</summary>
    /// <param name="start">The first column; no column exists where it lies outside.</param>
    /// <param name="count">How many columns; none if it is 0 or less.</param>
    public Global<T> SliceCols(int start, int count) => new(_elements, this[0, 0]._layout.SliceCols(start, count));

    /// <summary>The columns of one group: those from <c>offsets[group]</c> up to <c>offsets[group + 1]</c>. See <see cref="Ops.Groups(Global{int}, int, int)"/>.</summary>
    /// <param name="offsets">Where the groups begin, and at last where the last one ends: ascending column numbers, one more than there are groups.</param>
    /// <param name="group">The group; one that does not exist has no columns.</param>
    public Global<T> SliceCols(Global<int> offsets, int group)
    {
        var (start, count) = RaggedGrid.Group(offsets, group);
        return SliceCols(start, count);
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

    /// <summary>Rows of the first matrix by their numbers, cut into tiles along the columns: what a load gathers never lies in memory as a copy.</summary>
    /// <param name="rows">For each row of the tiles, the row of the matrix; one that the matrix does not have reads as zeros.</param>
    /// <param name="cols">The number of columns of a tile, positive.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cols"/> is not positive.</exception>
    public GatherView<T> Gather(ColVec<int> rows, int cols) => new(this[0, 0], rows, cols);

    /// <summary>Rows of the first matrix by their numbers, from a column on.</summary>
    internal Block<T> LoadRows(ColVec<int> rows, long colStart, int cols)
    {
        var matrix = this[0, 0];
        var extent = new Extent(rows.Length, cols, rows.RealLength, Extent.Overlap(colStart, cols, matrix.Cols));
        return Block<T>.Build(extent, (row, col) => matrix.At(rows[row], (int)colStart + col));
    }

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

    /// <summary>Adds the real elements of a block to those that <paramref name="place"/> names, where the first matrix has them.</summary>
    internal void Add(Block<T> block, Func<int, int, (long Row, long Col)> place)
    {
        var (matrix, number) = (this[0, 0], Number<T>.For("An atomic add"));
        for (var row = 0; row < block.Extent.RealRows; row++)
        {
            for (var col = 0; col < block.Extent.RealCols; col++)
            {
                var (to, along) = place(row, col);
                if (to >= 0 && to < matrix.Rows && along >= 0 && along < matrix.Cols)
                {
                    matrix.Write((int)to, (int)along, number.Add(matrix.Read((int)to, (int)along), block[row, col]));
                }
            }
        }
    }

    private T Read(int row, int col) => _elements!.Read(_layout.IndexOf(0, 0, row, col));

    private void Write(int row, int col, T value) => _elements!.Write(_layout.IndexOf(0, 0, row, col), value);
}
