using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Multiplication by powers of two where the machine has no instruction for it: their exponents come out of the last bits of a sum.</summary>
internal static class PowerOfTwo
{
    /// <summary>1.5 · 2²³: a sum with it has no fraction, and the whole part in its last bits.</summary>
    public const float WholeNumbers = 12582912f;

    /// <summary>The bias of a power from 2⁻¹⁵⁰ to 2¹⁰³: 24 more than that of a float, so that what has underflowed is still to come.</summary>
    public const int OfNegative = FloatBias + 24;

    /// <summary>The bias of a power from 2⁻¹²⁴ to 2¹²⁹.</summary>
    public const int OfPositive = FloatBias - 2;

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

    /// <summary>a · 2ⁿ in one step and one by a constant.</summary>
    /// <param name="a">The factor.</param>
    /// <param name="biased">n + <paramref name="bias"/> + <see cref="WholeNumbers"/>.</param>
    /// <param name="bias"><see cref="OfNegative"/> or <see cref="OfPositive"/>, which say what n may be.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F ScaleBiased<F, I>(F a, F biased, int bias)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        a * I.FromBits(F.Bits(biased) << Mantissa) * F.Broadcast(bias == OfNegative ? 1f / (1 << 24) : 4f);
}
