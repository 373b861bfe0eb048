namespace TileKit;

/// <content>Comparisons, element by element. A comparison with NaN is false.</content>
public sealed partial class ColVec<T>
{
    /// <summary>Where the left element is less than the right one.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator <(ColVec<T> left, ColVec<T> right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is less than the right one.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator <(ColVec<T> left, T right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is less than the right one.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator <(T left, ColVec<T> right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For("<").Less);

    /// <summary>Where the left element is greater than the right one.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator >(ColVec<T> left, ColVec<T> right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is greater than the right one.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator >(ColVec<T> left, T right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is greater than the right one.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator >(T left, ColVec<T> right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For(">").Greater);

    /// <summary>Where the left element is at most the right one.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator <=(ColVec<T> left, ColVec<T> right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at most the right one.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator <=(ColVec<T> left, T right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at most the right one.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator <=(T left, ColVec<T> right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For("<=").LessOrEqual);

    /// <summary>Where the left element is at least the right one.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator >=(ColVec<T> left, ColVec<T> right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);

    /// <summary>Where the left element is at least the right one.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator >=(ColVec<T> left, T right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);

    /// <summary>Where the left element is at least the right one.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<bool> operator >=(T left, ColVec<T> right)
        => Elementwise.ColVec<T, bool>(left, right, Number<T>.For(">=").GreaterOrEqual);
}
