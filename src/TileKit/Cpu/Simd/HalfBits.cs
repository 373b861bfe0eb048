using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Half to float and back on bits, since .NET gives no access to the machine's own conversion.</summary>
internal static class HalfBits
{
    // The exponent of a float is that of the same Half plus 112, in bits 23 and up.
    private const int Rebias = 112 << 23;

    /// <summary>The floats whose Half bits are in the low 16 bits of each lane; the high bits are zero. Exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F ToFloat<F, I>(I bits)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var magnitude = (bits & I.Broadcast(0x7FFF)) << 13;
        var normal = magnitude + I.Broadcast(Rebias);

        // A denormal fraction under the exponent of 2⁻¹⁴ is 2⁻¹⁴ too great.
        var smallest = I.Broadcast(Rebias + (1 << 23));
        var denormal = F.Bits(I.FromBits(magnitude + smallest) - I.FromBits(smallest));
        var result = I.Select(I.Less(magnitude, I.Broadcast(1 << 23)), denormal, normal);
        result = I.Select(I.Greater(magnitude, I.Broadcast(0x7BFF << 13)), normal + I.Broadcast(Rebias), result);
        return I.FromBits(result | ((bits & I.Broadcast(0x8000)) << 16));
    }

    /// <summary>The bits of the nearest Halves, ties to even, in the low 16 bits of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I FromFloat<F, I>(F value)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var bits = F.Bits(value);
        var magnitude = bits & I.Broadcast(0x7FFFFFFF);

        // Half of the last place, less one unless the last place is odd, carries exactly when rounding must.
        var odd = (magnitude >> 13) & I.Broadcast(1);
        var result = (magnitude + odd + I.Broadcast(0xFFF - Rebias)) >> 13;

        // Under 2⁻¹⁴ the last place is 2⁻²⁴, which is that of a float between 0.5 and 1: the addition rounds.
        var half = I.Broadcast(0x3F000000);
        var denormal = F.Bits(I.FromBits(magnitude) + I.FromBits(half)) - half;
        result = I.Select(I.Less(magnitude, I.Broadcast(Rebias + (1 << 23))), denormal, result);

        var special = I.Select(I.Greater(magnitude, I.Broadcast(0x7F800000)), I.Broadcast(0x7E00), I.Broadcast(0x7C00));
        result = I.Select(I.Greater(magnitude, I.Broadcast(0x477FFFFF)), special, result);
        return result | ((bits >>> 16) & I.Broadcast(0x8000));
    }

    /// <summary>Each lane rounded to the nearest Half, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Round<F, I>(F value)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> => ToFloat<F, I>(FromFloat<F, I>(value));
}
