using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Multiplication by powers of two where the machine has no instruction for it: their exponents come out of the last bits of a sum.</summary>
internal static class PowerOfTwo
{
    /// <summary>1.5 · 2²³: a sum with it has no fraction, and the whole part in its last bits.</summary>
    public const float WholeNumbers = 12582912f;

    /// <summary>How powers from 2⁻¹⁵⁰ to 2¹⁰³ are counted: 2²⁴ is taken off the other factor, so that nothing underflows before they are multiplied.</summary>
    public const int OfNegative = 24;

    /// <summary>How powers from 2⁻¹²⁴ to 2¹²⁹ are counted: 2⁻² is taken off the other factor.</summary>
    public const int OfPositive = -2;

    private const int FloatBias = 127;
    private const int Mantissa = 23;

    /// <summary>a · 2ⁿ in two steps, since 2ⁿ itself may be out of range; n is integral and from −150 to 129.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Scale<F, I>(F a, F n)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        // what the shift by 23 leaves of each half of n and two biases is an exponent
        var biased = F.Bits(n + F.Broadcast(WholeNumbers + (2 * FloatBias)));
        var first = biased >>> 1;
        return a * I.FromBits(first << Mantissa) * I.FromBits((biased - first) << Mantissa);
    }

    /// <summary>What a sum with a whole number n is taken with, for <see cref="Of"/> to find n + <paramref name="count"/> in its last bits.</summary>
    public static float WholeNumbersAnd(int count) => WholeNumbers + FloatBias + count;

    /// <summary>2 to the power of n and <see cref="OfNegative"/> or <see cref="OfPositive"/>, which say what n may be.</summary>
    /// <param name="sum">n + <see cref="WholeNumbersAnd"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Of<F, I>(F sum)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> => I.FromBits(F.Bits(sum) << Mantissa);

    /// <summary>What is left of 1 when 2 to the power of <paramref name="count"/> is taken off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Rest(int count) => count == OfNegative ? 1f / (1 << 24) : 4f;
}
