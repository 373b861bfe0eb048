namespace TileKit;

/// <summary>
/// The elements behind a tile or a vector, which never change once it is built. Only real elements can be reached; the others do not
/// exist.
/// </summary>
internal sealed class Block<T>
    where T : unmanaged
{
    private readonly T[] _elements; // row after row, real elements only

    private Block(Extent extent, T[] elements)
    {
        Extent = extent;
        _elements = elements;
    }

    public Extent Extent { get; }

    /// <summary>The real elements, row after row.</summary>
    public ReadOnlySpan<T> Elements => _elements;

    /// <summary>A real element.</summary>
    public T this[int row, int col]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfNegative(col);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Extent.RealRows);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(col, Extent.RealCols);
            return _elements[(row * Extent.RealCols) + col];
        }
    }

    /// <summary>Builds a block by asking for each real element once: the one loop behind every op that makes a block.</summary>
    public static Block<T> Build(Extent extent, Func<int, int, T> element)
    {
        ElementType<T>.RequireTileElement();
        var elements = new T[checked(extent.RealRows * extent.RealCols)];
        for (var row = 0; row < extent.RealRows; row++)
        {
            for (var col = 0; col < extent.RealCols; col++)
            {
                elements[(row * extent.RealCols) + col] = element(row, col);
            }
        }

        return new(extent, elements);
    }

    /// <summary>The real elements of a row.</summary>
    public ReadOnlySpan<T> Row(int row) => _elements.AsSpan(row * Extent.RealCols, Extent.RealCols);

    /// <summary>The real elements of a column.</summary>
    public ReadOnlySpan<T> Col(int col)
    {
        var elements = new T[Extent.RealRows];
        for (var row = 0; row < elements.Length; row++)
        {
            elements[row] = this[row, col];
        }

        return elements;
    }

    /// <summary>The block with rows and columns swapped.</summary>
    public Block<T> Transpose()
        => Build(new(Extent.Cols, Extent.Rows, Extent.RealCols, Extent.RealRows), (row, col) => this[col, row]);

    /// <summary>The real elements as a table, for display and tests.</summary>
    public T[,] ToTable()
    {
        var table = new T[Extent.RealRows, Extent.RealCols];
        for (var row = 0; row < Extent.RealRows; row++)
        {
            for (var col = 0; col < Extent.RealCols; col++)
            {
                table[row, col] = this[row, col];
            }
        }

        return table;
    }

    /// <summary>The first few real elements, as a debugger shows them.</summary>
    public override string ToString()
    {
        const int shown = 8;
        var first = string.Join(", ", _elements.Take(shown));
        return _elements.Length > shown ? $"{first}, …" : first;
    }
}
