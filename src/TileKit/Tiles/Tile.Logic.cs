namespace TileKit;

/// <content>Logic on masks, and on the bits of ints.</content>
public sealed partial class Tile<T>
{
    /// <summary>Where both masks are true; the bits that are set in both ints.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator &(Tile<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where both masks are true; the bits that are set in both ints. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator &(Tile<T> left, ColVec<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where both masks are true; the bits that are set in both ints. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator &(ColVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where both masks are true; the bits that are set in both ints. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator &(Tile<T> left, RowVec<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where both masks are true; the bits that are set in both ints. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator &(RowVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where both masks are true; the bits that are set in both ints.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator &(Tile<T> left, T right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where both masks are true; the bits that are set in both ints.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator &(T left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("&").And);

    /// <summary>Where either mask is true; the bits that are set in either int.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator |(Tile<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where either mask is true; the bits that are set in either int. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator |(Tile<T> left, ColVec<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where either mask is true; the bits that are set in either int. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator |(ColVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where either mask is true; the bits that are set in either int. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator |(Tile<T> left, RowVec<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where either mask is true; the bits that are set in either int. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator |(RowVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where either mask is true; the bits that are set in either int.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator |(Tile<T> left, T right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where either mask is true; the bits that are set in either int.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither bool nor int.</exception>
    public static Tile<T> operator |(T left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Bits<T>.For("|").Or);

    /// <summary>Where <paramref name="operand"/> is false.</summary>
    /// <param name="operand">A mask.</param>
    /// <exception cref="NotSupportedException">The elements are not bool.</exception>
    public static Tile<T> operator !(Tile<T> operand) => Elementwise.Tile<T, T>(operand, Mask<T>.For("!").Not);

    /// <summary>Shifts the bits of each int to the left; zeros come in.</summary>
    /// <param name="operand">A tile.</param>
    /// <param name="count">By how many bits; its lowest five bits count.</param>
    /// <exception cref="NotSupportedException">The elements are not int.</exception>
    public static Tile<T> operator <<(Tile<T> operand, int count)
        => Elementwise.Tile<T, T>(operand, Bits<T>.ForShift("<<").ShiftLeftBy(count));

    /// <summary>Shifts the bits of each int to the right; copies of the sign come in.</summary>
    /// <param name="operand">A tile.</param>
    /// <param name="count">By how many bits; its lowest five bits count.</param>
    /// <exception cref="NotSupportedException">The elements are not int.</exception>
    public static Tile<T> operator >>(Tile<T> operand, int count)
        => Elementwise.Tile<T, T>(operand, Bits<T>.ForShift(">>").ShiftRightBy(count));
}
