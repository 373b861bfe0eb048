using System.Runtime.CompilerServices;

namespace TileKit;

/// <summary>Conversions between element types: every cast but int ↔ sbyte goes through float.</summary>
internal static class ElementConvert
{
    /// <summary>
    /// Converts one element. To Half and BFloat16 it rounds to nearest even; from a floating-point type to int and sbyte it rounds to
    /// nearest even, saturates and takes NaN to 0; int to sbyte saturates.
    /// </summary>
    public static TTo Cast<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(TTo))
        {
            return Unsafe.BitCast<TFrom, TTo>(value);
        }

        // Integers stay integers: float cannot hold every int.
        if (typeof(TFrom) == typeof(int) && typeof(TTo) == typeof(sbyte))
        {
            return Unsafe.BitCast<sbyte, TTo>(sbyte.CreateSaturating(Unsafe.BitCast<TFrom, int>(value)));
        }

        return FromFloat<TTo>(ToFloat(value));
    }

    /// <summary>The element as a float: exact but for an int beyond 24 bits, which rounds to nearest even.</summary>
    public static float ToFloat<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Unsafe.BitCast<T, float>(value);
        }

        if (typeof(T) == typeof(Half))
        {
            return (float)Unsafe.BitCast<T, Half>(value);
        }

        if (typeof(T) == typeof(BFloat16))
        {
            return Unsafe.BitCast<T, BFloat16>(value);
        }

        if (typeof(T) == typeof(sbyte))
        {
            return Unsafe.BitCast<T, sbyte>(value);
        }

        if (typeof(T) == typeof(int))
        {
            return Unsafe.BitCast<T, int>(value);
        }

        throw ElementType<T>.NotSupported("Cast");
    }

    /// <summary>The element nearest to a float.</summary>
    public static T FromFloat<T>(float value, string operation = "Cast")
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Unsafe.BitCast<float, T>(value);
        }

        if (typeof(T) == typeof(Half))
        {
            return Unsafe.BitCast<Half, T>((Half)value);
        }

        if (typeof(T) == typeof(BFloat16))
        {
            return Unsafe.BitCast<BFloat16, T>((BFloat16)value);
        }

        if (typeof(T) == typeof(sbyte))
        {
            return Unsafe.BitCast<sbyte, T>(sbyte.CreateSaturating(MathF.Round(value, MidpointRounding.ToEven)));
        }

        if (typeof(T) == typeof(int))
        {
            return Unsafe.BitCast<int, T>(int.CreateSaturating(MathF.Round(value, MidpointRounding.ToEven)));
        }

        throw ElementType<T>.NotSupported(operation);
    }
}
