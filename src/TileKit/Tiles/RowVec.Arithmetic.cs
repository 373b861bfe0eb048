namespace TileKit;

/// <content>Arithmetic, element by element.</content>
public sealed partial class RowVec<T>
{
    /// <summary>Adds element by element.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator +(RowVec<T> left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Adds element by element.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator +(RowVec<T> left, T right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Adds element by element.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator +(T left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Subtracts element by element.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator -(RowVec<T> left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Subtracts element by element.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator -(RowVec<T> left, T right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Subtracts element by element.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator -(T left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Multiplies element by element.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator *(RowVec<T> left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Multiplies element by element.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator *(RowVec<T> left, T right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Multiplies element by element.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator *(T left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Divides element by element; float only.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static RowVec<T> operator /(RowVec<T> left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Divides element by element; float only.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static RowVec<T> operator /(RowVec<T> left, T right) => Elementwise.RowVec<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Divides element by element; float only.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static RowVec<T> operator /(T left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Negates each element.</summary>
    /// <param name="operand">The vector to negate.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> operator -(RowVec<T> operand) => Elementwise.RowVec<T, T>(operand, Number<T>.For("-").Negate);
}
