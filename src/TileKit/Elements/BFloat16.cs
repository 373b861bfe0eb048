using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TileKit;

/// <summary>
/// A 16-bit floating-point number with the range of <see cref="float"/> and 8 significant bits: the upper half of a
/// <see cref="float"/>'s bits.
/// </summary>
/// <remarks>
/// A storage type: it converts to <see cref="float"/> without loss and without a cast, so arithmetic on it is arithmetic in
/// <see cref="float"/>. Converting back rounds to nearest even and keeps NaN.
/// </remarks>
public readonly struct BFloat16 : IEquatable<BFloat16>, IComparable<BFloat16>, IComparable, ISpanFormattable
{
    private readonly ushort _bits;

    private BFloat16(ushort bits) => _bits = bits;

    /// <summary>The number 0.</summary>
    public static BFloat16 Zero => new(0x0000);

    /// <summary>The number 1.</summary>
    public static BFloat16 One => new(0x3F80);

    /// <summary>The smallest number greater than 0, 2⁻¹³³.</summary>
    public static BFloat16 Epsilon => new(0x0001);

    /// <summary>The greatest finite number, about 3.39·10³⁸.</summary>
    public static BFloat16 MaxValue => new(0x7F7F);

    /// <summary>The least finite number, about −3.39·10³⁸.</summary>
    public static BFloat16 MinValue => new(0xFF7F);

    /// <summary>Positive infinity.</summary>
    public static BFloat16 PositiveInfinity => new(0x7F80);

    /// <summary>Negative infinity.</summary>
    public static BFloat16 NegativeInfinity => new(0xFF80);

    /// <summary>Not a number.</summary>
    public static BFloat16 NaN => new(0xFFC0);

    /// <summary>The 16 bits: sign, 8 bits of exponent, 7 of fraction.</summary>
    public ushort Bits => _bits;

    /// <summary>The number with the given bits.</summary>
    /// <param name="bits">Sign, 8 bits of exponent, 7 of fraction.</param>
    public static BFloat16 FromBits(ushort bits) => new(bits);

    /// <summary>Whether <paramref name="value"/> is not a number.</summary>
    /// <param name="value">The number to test.</param>
    public static bool IsNaN(BFloat16 value) => (value._bits & 0x7FFF) > 0x7F80;

    /// <summary>Whether <paramref name="value"/> is positive or negative infinity.</summary>
    /// <param name="value">The number to test.</param>
    public static bool IsInfinity(BFloat16 value) => (value._bits & 0x7FFF) == 0x7F80;

    /// <summary>Whether <paramref name="value"/> is neither infinite nor NaN.</summary>
    /// <param name="value">The number to test.</param>
    public static bool IsFinite(BFloat16 value) => (value._bits & 0x7FFF) < 0x7F80;

    /// <summary>Rounds to the nearest number, ties to the even one; NaN stays NaN, a magnitude too large becomes infinity.</summary>
    /// <param name="value">The number to convert.</param>
    public static explicit operator BFloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
        {
            return new((ushort)((bits >> 16) | 0x0040)); // the quiet bit keeps a NaN whose payload is in the lower half from becoming ∞
        }

        var lastKeptBit = (bits >> 16) & 1;
        return new((ushort)((bits + 0x7FFF + lastKeptBit) >> 16));
    }

    /// <summary>Rounds once to the nearest number, ties to the even one; NaN stays NaN, a magnitude too large becomes infinity.</summary>
    /// <param name="value">The number to convert.</param>
    public static explicit operator BFloat16(double value)
    {
        var single = (float)value;
        if (single == value || !float.IsFinite(single))
        {
            return (BFloat16)single;
        }

        // Round to odd: the last bit of the truncated float records that something was cut, so the second rounding cannot see a false tie.
        var bits = BitConverter.SingleToUInt32Bits(single);
        if (Math.Abs((double)single) > Math.Abs(value))
        {
            bits--;
        }

        return (BFloat16)BitConverter.UInt32BitsToSingle(bits | 1);
    }

    /// <summary>The same number as a <see cref="float"/>, exactly.</summary>
    /// <param name="value">The number to convert.</param>
    public static implicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value._bits << 16);

    /// <summary>The same number as a <see cref="double"/>, exactly.</summary>
    /// <param name="value">The number to convert.</param>
    public static implicit operator double(BFloat16 value) => (float)value;

    /// <summary>Whether two numbers are equal; NaN equals nothing, and −0 equals 0.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(BFloat16 left, BFloat16 right) => (float)left == (float)right;

    /// <summary>Whether two numbers differ; NaN differs from everything.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(BFloat16 left, BFloat16 right) => (float)left != (float)right;

    /// <summary>Whether <paramref name="left"/> is less; false when either is NaN.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(BFloat16 left, BFloat16 right) => (float)left < (float)right;

    /// <summary>Whether <paramref name="left"/> is greater; false when either is NaN.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(BFloat16 left, BFloat16 right) => (float)left > (float)right;

    /// <summary>Whether <paramref name="left"/> is less or equal; false when either is NaN.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(BFloat16 left, BFloat16 right) => (float)left <= (float)right;

    /// <summary>Whether <paramref name="left"/> is greater or equal; false when either is NaN.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(BFloat16 left, BFloat16 right) => (float)left >= (float)right;

    /// <summary>The same number with the other sign.</summary>
    /// <param name="value">The number to negate.</param>
    public static BFloat16 operator -(BFloat16 value) => new((ushort)(value._bits ^ 0x8000));

    /// <summary>Whether both are the same number; unlike <c>==</c>, NaN equals NaN.</summary>
    /// <param name="other">The number to compare with.</param>
    public bool Equals(BFloat16 other) => ((float)this).Equals(other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <summary>Orders as <see cref="float.CompareTo(float)"/> does: NaN comes before every number.</summary>
    /// <param name="other">The number to compare with.</param>
    public int CompareTo(BFloat16 other) => ((float)this).CompareTo(other);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        BFloat16 other => CompareTo(other),
        _ => throw new ArgumentException($"Object must be of type {nameof(BFloat16)}.", nameof(obj)),
    };

    /// <summary>The number as text, in the current culture.</summary>
    public override string ToString() => ToString(null, CultureInfo.CurrentCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => ((float)this).ToString(format, formatProvider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
        => ((float)this).TryFormat(destination, out charsWritten, format, provider);
}
