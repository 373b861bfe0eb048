using ILGPU;

namespace TileKit.Ilgpu;

/// <summary>A float and its 32 bits.</summary>
internal static class Bits
{
    public static int Of(float value) => (int)Interop.FloatAsInt(value);

    public static float ToFloat(int bits) => Interop.IntAsFloat((uint)bits);
}
