namespace TileKit;

/// <content>The greater and the lesser of two, element by element.</content>
public static partial class Ops
{
    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Max<T>(Tile<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Max<T>(Tile<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for each row.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Max<T>(ColVec<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Max<T>(Tile<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for each column.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Max<T>(RowVec<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Max<T>(Tile<T> a, T b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Max<T>(T a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> Max<T>(ColVec<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> Max<T>(ColVec<T> a, T b)
        where T : unmanaged
        => Elementwise.ColVec<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> Max<T>(T a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> Max<T>(RowVec<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> Max<T>(RowVec<T> a, T b)
        where T : unmanaged
        => Elementwise.RowVec<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> Max<T>(T a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<T, T>(a, b, Number<T>.For().Max);

    /// <summary>The greater of two numbers; NaN if either is NaN.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static float Max(float a, float b) => Number<float>.For().Max(a, b);

    /// <summary>The greater of two numbers.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static int Max(int a, int b) => Number<int>.For().Max(a, b);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Min<T>(Tile<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Min<T>(Tile<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for each row.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Min<T>(ColVec<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Min<T>(Tile<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for each column.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Min<T>(RowVec<T> a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Min<T>(Tile<T> a, T b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Min<T>(T a, Tile<T> b)
        where T : unmanaged
        => Elementwise.Tile<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> Min<T>(ColVec<T> a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> Min<T>(ColVec<T> a, T b)
        where T : unmanaged
        => Elementwise.ColVec<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> Min<T>(T a, ColVec<T> b)
        where T : unmanaged
        => Elementwise.ColVec<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> Min<T>(RowVec<T> a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> Min<T>(RowVec<T> a, T b)
        where T : unmanaged
        => Elementwise.RowVec<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two, element by element; NaN if either is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> Min<T>(T a, RowVec<T> b)
        where T : unmanaged
        => Elementwise.RowVec<T, T>(a, b, Number<T>.For().Min);

    /// <summary>The lesser of two numbers; NaN if either is NaN.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static float Min(float a, float b) => Number<float>.For().Min(a, b);

    /// <summary>The lesser of two numbers.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static int Min(int a, int b) => Number<int>.For().Min(a, b);
}
