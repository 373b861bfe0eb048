namespace TileKit;

/// <content>Choice by a mask.</content>
public static partial class Ops
{
    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<T> Where<T>(Tile<bool> mask, Tile<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<T> Where<T>(Tile<bool> mask, Tile<T> a, T b)
        where T : unmanaged
        => Elementwise.Tile<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<T> Where<T>(Tile<bool> mask, T a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A value for every element.</param>
    public static Tile<T> Where<T>(Tile<bool> mask, T a, T b)
        where T : unmanaged
        => Elementwise.Tile<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static ColVec<T> Where<T>(ColVec<bool> mask, ColVec<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static ColVec<T> Where<T>(ColVec<bool> mask, ColVec<T> a, T b)
        where T : unmanaged
        => Elementwise.ColVec<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static ColVec<T> Where<T>(ColVec<bool> mask, T a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A value for every element.</param>
    public static ColVec<T> Where<T>(ColVec<bool> mask, T a, T b)
        where T : unmanaged
        => Elementwise.ColVec<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static RowVec<T> Where<T>(RowVec<bool> mask, RowVec<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static RowVec<T> Where<T>(RowVec<bool> mask, RowVec<T> a, T b)
        where T : unmanaged
        => Elementwise.RowVec<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static RowVec<T> Where<T>(RowVec<bool> mask, T a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<bool, T, T>(mask, a, b, Choose);

    /// <summary><paramref name="a"/> where the mask is true, else <paramref name="b"/>.</summary>
    /// <typeparam name="T">Any element type.</typeparam>
    /// <param name="mask">A mask. The result has an element where the mask, a and b have one.</param>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A value for every element.</param>
    public static RowVec<T> Where<T>(RowVec<bool> mask, T a, T b)
        where T : unmanaged
        => Elementwise.RowVec<bool, T, T>(mask, a, b, Choose);

    private static T Choose<T>(bool first, T a, T b) => first ? a : b;
}
