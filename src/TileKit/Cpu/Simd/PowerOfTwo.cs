using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Multiplication by powers of two where the machine has no instruction for it.</summary>
internal static class PowerOfTwo
{
    /// <summary>
    /// a · 2ⁿ in two steps, since 2ⁿ itself may be out of range; n is integral and held between −254, where both factors are 0 and
    /// nothing has to underflow, and 252.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Scale<F, I>(F a, F n)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        var power = F.ToInt(F.Clamp(n, F.Broadcast(-254f), F.Broadcast(252f)));
        var first = power >> 1;
        return a * Of<F, I>(first) * Of<F, I>(power - first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Of<F, I>(I power)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> => I.FromBits((power + I.Broadcast(127)) << 23);
}
