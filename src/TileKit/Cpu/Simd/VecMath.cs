using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>
/// Elementary functions over vectors, written once for every width, within a few units in the last place of the exact value. NaN
/// gives NaN; infinities, overflow and underflow end where the exact function ends.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VecMath
{
    private const float Log2EHigh = 1.44269502f;
    private const float Log2ELow = 1.92596303e-8f;
    private const float Ln2 = 0.693147182f;

    /// <summary>2ˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Exp2<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        // beyond these bounds the result is 0 and ∞ all the same
        x = F.ScalesToInfinity ? x : F.Clamp(x, F.Broadcast(-150f), F.Broadcast(129f));
        var whole = F.Round(x);
        return F.Scale(Exp2OfFraction<F, I>(x - whole, 1, 1), whole);
    }

    /// <summary>2ˣ of an x that is nowhere positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Exp2OfNegative<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        F.ScalesToInfinity ? Exp2<F, I>(x) : Exp2OfBounded<F, I>(F.AtLeast(x, F.Broadcast(-150f)), PowerOfTwo.OfNegative);

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Exp<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        x = F.ScalesToInfinity ? F.AtMost(x, F.Broadcast(89.5f)) : F.Clamp(x, F.Broadcast(-104f), F.Broadcast(89.5f));
        return F.Scale(ExpOfFraction<F, I>(x, PowerOfTwo.WholeNumbers, 1, out var sum), sum - F.Broadcast(PowerOfTwo.WholeNumbers));
    }

    /// <summary>eˣ of an x that is nowhere positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F ExpOfNegative<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        if (F.ScalesToInfinity)
        {
            return F.Scale(ExpOfFraction<F, I>(x, PowerOfTwo.WholeNumbers, 1, out var whole), whole - F.Broadcast(PowerOfTwo.WholeNumbers));
        }

        var (above, rest) = (PowerOfTwo.WholeNumbersAnd(PowerOfTwo.OfNegative), PowerOfTwo.Rest(PowerOfTwo.OfNegative));
        return ExpOfFraction<F, I>(F.AtLeast(x, F.Broadcast(-104f)), above, rest, out var sum) * PowerOfTwo.Of<F, I>(sum);
    }

    /// <summary>The natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Log<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var fraction = LogOfFraction<F, I>(x, out var exponent);
        return LogOfSpecial<F, I>(x, F.MultiplyAdd(exponent, F.Broadcast(Ln2), fraction));
    }

    /// <summary>The logarithm to base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Log2<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var fraction = LogOfFraction<F, I>(x, out var exponent);
        return LogOfSpecial<F, I>(x, F.MultiplyAdd(fraction, F.Broadcast(Log2EHigh), exponent));
    }

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Tanh<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        // Near zero 1 − 2/(e²ˣ + 1) cancels, and an odd polynomial takes its place.
        var square = x * x;
        var p = F.Broadcast(-5.70498872745e-3f);
        p = F.MultiplyAdd(p, square, F.Broadcast(2.06390887954e-2f));
        p = F.MultiplyAdd(p, square, F.Broadcast(-5.37397155531e-2f));
        p = F.MultiplyAdd(p, square, F.Broadcast(1.33314422036e-1f));
        p = F.MultiplyAdd(p, square, F.Broadcast(-3.33332819422e-1f));
        var small = F.MultiplyAdd(p * square, x, x);

        var one = F.Broadcast(1f);
        var two = F.Broadcast(2f);
        var large = one - (two / (Exp<F, I>(x * two) + one));
        return F.Select(F.Less(square, F.Broadcast(0.625f * 0.625f)), small, large);
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Sigmoid<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var numerator = SigmoidParts<F, I>(x, out var denominator);
        return numerator / denominator;
    }

    /// <summary>x · sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Silu<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var numerator = SigmoidParts<F, I>(x, out var denominator);
        return x * numerator / denominator;
    }

    /// <summary>0.5x · (1 + tanh(√(2/π) · (x + 0.044715x³))), accurate relative to |x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Gelu<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        // The same as x · sigmoid(2√(2/π) · (x + 0.044715x³)), here with base 2.
        var slope = F.MultiplyAdd(x * x, F.Broadcast(-0.102943240f), F.Broadcast(-2.30220819f));
        var power = slope * x;

        // beside 1 nothing is left of what is less than 2⁻¹⁰⁰
        power = F.ScalesToInfinity ? Exp2<F, I>(power) : Exp2OfBounded<F, I>(F.Clamp(power, F.Broadcast(-100f), F.Broadcast(129f)), PowerOfTwo.OfPositive);
        return x / (F.Broadcast(1f) + power);
    }

    /// <summary>x where it is positive, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Relu<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> => F.Max(x, F.Broadcast(0f));

    /// <summary>1 / √x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Rsqrt<F, I>(F x)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> => F.Broadcast(1f) / F.Sqrt(x);

    // 1 / (1 + e⁻ˣ), and eˣ / (1 + eˣ) for negative x: the power never overflows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F SigmoidParts<F, I>(F x, out F denominator)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var one = F.Broadcast(1f);
        var power = ExpOfNegative<F, I>(-F.Abs(x));
        denominator = one + power;
        return F.Select(F.Less(x, F.Broadcast(0f)), power, one);
    }

    // 2ˣ of an x for which one power of two is enough; see PowerOfTwo
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Exp2OfBounded<F, I>(F x, int count)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var above = F.Broadcast(PowerOfTwo.WholeNumbersAnd(count));
        var sum = x + above;
        return Exp2OfFraction<F, I>(x - (sum - above), 1, PowerOfTwo.Rest(count)) * PowerOfTwo.Of<F, I>(sum);
    }

    // eˣ times a factor, without its whole power of two, which is left in a sum with a great number; a great negative x has a wrong fraction, of which
    // scaling leaves nothing
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F ExpOfFraction<F, I>(F x, float above, float factor, out F sum)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        sum = F.MultiplyAdd(x, F.Broadcast(Log2EHigh), F.Broadcast(above));
        var whole = sum - F.Broadcast(above);

        // the whole part less x·log₂e, with log₂e in two pieces: one rounding, however great x is
        var minus = F.MultiplyAdd(x, F.Broadcast(-Log2EHigh), whole);
        minus = F.MultiplyAdd(x, F.Broadcast(-Log2ELow), minus);
        return Exp2OfFraction<F, I>(minus, -1, factor);
    }

    // 2 to the power sign · x, times a factor: minimax on [−½, ½] with 1 at 0, so that 2 to a whole power is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Exp2OfFraction<F, I>(F x, float sign, float factor)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var p = F.Broadcast(factor * sign * 1.33425009e-3f);
        p = F.MultiplyAdd(p, x, F.Broadcast(factor * 9.66932718e-3f));
        p = F.MultiplyAdd(p, x, F.Broadcast(factor * sign * 5.55040985e-2f));
        p = F.MultiplyAdd(p, x, F.Broadcast(factor * 0.240222901f));
        p = F.MultiplyAdd(p, x, F.Broadcast(factor * sign * 0.693147302f));
        return F.MultiplyAdd(p, x, F.Broadcast(factor));
    }

    // x = m · 2ᵉ with m in [⅔, 4/3): gives ln m and e.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F LogOfFraction<F, I>(F x, out F exponent)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var denormal = F.Less(x, F.Broadcast(1.17549435e-38f));
        var bits = F.Bits(F.Select(denormal, x * F.Broadcast(8388608f), x));
        var power = (bits - I.Broadcast(0x3F2AAAAB)) & I.Broadcast(unchecked((int)0xFF800000));
        exponent = I.ToFloat(power >> 23) - F.And(denormal, F.Broadcast(23f));

        var f = I.FromBits(bits - power) - F.Broadcast(1f);
        var square = f * f;
        var odd = F.MultiplyAdd(F.Broadcast(-0.130310059f), f, F.Broadcast(0.140869141f));
        var even = F.MultiplyAdd(F.Broadcast(-0.121483512f), f, F.Broadcast(0.139814854f));
        var p = F.MultiplyAdd(odd, square, even);
        p = F.MultiplyAdd(p, f, F.Broadcast(-0.166846126f));
        p = F.MultiplyAdd(p, f, F.Broadcast(0.200120345f));
        p = F.MultiplyAdd(p, f, F.Broadcast(-0.249996200f));
        p = F.MultiplyAdd(p, f, F.Broadcast(0.333331972f));
        p = F.MultiplyAdd(p, f, F.Broadcast(-0.5f));
        return F.MultiplyAdd(p, square, f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F LogOfSpecial<F, I>(F x, F logarithm)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var zero = F.Broadcast(0f);
        var infinity = F.Broadcast(float.PositiveInfinity);

        // ∞ and NaN are their own logarithms; 0 has −∞, and what is negative none.
        logarithm = F.Select(F.Less(x, infinity), logarithm, x);
        logarithm = F.Select(F.Equal(x, zero), -infinity, logarithm);
        return F.Select(F.Less(x, zero), F.Broadcast(float.NaN), logarithm);
    }
}
