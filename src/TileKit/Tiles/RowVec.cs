namespace TileKit;

/// <summary>A vector with one value for each column of a tile. See <see cref="RowVec{T}"/>.</summary>
public abstract class RowVec
{
    private protected RowVec()
    {
    }

    /// <summary>The vector's nominal number of elements.</summary>
    public abstract int Length { get; }

    /// <summary>How many of the elements exist.</summary>
    public abstract int RealLength { get; }

    /// <summary>A vector of <paramref name="length"/> zeros, all of them real.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="length">One element for each column of the tiles it goes with.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static RowVec<T> Zeros<T>(int length)
        where T : unmanaged
        => Full(length, Constant<T>.Zero);

    /// <summary>A vector of <paramref name="length"/> ones, all of them real.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="length">One element for each column of the tiles it goes with.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static RowVec<T> Ones<T>(int length)
        where T : unmanaged
        => Full(length, Constant<T>.One);

    /// <summary>A vector with the same value everywhere, all of it real.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="length">One element for each column of the tiles it goes with.</param>
    /// <param name="value">The value of each element.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static RowVec<T> Full<T>(int length, T value)
        where T : unmanaged
    {
        ElementType<T>.RequireStorable();
        return new(Block<T>.Build(Extent.Whole(1, length), (_, _) => value));
    }

    /// <summary>A vector of −∞ (the least value of an integer type), all of it real: where a maximum starts.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="length">One element for each column of the tiles it goes with.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static RowVec<T> NegInfty<T>(int length)
        where T : unmanaged
        => Full(length, Constant<T>.NegInfty);

    /// <summary>A vector of +∞ (the greatest value of an integer type), all of it real: where a minimum starts.</summary>
    /// <typeparam name="T">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="length">One element for each column of the tiles it goes with.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static RowVec<T> PosInfty<T>(int length)
        where T : unmanaged
        => Full(length, Constant<T>.PosInfty);

    internal abstract RowVec<TTo> CastTo<TTo>()
        where TTo : unmanaged;
}
