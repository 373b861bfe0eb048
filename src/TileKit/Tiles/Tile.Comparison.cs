namespace TileKit;

/// <content>Comparisons, element by element. A comparison with NaN is false.</content>
public sealed partial class Tile<T>
{
    /// <summary>Where the left element is less than the right one.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <(Tile<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is less than the right one. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <(Tile<T> left, ColVec<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is less than the right one. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <(ColVec<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is less than the right one. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <(Tile<T> left, RowVec<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is less than the right one. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <(RowVec<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is less than the right one.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <(Tile<T> left, T right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is less than the right one.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <(T left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is greater than the right one.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >(Tile<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is greater than the right one. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >(Tile<T> left, ColVec<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is greater than the right one. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >(ColVec<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is greater than the right one. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >(Tile<T> left, RowVec<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is greater than the right one. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >(RowVec<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is greater than the right one.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >(Tile<T> left, T right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is greater than the right one.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >(T left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is at most the right one.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <=(Tile<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at most the right one. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <=(Tile<T> left, ColVec<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at most the right one. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <=(ColVec<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at most the right one. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <=(Tile<T> left, RowVec<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at most the right one. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <=(RowVec<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at most the right one.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <=(Tile<T> left, T right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at most the right one.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator <=(T left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at least the right one.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >=(Tile<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);

    /// <summary>Where the left element is at least the right one. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >=(Tile<T> left, ColVec<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);

    /// <summary>Where the left element is at least the right one. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >=(ColVec<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);

    /// <summary>Where the left element is at least the right one. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >=(Tile<T> left, RowVec<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);

    /// <summary>Where the left element is at least the right one. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >=(RowVec<T> left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);

    /// <summary>Where the left element is at least the right one.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >=(Tile<T> left, T right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);

    /// <summary>Where the left element is at least the right one.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<bool> operator >=(T left, Tile<T> right)
        => Elementwise.Tile<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);
}
