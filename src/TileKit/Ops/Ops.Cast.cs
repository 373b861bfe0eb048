namespace TileKit;

/// <content>Conversions between element types.</content>
public static partial class Ops
{
    /// <summary>Converts each element to another type.</summary>
    /// <remarks>
    /// To Half and BFloat16 it rounds to nearest even. From a floating-point type to int and sbyte it rounds to nearest even, saturates
    /// and takes NaN to 0. From int to sbyte it saturates; from int to a floating-point type it goes through float.
    /// </remarks>
    /// <typeparam name="TTo">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="x">A tile of float, Half, BFloat16, sbyte or int; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">Either type is bool.</exception>
    public static Tile<TTo> Cast<TTo>(Tile x)
        where TTo : unmanaged
        => x.CastTo<TTo>();

    /// <summary>Converts each element to another type.</summary>
    /// <remarks>
    /// To Half and BFloat16 it rounds to nearest even. From a floating-point type to int and sbyte it rounds to nearest even, saturates
    /// and takes NaN to 0. From int to sbyte it saturates; from int to a floating-point type it goes through float.
    /// </remarks>
    /// <typeparam name="TTo">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="x">A vector of float, Half, BFloat16, sbyte or int; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">Either type is bool.</exception>
    public static ColVec<TTo> Cast<TTo>(ColVec x)
        where TTo : unmanaged
        => x.CastTo<TTo>();

    /// <summary>Converts each element to another type.</summary>
    /// <remarks>
    /// To Half and BFloat16 it rounds to nearest even. From a floating-point type to int and sbyte it rounds to nearest even, saturates
    /// and takes NaN to 0. From int to sbyte it saturates; from int to a floating-point type it goes through float.
    /// </remarks>
    /// <typeparam name="TTo">float, Half, BFloat16, sbyte or int.</typeparam>
    /// <param name="x">A vector of float, Half, BFloat16, sbyte or int; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">Either type is bool.</exception>
    public static RowVec<TTo> Cast<TTo>(RowVec x)
        where TTo : unmanaged
        => x.CastTo<TTo>();
}
