using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>BFloat16 to float and back on bits.</summary>
internal static class BFloat16Bits
{
    /// <summary>The floats whose BFloat16 bits are in the low 16 bits of each lane. Exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F ToFloat<F, I>(I bits)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> => I.FromBits(bits << 16);

    /// <summary>The bits of the nearest BFloat16s, ties to even, in the low 16 bits of each lane; the high bits are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I FromFloat<F, I>(F value)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var bits = F.Bits(value);
        var high = bits >>> 16;

        // Half of the last place, less one unless the last place is odd, carries exactly when rounding must.
        var rounded = (bits + (high & I.Broadcast(1)) + I.Broadcast(0x7FFF)) >>> 16;
        return I.Select(F.NotEqual(value, value), high | I.Broadcast(0x40), rounded);
    }

    /// <summary>Each lane rounded to the nearest BFloat16, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Round<F, I>(F value)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> => ToFloat<F, I>(FromFloat<F, I>(value));
}
