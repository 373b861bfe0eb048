using ILGPU.IR.Intrinsics;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <content>Conversions between element types.</content>
public static partial class Lanes
{
    /// <summary>The nearest float.</summary>
    public static float ToFloat(int x) => x;

    /// <summary>1 for true, 0 for false.</summary>
    public static float ToFloat(bool x) => Utilities.Select(x, 1f, 0f);

    /// <summary>The nearest int, ties to even; saturated, and 0 for NaN.</summary>
    [IntrinsicImplementation]
    public static int ToInt(float x) => Late.ToInt(x);

    /// <summary>1 for true, 0 for false.</summary>
    public static int ToInt(bool x) => Utilities.Select(x, 1, 0);

    /// <summary>Held between −128 and 127.</summary>
    public static int ToSByte(int x) => Max(Min(x, sbyte.MaxValue), sbyte.MinValue);

    /// <summary>Rounded to the nearest Half, ties to even.</summary>
    public static float RoundToHalf(float x) => HalfBits.ToFloat(HalfBits.FromFloat(x));

    /// <summary>Rounded to the nearest BFloat16, ties to even.</summary>
    public static float RoundToBFloat16(float x) => BFloat16Bits.ToFloat(BFloat16Bits.FromFloat(x));

    internal static partial class Late
    {
        public static int ToInt(float x)
        {
            // Next to 2²³ no number has a fraction; those beyond have none anyway.
            const float Next = 8388608f;
            var shift = Utilities.Select(x < 0f, -Next, Next);
            var whole = Utilities.Select(MathF.Abs(x) < Next, x + shift - shift, x);

            // What no int holds is replaced before the conversion, which devices do differently.
            var held = Utilities.Select(whole >= -2147483648f, whole, -2147483648f);
            held = Utilities.Select(whole < 2147483648f, held, 0f);
            var result = Utilities.Select(whole >= 2147483648f, int.MaxValue, (int)held);
            return Utilities.Select(float.IsNaN(x), 0, result);
        }
    }
}
