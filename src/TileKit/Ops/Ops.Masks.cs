namespace TileKit;

/// <content>Replacing a part of a tile by a value.</content>
public static partial class Ops
{
    /// <summary>
    /// Sets scores to −∞ where the key comes after the query: where <paramref name="colStart"/> + column is greater than
    /// <paramref name="rowStart"/> + row.
    /// </summary>
    /// <param name="scores">A tile with a row for each query and a column for each key; the result is as large and as real.</param>
    /// <param name="rowStart">The position of the tile's first query.</param>
    /// <param name="colStart">The position of the tile's first key.</param>
    public static Tile<float> MakeCausal(Tile<float> scores, int rowStart, int colStart)
        => Replace(scores, float.NegativeInfinity, (row, col) => (long)colStart + col > (long)rowStart + row);

    /// <summary>Keeps the elements on and below a diagonal, where column − row is at most <paramref name="diagonal"/>.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile; the result is as large and as real.</param>
    /// <param name="diagonal">Which diagonal: 0 starts at the first element, 1 one column to its right, −1 one row below it.</param>
    /// <param name="fill">What takes the place of the other elements.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Tril<T>(Tile<T> x, int diagonal = 0, T fill = default)
        where T : unmanaged
    {
        Number<T>.For();
        return Replace(x, fill, (row, col) => col - row > diagonal);
    }

    /// <summary>Keeps the elements on and above a diagonal, where column − row is at least <paramref name="diagonal"/>.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile; the result is as large and as real.</param>
    /// <param name="diagonal">Which diagonal: 0 starts at the first element, 1 one column to its right, −1 one row below it.</param>
    /// <param name="fill">What takes the place of the other elements.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Triu<T>(Tile<T> x, int diagonal = 0, T fill = default)
        where T : unmanaged
    {
        Number<T>.For();
        return Replace(x, fill, (row, col) => col - row < diagonal);
    }

    /// <summary>Replaces the columns from <paramref name="col"/> on.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile; the result is as large and as real.</param>
    /// <param name="col">The first column to replace.</param>
    /// <param name="value">What takes the place of their elements.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> RightFill<T>(Tile<T> x, int col, T value)
        where T : unmanaged
    {
        Number<T>.For();
        return Replace(x, value, (_, c) => c >= col);
    }

    /// <summary>Replaces the columns before <paramref name="col"/>.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile; the result is as large and as real.</param>
    /// <param name="col">The first column to keep.</param>
    /// <param name="value">What takes the place of the elements before it.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> LeftFill<T>(Tile<T> x, int col, T value)
        where T : unmanaged
    {
        Number<T>.For();
        return Replace(x, value, (_, c) => c < col);
    }

    /// <summary>Replaces the rows above <paramref name="row"/>.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile; the result is as large and as real.</param>
    /// <param name="row">The first row to keep.</param>
    /// <param name="value">What takes the place of the elements above it.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> UpperFill<T>(Tile<T> x, int row, T value)
        where T : unmanaged
    {
        Number<T>.For();
        return Replace(x, value, (r, _) => r < row);
    }

    /// <summary>Replaces the rows from <paramref name="row"/> on.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile; the result is as large and as real.</param>
    /// <param name="row">The first row to replace.</param>
    /// <param name="value">What takes the place of their elements.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> LowerFill<T>(Tile<T> x, int row, T value)
        where T : unmanaged
    {
        Number<T>.For();
        return Replace(x, value, (r, _) => r >= row);
    }

    private static Tile<T> Replace<T>(Tile<T> x, T value, Func<int, int, bool> replaced)
        where T : unmanaged
        => new(Block<T>.Build(x.Block.Extent, (row, col) => replaced(row, col) ? value : x[row, col]));
}
