namespace TileKit;

/// <content>Equality, element by element; the other comparisons are operators.</content>
public static partial class Ops
{
    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> Equal<T>(Tile<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> Equal<T>(Tile<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for each row.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> Equal<T>(ColVec<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> Equal<T>(Tile<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for each column.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> Equal<T>(RowVec<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> Equal<T>(Tile<T> a, T b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> Equal<T>(T a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> Equal<T>(ColVec<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> Equal<T>(ColVec<T> a, T b)
        where T : unmanaged
        => Elementwise.ColVec<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> Equal<T>(T a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<bool> Equal<T>(RowVec<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<bool> Equal<T>(RowVec<T> a, T b)
        where T : unmanaged
        => Elementwise.RowVec<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two are equal; NaN equals nothing.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<bool> Equal<T>(T a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<T, bool>(a, b, Number<T>.For().Equal);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> NotEqual<T>(Tile<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> NotEqual<T>(Tile<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for each row.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> NotEqual<T>(ColVec<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> NotEqual<T>(Tile<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for each column.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> NotEqual<T>(RowVec<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> NotEqual<T>(Tile<T> a, T b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> NotEqual<T>(T a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> NotEqual<T>(ColVec<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> NotEqual<T>(ColVec<T> a, T b)
        where T : unmanaged
        => Elementwise.ColVec<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> NotEqual<T>(T a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<bool> NotEqual<T>(RowVec<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<bool> NotEqual<T>(RowVec<T> a, T b)
        where T : unmanaged
        => Elementwise.RowVec<T, bool>(a, b, Number<T>.For().NotEqual);

    /// <summary>Where two differ; NaN differs from everything.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<bool> NotEqual<T>(T a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<T, bool>(a, b, Number<T>.For().NotEqual);
}
