using System;

namespace TileKit.Generators.IR;

/// <summary>Floats as their bits; netstandard2.0 has no BitConverter.SingleToInt32Bits.</summary>
internal static class FloatBits
{
    public static int Of(float value) => BitConverter.ToInt32(BitConverter.GetBytes(value), 0);

    public static float ToFloat(int bits) => BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);
}
