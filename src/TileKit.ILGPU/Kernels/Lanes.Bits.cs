namespace TileKit.Ilgpu;

/// <content>The bits of ints.</content>
public static partial class Lanes
{
    /// <summary>The bits that are set in both.</summary>
    public static int And(int a, int b) => a & b;

    /// <summary>The bits that are set in both.</summary>
    public static Int2 And(Int2 a, Int2 b) => new() { V0 = And(a.V0, b.V0), V1 = And(a.V1, b.V1) };

    /// <summary>The bits that are set in both.</summary>
    public static Int4 And(Int4 a, Int4 b) => new()
    {
        V0 = And(a.V0, b.V0), V1 = And(a.V1, b.V1), V2 = And(a.V2, b.V2), V3 = And(a.V3, b.V3),
    };

    /// <summary>The bits that are set in both.</summary>
    public static Int16 And(Int16 a, Int16 b) => new()
    {
        V0 = And(a.V0, b.V0), V1 = And(a.V1, b.V1), V2 = And(a.V2, b.V2), V3 = And(a.V3, b.V3),
        V4 = And(a.V4, b.V4), V5 = And(a.V5, b.V5), V6 = And(a.V6, b.V6), V7 = And(a.V7, b.V7),
        V8 = And(a.V8, b.V8), V9 = And(a.V9, b.V9), V10 = And(a.V10, b.V10), V11 = And(a.V11, b.V11),
        V12 = And(a.V12, b.V12), V13 = And(a.V13, b.V13), V14 = And(a.V14, b.V14), V15 = And(a.V15, b.V15),
    };

    /// <summary>The bits that are set in either.</summary>
    public static int Or(int a, int b) => a | b;

    /// <summary>The bits that are set in either.</summary>
    public static Int2 Or(Int2 a, Int2 b) => new() { V0 = Or(a.V0, b.V0), V1 = Or(a.V1, b.V1) };

    /// <summary>The bits that are set in either.</summary>
    public static Int4 Or(Int4 a, Int4 b) => new()
    {
        V0 = Or(a.V0, b.V0), V1 = Or(a.V1, b.V1), V2 = Or(a.V2, b.V2), V3 = Or(a.V3, b.V3),
    };

    /// <summary>The bits that are set in either.</summary>
    public static Int16 Or(Int16 a, Int16 b) => new()
    {
        V0 = Or(a.V0, b.V0), V1 = Or(a.V1, b.V1), V2 = Or(a.V2, b.V2), V3 = Or(a.V3, b.V3),
        V4 = Or(a.V4, b.V4), V5 = Or(a.V5, b.V5), V6 = Or(a.V6, b.V6), V7 = Or(a.V7, b.V7),
        V8 = Or(a.V8, b.V8), V9 = Or(a.V9, b.V9), V10 = Or(a.V10, b.V10), V11 = Or(a.V11, b.V11),
        V12 = Or(a.V12, b.V12), V13 = Or(a.V13, b.V13), V14 = Or(a.V14, b.V14), V15 = Or(a.V15, b.V15),
    };

    /// <summary>a, shifted left by the lowest five bits of b.</summary>
    public static int ShiftLeft(int a, int b) => a << b;

    /// <summary>a, shifted left by the lowest five bits of b.</summary>
    public static Int2 ShiftLeft(Int2 a, Int2 b) => new() { V0 = ShiftLeft(a.V0, b.V0), V1 = ShiftLeft(a.V1, b.V1) };

    /// <summary>a, shifted left by the lowest five bits of b.</summary>
    public static Int4 ShiftLeft(Int4 a, Int4 b) => new()
    {
        V0 = ShiftLeft(a.V0, b.V0), V1 = ShiftLeft(a.V1, b.V1), V2 = ShiftLeft(a.V2, b.V2), V3 = ShiftLeft(a.V3, b.V3),
    };

    /// <summary>a, shifted left by the lowest five bits of b.</summary>
    public static Int16 ShiftLeft(Int16 a, Int16 b) => new()
    {
        V0 = ShiftLeft(a.V0, b.V0), V1 = ShiftLeft(a.V1, b.V1),
        V2 = ShiftLeft(a.V2, b.V2), V3 = ShiftLeft(a.V3, b.V3),
        V4 = ShiftLeft(a.V4, b.V4), V5 = ShiftLeft(a.V5, b.V5),
        V6 = ShiftLeft(a.V6, b.V6), V7 = ShiftLeft(a.V7, b.V7),
        V8 = ShiftLeft(a.V8, b.V8), V9 = ShiftLeft(a.V9, b.V9),
        V10 = ShiftLeft(a.V10, b.V10), V11 = ShiftLeft(a.V11, b.V11),
        V12 = ShiftLeft(a.V12, b.V12), V13 = ShiftLeft(a.V13, b.V13),
        V14 = ShiftLeft(a.V14, b.V14), V15 = ShiftLeft(a.V15, b.V15),
    };

    /// <summary>a, shifted right by the lowest five bits of b; copies of the sign come in.</summary>
    public static int ShiftRight(int a, int b) => a >> b;

    /// <summary>a, shifted right by the lowest five bits of b; copies of the sign come in.</summary>
    public static Int2 ShiftRight(Int2 a, Int2 b) => new() { V0 = ShiftRight(a.V0, b.V0), V1 = ShiftRight(a.V1, b.V1) };

    /// <summary>a, shifted right by the lowest five bits of b; copies of the sign come in.</summary>
    public static Int4 ShiftRight(Int4 a, Int4 b) => new()
    {
        V0 = ShiftRight(a.V0, b.V0), V1 = ShiftRight(a.V1, b.V1), V2 = ShiftRight(a.V2, b.V2), V3 = ShiftRight(a.V3, b.V3),
    };

    /// <summary>a, shifted right by the lowest five bits of b; copies of the sign come in.</summary>
    public static Int16 ShiftRight(Int16 a, Int16 b) => new()
    {
        V0 = ShiftRight(a.V0, b.V0), V1 = ShiftRight(a.V1, b.V1),
        V2 = ShiftRight(a.V2, b.V2), V3 = ShiftRight(a.V3, b.V3),
        V4 = ShiftRight(a.V4, b.V4), V5 = ShiftRight(a.V5, b.V5),
        V6 = ShiftRight(a.V6, b.V6), V7 = ShiftRight(a.V7, b.V7),
        V8 = ShiftRight(a.V8, b.V8), V9 = ShiftRight(a.V9, b.V9),
        V10 = ShiftRight(a.V10, b.V10), V11 = ShiftRight(a.V11, b.V11),
        V12 = ShiftRight(a.V12, b.V12), V13 = ShiftRight(a.V13, b.V13),
        V14 = ShiftRight(a.V14, b.V14), V15 = ShiftRight(a.V15, b.V15),
    };

    /// <summary>The sum of four products of bytes: a's without a sign, b's with one.</summary>
    public static int Dot4(int a, int b) =>
        ((a & 255) * ((b << 24) >> 24)) + (((a >> 8) & 255) * ((b << 16) >> 24)) + (((a >> 16) & 255) * ((b << 8) >> 24)) + (((a >> 24) & 255) * (b >> 24));

    /// <summary>The sum of four products of bytes: a's without a sign, b's with one.</summary>
    public static Int2 Dot4(Int2 a, Int2 b) => new() { V0 = Dot4(a.V0, b.V0), V1 = Dot4(a.V1, b.V1) };

    /// <summary>The sum of four products of bytes: a's without a sign, b's with one.</summary>
    public static Int4 Dot4(Int4 a, Int4 b) => new()
    {
        V0 = Dot4(a.V0, b.V0), V1 = Dot4(a.V1, b.V1), V2 = Dot4(a.V2, b.V2), V3 = Dot4(a.V3, b.V3),
    };

    /// <summary>The sum of four products of bytes: a's without a sign, b's with one.</summary>
    public static Int16 Dot4(Int16 a, Int16 b) => new()
    {
        V0 = Dot4(a.V0, b.V0), V1 = Dot4(a.V1, b.V1), V2 = Dot4(a.V2, b.V2), V3 = Dot4(a.V3, b.V3),
        V4 = Dot4(a.V4, b.V4), V5 = Dot4(a.V5, b.V5), V6 = Dot4(a.V6, b.V6), V7 = Dot4(a.V7, b.V7),
        V8 = Dot4(a.V8, b.V8), V9 = Dot4(a.V9, b.V9), V10 = Dot4(a.V10, b.V10), V11 = Dot4(a.V11, b.V11),
        V12 = Dot4(a.V12, b.V12), V13 = Dot4(a.V13, b.V13), V14 = Dot4(a.V14, b.V14), V15 = Dot4(a.V15, b.V15),
    };
}
