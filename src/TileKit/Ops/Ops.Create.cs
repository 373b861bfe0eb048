namespace TileKit;

/// <content>Tiles out of nothing.</content>
public static partial class Ops
{
    /// <summary>A tile of zeros, all of it real.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Tile<T> Zeros<T>(int rows, int cols)
        where T : unmanaged
        => Full(rows, cols, Constant<T>.Zero);

    /// <summary>A tile of ones, all of it real.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Tile<T> Ones<T>(int rows, int cols)
        where T : unmanaged
        => Full(rows, cols, Constant<T>.One);

    /// <summary>A tile of −∞ (the least value of an integer type), all of it real.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Tile<T> NegInfty<T>(int rows, int cols)
        where T : unmanaged
        => Full(rows, cols, Constant<T>.NegInfty);

    /// <summary>A tile of +∞ (the greatest value of an integer type), all of it real.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Tile<T> PosInfty<T>(int rows, int cols)
        where T : unmanaged
        => Full(rows, cols, Constant<T>.PosInfty);

    /// <summary>A tile with the same value everywhere, all of it real.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <param name="value">The value of each element.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Tile<T> Full<T>(int rows, int cols, T value)
        where T : unmanaged
    {
        ElementType<T>.RequireStorable();
        return new(Block<T>.Build(Extent.Whole(rows, cols), (_, _) => value));
    }

    /// <summary>A tile in which each element is the index of its row, from 0; all of it real.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Tile<int> RowIndex(int rows, int cols) => new(Block<int>.Build(Extent.Whole(rows, cols), (row, _) => row));

    /// <summary>A tile in which each element is the index of its column, from 0; all of it real.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Tile<int> ColIndex(int rows, int cols) => new(Block<int>.Build(Extent.Whole(rows, cols), (_, col) => col));
}
