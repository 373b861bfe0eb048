namespace TileKit;

/// <content>Reductions over the real elements of rows, columns and whole tiles.</content>
public static partial class Ops
{
    /// <summary>The greatest real element of each row, −∞ (int.MinValue) of a row with none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <returns>An element for each row, real where the row is.</returns>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> RowMax<T>(Tile<T> x)
        where T : unmanaged
        => Reduce.Rows(x, Number<T>.For().Maximum);

    /// <summary>The least real element of each row, +∞ (int.MaxValue) of a row with none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <returns>An element for each row, real where the row is.</returns>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> RowMin<T>(Tile<T> x)
        where T : unmanaged
        => Reduce.Rows(x, Number<T>.For().Minimum);

    /// <summary>The sum of the real elements of each row, 0 of a row with none; in double for float, rounded once; int wraps around.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <returns>An element for each row, real where the row is.</returns>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> RowSum<T>(Tile<T> x)
        where T : unmanaged
        => Reduce.Rows(x, Number<T>.For().Sum);

    /// <summary>The product of the real elements of each row, 1 of a row with none; in double for float, rounded once; int wraps around.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <returns>An element for each row, real where the row is.</returns>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> RowProd<T>(Tile<T> x)
        where T : unmanaged
        => Reduce.Rows(x, Number<T>.For().Product);

    /// <summary>The greatest real element of each column, −∞ (int.MinValue) of a column with none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <returns>An element for each column, real where the column is.</returns>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> ColMax<T>(Tile<T> x)
        where T : unmanaged
        => Reduce.Cols(x, Number<T>.For().Maximum);

    /// <summary>The least real element of each column, +∞ (int.MaxValue) of a column with none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <returns>An element for each column, real where the column is.</returns>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> ColMin<T>(Tile<T> x)
        where T : unmanaged
        => Reduce.Cols(x, Number<T>.For().Minimum);

    /// <summary>The sum of the real elements of each column, 0 of a column with none; in double for float, rounded once; int wraps around.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <returns>An element for each column, real where the column is.</returns>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> ColSum<T>(Tile<T> x)
        where T : unmanaged
        => Reduce.Cols(x, Number<T>.For().Sum);

    /// <summary>The product of the real elements of each column, 1 of a column with none; in double for float, rounded once; int wraps around.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <returns>An element for each column, real where the column is.</returns>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> ColProd<T>(Tile<T> x)
        where T : unmanaged
        => Reduce.Cols(x, Number<T>.For().Product);

    /// <summary>The greatest real element, −∞ (int.MinValue) if there is none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Max<T>(Tile<T> x)
        where T : unmanaged
        => Number<T>.For().Maximum(x.Block.Elements);

    /// <summary>The greatest real element, −∞ (int.MinValue) if there is none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Max<T>(ColVec<T> x)
        where T : unmanaged
        => Number<T>.For().Maximum(x.Block.Elements);

    /// <summary>The greatest real element, −∞ (int.MinValue) if there is none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Max<T>(RowVec<T> x)
        where T : unmanaged
        => Number<T>.For().Maximum(x.Block.Elements);

    /// <summary>The least real element, +∞ (int.MaxValue) if there is none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Min<T>(Tile<T> x)
        where T : unmanaged
        => Number<T>.For().Minimum(x.Block.Elements);

    /// <summary>The least real element, +∞ (int.MaxValue) if there is none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Min<T>(ColVec<T> x)
        where T : unmanaged
        => Number<T>.For().Minimum(x.Block.Elements);

    /// <summary>The least real element, +∞ (int.MaxValue) if there is none; NaN if one is NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Min<T>(RowVec<T> x)
        where T : unmanaged
        => Number<T>.For().Minimum(x.Block.Elements);

    /// <summary>The sum of the real elements, 0 if there is none; in double for float, rounded once; int wraps around.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Sum<T>(Tile<T> x)
        where T : unmanaged
        => Number<T>.For().Sum(x.Block.Elements);

    /// <summary>The sum of the real elements, 0 if there is none; in double for float, rounded once; int wraps around.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Sum<T>(ColVec<T> x)
        where T : unmanaged
        => Number<T>.For().Sum(x.Block.Elements);

    /// <summary>The sum of the real elements, 0 if there is none; in double for float, rounded once; int wraps around.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static T Sum<T>(RowVec<T> x)
        where T : unmanaged
        => Number<T>.For().Sum(x.Block.Elements);
}
