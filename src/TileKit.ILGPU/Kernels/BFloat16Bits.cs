using ILGPU.IR.Intrinsics;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>BFloat16 to float and back on bits.</summary>
internal static class BFloat16Bits
{
    /// <summary>The float whose BFloat16 bits these are. Exact.</summary>
    public static float ToFloat(int bits) => Bits.ToFloat(bits << 16);

    /// <summary>The bits of the nearest BFloat16, ties to even; NaN stays NaN.</summary>
    [IntrinsicImplementation]
    public static ushort FromFloat(float value) => Round(value);

    /// <summary>The same, for devices that have no instruction for it.</summary>
    public static ushort Round(float value)
    {
        var bits = Bits.Of(value);
        var high = bits >> 16;

        // Half of the last place, less one unless the last place is odd, carries exactly when rounding must.
        var rounded = (bits + (high & 1) + 0x7FFF) >> 16;
        return (ushort)Utilities.Select((bits & 0x7FFFFFFF) > 0x7F800000, high | 0x40, rounded);
    }
}
