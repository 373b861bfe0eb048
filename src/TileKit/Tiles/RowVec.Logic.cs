namespace TileKit;

/// <content>Logic on masks, and on the bits of ints.</content>
public sealed partial class RowVec<T>
{
    /// <summary>Where both masks are true; the bits that are set in both ints.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static RowVec<T> operator &(RowVec<T> left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where both masks are true; the bits that are set in both ints.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static RowVec<T> operator &(RowVec<T> left, T right) => Elementwise.RowVec<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where both masks are true; the bits that are set in both ints.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static RowVec<T> operator &(T left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where either mask is true; the bits that are set in either int.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static RowVec<T> operator |(RowVec<T> left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where either mask is true; the bits that are set in either int.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static RowVec<T> operator |(RowVec<T> left, T right) => Elementwise.RowVec<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where either mask is true; the bits that are set in either int.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static RowVec<T> operator |(T left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where <paramref name="operand"/> is false.</summary>
    /// <param name="operand">A mask.</param>
    /// <exception cref="NotSupportedException">The elements are not bool.</exception>
    public static RowVec<T> operator !(RowVec<T> operand) => Elementwise.RowVec<T, T>(operand, Mask<T>.For("!").Not);

    /// <summary>Shifts the bits of each int to the left; zeros come in.</summary>
    /// <param name="operand">A vector.</param>
    /// <param name="count">By how many bits; its lowest five bits count.</param>
    /// <exception cref="NotSupportedException">The elements are not int.</exception>
    public static RowVec<T> operator <<(RowVec<T> operand, int count)
        => Elementwise.RowVec<T, T>(operand, Bits<T>.ForShift("<<").ShiftLeftBy(count));

    /// <summary>Shifts the bits of each int to the right; copies of the sign come in.</summary>
    /// <param name="operand">A vector.</param>
    /// <param name="count">By how many bits; its lowest five bits count.</param>
    /// <exception cref="NotSupportedException">The elements are not int.</exception>
    public static RowVec<T> operator >>(RowVec<T> operand, int count)
        => Elementwise.RowVec<T, T>(operand, Bits<T>.ForShift(">>").ShiftRightBy(count));
}
