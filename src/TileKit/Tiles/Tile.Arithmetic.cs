namespace TileKit;

/// <content>Arithmetic, element by element.</content>
public sealed partial class Tile<T>
{
    /// <summary>Adds element by element.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator +(Tile<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Adds element by element. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator +(Tile<T> left, ColVec<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Adds element by element. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator +(ColVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Adds element by element. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator +(Tile<T> left, RowVec<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Adds element by element. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator +(RowVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Adds element by element.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator +(Tile<T> left, T right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Adds element by element.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator +(T left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("+").Add);

    /// <summary>Subtracts element by element.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator -(Tile<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Subtracts element by element. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator -(Tile<T> left, ColVec<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Subtracts element by element. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator -(ColVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Subtracts element by element. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator -(Tile<T> left, RowVec<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Subtracts element by element. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator -(RowVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Subtracts element by element.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator -(Tile<T> left, T right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Subtracts element by element.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator -(T left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("-").Subtract);

    /// <summary>Multiplies element by element.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator *(Tile<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Multiplies element by element. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator *(Tile<T> left, ColVec<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Multiplies element by element. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator *(ColVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Multiplies element by element. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator *(Tile<T> left, RowVec<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Multiplies element by element. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator *(RowVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Multiplies element by element.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator *(Tile<T> left, T right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Multiplies element by element.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator *(T left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.For("*").Multiply);

    /// <summary>Divides element by element; float only.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static Tile<T> operator /(Tile<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Divides element by element; float only. Each column meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static Tile<T> operator /(Tile<T> left, ColVec<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Divides element by element; float only. Each column meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each row.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static Tile<T> operator /(ColVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Divides element by element; float only. Each row meets <paramref name="right"/>.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static Tile<T> operator /(Tile<T> left, RowVec<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Divides element by element; float only. Each row meets <paramref name="left"/>.</summary>
    /// <param name="left">A value for each column.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static Tile<T> operator /(RowVec<T> left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Divides element by element; float only.</summary>
    /// <param name="left">A tile.</param>
    /// <param name="right">A value for every element.</param>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static Tile<T> operator /(Tile<T> left, T right) => Elementwise.Tile<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Divides element by element; float only.</summary>
    /// <param name="left">A value for every element.</param>
    /// <param name="right">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are not float.</exception>
    public static Tile<T> operator /(T left, Tile<T> right) => Elementwise.Tile<T, T>(left, right, Number<T>.ForDivision().Divide);

    /// <summary>Negates each element.</summary>
    /// <param name="operand">The tile to negate.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> operator -(Tile<T> operand) => Elementwise.Tile<T, T>(operand, Number<T>.For("-").Negate);
}
