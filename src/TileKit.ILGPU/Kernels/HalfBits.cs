using ILGPU.IR.Intrinsics;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>Half to float and back on bits: no arithmetic on denormal floats, which some devices take for zero.</summary>
internal static class HalfBits
{
    // The exponent of a float is that of the same Half plus 112, in bits 23 and up.
    private const int Rebias = 112 << 23;

    /// <summary>The float whose Half bits these are. Exact.</summary>
    [IntrinsicImplementation]
    public static float ToFloat(ushort bits)
    {
        var magnitude = (bits & 0x7FFF) << 13;
        var normal = magnitude + Rebias;

        // A denormal fraction under the exponent of 2⁻¹⁴ is 2⁻¹⁴ too great.
        const int Smallest = Rebias + (1 << 23);
        var denormal = Bits.Of(Bits.ToFloat(magnitude + Smallest) - Bits.ToFloat(Smallest));
        var result = Utilities.Select(magnitude < 1 << 23, denormal, normal);
        result = Utilities.Select(magnitude > 0x7BFF << 13, normal + Rebias, result);
        return Bits.ToFloat(result | ((bits & 0x8000) << 16));
    }

    /// <summary>The bits of the nearest Half, ties to even; NaN stays NaN.</summary>
    [IntrinsicImplementation]
    public static ushort FromFloat(float value)
    {
        var bits = Bits.Of(value);
        var magnitude = bits & 0x7FFFFFFF;

        // Half of the last place, less one unless the last place is odd, carries exactly when rounding must.
        var odd = (magnitude >> 13) & 1;
        var result = (magnitude + odd + (0xFFF - Rebias)) >> 13;

        // Under 2⁻¹⁴ the last place is 2⁻²⁴, which is that of a float between 0.5 and 1: the addition rounds.
        var denormal = Bits.Of(Bits.ToFloat(magnitude) + 0.5f) - Bits.Of(0.5f);
        result = Utilities.Select(magnitude < Rebias + (1 << 23), denormal, result);

        var special = Utilities.Select(magnitude > 0x7F800000, 0x7E00, 0x7C00);
        result = Utilities.Select(magnitude > 0x477FFFFF, special, result);
        return (ushort)(result | ((bits >> 16) & 0x8000));
    }
}
