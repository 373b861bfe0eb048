namespace ILGPU;

/// <summary>Values as their bits.</summary>
public static class Interop
{
    /// <summary>The bits of a value.</summary>
    /// <param name="value">The value.</param>
    public static uint FloatAsInt(float value) => BitConverter.SingleToUInt32Bits(value);

    /// <summary>The value of bits.</summary>
    /// <param name="value">The bits.</param>
    public static float IntAsFloat(uint value) => BitConverter.UInt32BitsToSingle(value);
}
