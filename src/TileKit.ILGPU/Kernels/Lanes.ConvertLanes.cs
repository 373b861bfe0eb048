namespace TileKit.Ilgpu;

/// <content>Conversions, lane by lane.</content>
public static partial class Lanes
{
    /// <summary>The nearest floats.</summary>
    public static Float2 ToFloat(Int2 x) => new() { V0 = ToFloat(x.V0), V1 = ToFloat(x.V1) };

    /// <summary>The nearest floats.</summary>
    public static Float4 ToFloat(Int4 x) => new() { V0 = ToFloat(x.V0), V1 = ToFloat(x.V1), V2 = ToFloat(x.V2), V3 = ToFloat(x.V3) };

    /// <summary>The nearest floats.</summary>
    public static Float16 ToFloat(Int16 x) => new()
    {
        V0 = ToFloat(x.V0), V1 = ToFloat(x.V1), V2 = ToFloat(x.V2), V3 = ToFloat(x.V3),
        V4 = ToFloat(x.V4), V5 = ToFloat(x.V5), V6 = ToFloat(x.V6), V7 = ToFloat(x.V7),
        V8 = ToFloat(x.V8), V9 = ToFloat(x.V9), V10 = ToFloat(x.V10), V11 = ToFloat(x.V11),
        V12 = ToFloat(x.V12), V13 = ToFloat(x.V13), V14 = ToFloat(x.V14), V15 = ToFloat(x.V15),
    };

    /// <summary>1 and 0.</summary>
    public static Float2 ToFloat(Bool2 x) => new() { V0 = ToFloat(x.V0), V1 = ToFloat(x.V1) };

    /// <summary>1 and 0.</summary>
    public static Float4 ToFloat(Bool4 x) => new() { V0 = ToFloat(x.V0), V1 = ToFloat(x.V1), V2 = ToFloat(x.V2), V3 = ToFloat(x.V3) };

    /// <summary>1 and 0.</summary>
    public static Float16 ToFloat(Bool16 x) => new()
    {
        V0 = ToFloat(x.V0), V1 = ToFloat(x.V1), V2 = ToFloat(x.V2), V3 = ToFloat(x.V3),
        V4 = ToFloat(x.V4), V5 = ToFloat(x.V5), V6 = ToFloat(x.V6), V7 = ToFloat(x.V7),
        V8 = ToFloat(x.V8), V9 = ToFloat(x.V9), V10 = ToFloat(x.V10), V11 = ToFloat(x.V11),
        V12 = ToFloat(x.V12), V13 = ToFloat(x.V13), V14 = ToFloat(x.V14), V15 = ToFloat(x.V15),
    };

    /// <summary>The nearest ints, ties to even; saturated, and 0 for NaN.</summary>
    public static Int2 ToInt(Float2 x) => new() { V0 = ToInt(x.V0), V1 = ToInt(x.V1) };

    /// <summary>The nearest ints, ties to even; saturated, and 0 for NaN.</summary>
    public static Int4 ToInt(Float4 x) => new() { V0 = ToInt(x.V0), V1 = ToInt(x.V1), V2 = ToInt(x.V2), V3 = ToInt(x.V3) };

    /// <summary>The nearest ints, ties to even; saturated, and 0 for NaN.</summary>
    public static Int16 ToInt(Float16 x) => new()
    {
        V0 = ToInt(x.V0), V1 = ToInt(x.V1), V2 = ToInt(x.V2), V3 = ToInt(x.V3),
        V4 = ToInt(x.V4), V5 = ToInt(x.V5), V6 = ToInt(x.V6), V7 = ToInt(x.V7),
        V8 = ToInt(x.V8), V9 = ToInt(x.V9), V10 = ToInt(x.V10), V11 = ToInt(x.V11),
        V12 = ToInt(x.V12), V13 = ToInt(x.V13), V14 = ToInt(x.V14), V15 = ToInt(x.V15),
    };

    /// <summary>1 and 0.</summary>
    public static Int2 ToInt(Bool2 x) => new() { V0 = ToInt(x.V0), V1 = ToInt(x.V1) };

    /// <summary>1 and 0.</summary>
    public static Int4 ToInt(Bool4 x) => new() { V0 = ToInt(x.V0), V1 = ToInt(x.V1), V2 = ToInt(x.V2), V3 = ToInt(x.V3) };

    /// <summary>1 and 0.</summary>
    public static Int16 ToInt(Bool16 x) => new()
    {
        V0 = ToInt(x.V0), V1 = ToInt(x.V1), V2 = ToInt(x.V2), V3 = ToInt(x.V3),
        V4 = ToInt(x.V4), V5 = ToInt(x.V5), V6 = ToInt(x.V6), V7 = ToInt(x.V7),
        V8 = ToInt(x.V8), V9 = ToInt(x.V9), V10 = ToInt(x.V10), V11 = ToInt(x.V11),
        V12 = ToInt(x.V12), V13 = ToInt(x.V13), V14 = ToInt(x.V14), V15 = ToInt(x.V15),
    };

    /// <summary>Rounded to the nearest Halves, ties to even.</summary>
    public static Float2 RoundToHalf(Float2 x) => new() { V0 = RoundToHalf(x.V0), V1 = RoundToHalf(x.V1) };

    /// <summary>Rounded to the nearest Halves, ties to even.</summary>
    public static Float4 RoundToHalf(Float4 x) => new()
    {
        V0 = RoundToHalf(x.V0), V1 = RoundToHalf(x.V1), V2 = RoundToHalf(x.V2), V3 = RoundToHalf(x.V3),
    };

    /// <summary>Rounded to the nearest Halves, ties to even.</summary>
    public static Float16 RoundToHalf(Float16 x) => new()
    {
        V0 = RoundToHalf(x.V0), V1 = RoundToHalf(x.V1), V2 = RoundToHalf(x.V2), V3 = RoundToHalf(x.V3),
        V4 = RoundToHalf(x.V4), V5 = RoundToHalf(x.V5), V6 = RoundToHalf(x.V6), V7 = RoundToHalf(x.V7),
        V8 = RoundToHalf(x.V8), V9 = RoundToHalf(x.V9), V10 = RoundToHalf(x.V10), V11 = RoundToHalf(x.V11),
        V12 = RoundToHalf(x.V12), V13 = RoundToHalf(x.V13), V14 = RoundToHalf(x.V14), V15 = RoundToHalf(x.V15),
    };

    /// <summary>Rounded to the nearest BFloat16s, ties to even.</summary>
    public static Float2 RoundToBFloat16(Float2 x) => new() { V0 = RoundToBFloat16(x.V0), V1 = RoundToBFloat16(x.V1) };

    /// <summary>Rounded to the nearest BFloat16s, ties to even.</summary>
    public static Float4 RoundToBFloat16(Float4 x) => new()
    {
        V0 = RoundToBFloat16(x.V0), V1 = RoundToBFloat16(x.V1), V2 = RoundToBFloat16(x.V2), V3 = RoundToBFloat16(x.V3),
    };

    /// <summary>Rounded to the nearest BFloat16s, ties to even.</summary>
    public static Float16 RoundToBFloat16(Float16 x) => new()
    {
        V0 = RoundToBFloat16(x.V0), V1 = RoundToBFloat16(x.V1), V2 = RoundToBFloat16(x.V2), V3 = RoundToBFloat16(x.V3),
        V4 = RoundToBFloat16(x.V4), V5 = RoundToBFloat16(x.V5), V6 = RoundToBFloat16(x.V6), V7 = RoundToBFloat16(x.V7),
        V8 = RoundToBFloat16(x.V8), V9 = RoundToBFloat16(x.V9), V10 = RoundToBFloat16(x.V10), V11 = RoundToBFloat16(x.V11),
        V12 = RoundToBFloat16(x.V12), V13 = RoundToBFloat16(x.V13), V14 = RoundToBFloat16(x.V14), V15 = RoundToBFloat16(x.V15),
    };

    /// <summary>Held between −128 and 127.</summary>
    public static Int2 ToSByte(Int2 x) => new() { V0 = ToSByte(x.V0), V1 = ToSByte(x.V1) };

    /// <summary>Held between −128 and 127.</summary>
    public static Int4 ToSByte(Int4 x) => new() { V0 = ToSByte(x.V0), V1 = ToSByte(x.V1), V2 = ToSByte(x.V2), V3 = ToSByte(x.V3) };

    /// <summary>Held between −128 and 127.</summary>
    public static Int16 ToSByte(Int16 x) => new()
    {
        V0 = ToSByte(x.V0), V1 = ToSByte(x.V1), V2 = ToSByte(x.V2), V3 = ToSByte(x.V3),
        V4 = ToSByte(x.V4), V5 = ToSByte(x.V5), V6 = ToSByte(x.V6), V7 = ToSByte(x.V7),
        V8 = ToSByte(x.V8), V9 = ToSByte(x.V9), V10 = ToSByte(x.V10), V11 = ToSByte(x.V11),
        V12 = ToSByte(x.V12), V13 = ToSByte(x.V13), V14 = ToSByte(x.V14), V15 = ToSByte(x.V15),
    };
}
