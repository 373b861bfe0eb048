namespace TileKit;

/// <content>Logic on masks.</content>
public sealed partial class RowVec<T>
{
    /// <summary>Where both are true.</summary>
    /// <param name="left">A mask.</param>
    /// <param name="right">A mask.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are not bool.</exception>
    public static RowVec<T> operator &(RowVec<T> left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Mask<T>.For("&").And);

    /// <summary>Where either is true.</summary>
    /// <param name="left">A mask.</param>
    /// <param name="right">A mask.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    /// <exception cref="NotSupportedException">The elements are not bool.</exception>
    public static RowVec<T> operator |(RowVec<T> left, RowVec<T> right) => Elementwise.RowVec<T, T>(left, right, Mask<T>.For("|").Or);

    /// <summary>Where <paramref name="operand"/> is false.</summary>
    /// <param name="operand">A mask.</param>
    /// <exception cref="NotSupportedException">The elements are not bool.</exception>
    public static RowVec<T> operator !(RowVec<T> operand) => Elementwise.RowVec<T, T>(operand, Mask<T>.For("!").Not);
}
