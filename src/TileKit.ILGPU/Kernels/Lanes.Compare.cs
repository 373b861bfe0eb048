namespace TileKit.Ilgpu;

/// <content>Comparisons: false with a NaN, but for NotEqual.</content>
public static partial class Lanes
{
    /// <summary>a &lt; b.</summary>
    public static bool Less(float a, float b) => a < b;

    /// <summary>a &lt; b.</summary>
    public static Bool2 Less(Float2 a, Float2 b) => new() { V0 = Less(a.V0, b.V0), V1 = Less(a.V1, b.V1) };

    /// <summary>a &lt; b.</summary>
    public static Bool4 Less(Float4 a, Float4 b) => new()
    {
        V0 = Less(a.V0, b.V0), V1 = Less(a.V1, b.V1), V2 = Less(a.V2, b.V2), V3 = Less(a.V3, b.V3),
    };

    /// <summary>a &lt; b.</summary>
    public static Bool16 Less(Float16 a, Float16 b) => new()
    {
        V0 = Less(a.V0, b.V0), V1 = Less(a.V1, b.V1), V2 = Less(a.V2, b.V2), V3 = Less(a.V3, b.V3),
        V4 = Less(a.V4, b.V4), V5 = Less(a.V5, b.V5), V6 = Less(a.V6, b.V6), V7 = Less(a.V7, b.V7),
        V8 = Less(a.V8, b.V8), V9 = Less(a.V9, b.V9), V10 = Less(a.V10, b.V10), V11 = Less(a.V11, b.V11),
        V12 = Less(a.V12, b.V12), V13 = Less(a.V13, b.V13), V14 = Less(a.V14, b.V14), V15 = Less(a.V15, b.V15),
    };

    /// <summary>a &lt; b.</summary>
    public static bool Less(int a, int b) => a < b;

    /// <summary>a &lt; b.</summary>
    public static Bool2 Less(Int2 a, Int2 b) => new() { V0 = Less(a.V0, b.V0), V1 = Less(a.V1, b.V1) };

    /// <summary>a &lt; b.</summary>
    public static Bool4 Less(Int4 a, Int4 b) => new()
    {
        V0 = Less(a.V0, b.V0), V1 = Less(a.V1, b.V1), V2 = Less(a.V2, b.V2), V3 = Less(a.V3, b.V3),
    };

    /// <summary>a &lt; b.</summary>
    public static Bool16 Less(Int16 a, Int16 b) => new()
    {
        V0 = Less(a.V0, b.V0), V1 = Less(a.V1, b.V1), V2 = Less(a.V2, b.V2), V3 = Less(a.V3, b.V3),
        V4 = Less(a.V4, b.V4), V5 = Less(a.V5, b.V5), V6 = Less(a.V6, b.V6), V7 = Less(a.V7, b.V7),
        V8 = Less(a.V8, b.V8), V9 = Less(a.V9, b.V9), V10 = Less(a.V10, b.V10), V11 = Less(a.V11, b.V11),
        V12 = Less(a.V12, b.V12), V13 = Less(a.V13, b.V13), V14 = Less(a.V14, b.V14), V15 = Less(a.V15, b.V15),
    };

    /// <summary>a ≤ b.</summary>
    public static bool LessEqual(float a, float b) => a <= b;

    /// <summary>a ≤ b.</summary>
    public static Bool2 LessEqual(Float2 a, Float2 b) => new() { V0 = LessEqual(a.V0, b.V0), V1 = LessEqual(a.V1, b.V1) };

    /// <summary>a ≤ b.</summary>
    public static Bool4 LessEqual(Float4 a, Float4 b) => new()
    {
        V0 = LessEqual(a.V0, b.V0), V1 = LessEqual(a.V1, b.V1), V2 = LessEqual(a.V2, b.V2), V3 = LessEqual(a.V3, b.V3),
    };

    /// <summary>a ≤ b.</summary>
    public static Bool16 LessEqual(Float16 a, Float16 b) => new()
    {
        V0 = LessEqual(a.V0, b.V0), V1 = LessEqual(a.V1, b.V1), V2 = LessEqual(a.V2, b.V2), V3 = LessEqual(a.V3, b.V3),
        V4 = LessEqual(a.V4, b.V4), V5 = LessEqual(a.V5, b.V5), V6 = LessEqual(a.V6, b.V6), V7 = LessEqual(a.V7, b.V7),
        V8 = LessEqual(a.V8, b.V8), V9 = LessEqual(a.V9, b.V9), V10 = LessEqual(a.V10, b.V10), V11 = LessEqual(a.V11, b.V11),
        V12 = LessEqual(a.V12, b.V12), V13 = LessEqual(a.V13, b.V13), V14 = LessEqual(a.V14, b.V14), V15 = LessEqual(a.V15, b.V15),
    };

    /// <summary>a ≤ b.</summary>
    public static bool LessEqual(int a, int b) => a <= b;

    /// <summary>a ≤ b.</summary>
    public static Bool2 LessEqual(Int2 a, Int2 b) => new() { V0 = LessEqual(a.V0, b.V0), V1 = LessEqual(a.V1, b.V1) };

    /// <summary>a ≤ b.</summary>
    public static Bool4 LessEqual(Int4 a, Int4 b) => new()
    {
        V0 = LessEqual(a.V0, b.V0), V1 = LessEqual(a.V1, b.V1), V2 = LessEqual(a.V2, b.V2), V3 = LessEqual(a.V3, b.V3),
    };

    /// <summary>a ≤ b.</summary>
    public static Bool16 LessEqual(Int16 a, Int16 b) => new()
    {
        V0 = LessEqual(a.V0, b.V0), V1 = LessEqual(a.V1, b.V1), V2 = LessEqual(a.V2, b.V2), V3 = LessEqual(a.V3, b.V3),
        V4 = LessEqual(a.V4, b.V4), V5 = LessEqual(a.V5, b.V5), V6 = LessEqual(a.V6, b.V6), V7 = LessEqual(a.V7, b.V7),
        V8 = LessEqual(a.V8, b.V8), V9 = LessEqual(a.V9, b.V9), V10 = LessEqual(a.V10, b.V10), V11 = LessEqual(a.V11, b.V11),
        V12 = LessEqual(a.V12, b.V12), V13 = LessEqual(a.V13, b.V13), V14 = LessEqual(a.V14, b.V14), V15 = LessEqual(a.V15, b.V15),
    };

    /// <summary>a &gt; b.</summary>
    public static bool Greater(float a, float b) => a > b;

    /// <summary>a &gt; b.</summary>
    public static Bool2 Greater(Float2 a, Float2 b) => new() { V0 = Greater(a.V0, b.V0), V1 = Greater(a.V1, b.V1) };

    /// <summary>a &gt; b.</summary>
    public static Bool4 Greater(Float4 a, Float4 b) => new()
    {
        V0 = Greater(a.V0, b.V0), V1 = Greater(a.V1, b.V1), V2 = Greater(a.V2, b.V2), V3 = Greater(a.V3, b.V3),
    };

    /// <summary>a &gt; b.</summary>
    public static Bool16 Greater(Float16 a, Float16 b) => new()
    {
        V0 = Greater(a.V0, b.V0), V1 = Greater(a.V1, b.V1), V2 = Greater(a.V2, b.V2), V3 = Greater(a.V3, b.V3),
        V4 = Greater(a.V4, b.V4), V5 = Greater(a.V5, b.V5), V6 = Greater(a.V6, b.V6), V7 = Greater(a.V7, b.V7),
        V8 = Greater(a.V8, b.V8), V9 = Greater(a.V9, b.V9), V10 = Greater(a.V10, b.V10), V11 = Greater(a.V11, b.V11),
        V12 = Greater(a.V12, b.V12), V13 = Greater(a.V13, b.V13), V14 = Greater(a.V14, b.V14), V15 = Greater(a.V15, b.V15),
    };

    /// <summary>a &gt; b.</summary>
    public static bool Greater(int a, int b) => a > b;

    /// <summary>a &gt; b.</summary>
    public static Bool2 Greater(Int2 a, Int2 b) => new() { V0 = Greater(a.V0, b.V0), V1 = Greater(a.V1, b.V1) };

    /// <summary>a &gt; b.</summary>
    public static Bool4 Greater(Int4 a, Int4 b) => new()
    {
        V0 = Greater(a.V0, b.V0), V1 = Greater(a.V1, b.V1), V2 = Greater(a.V2, b.V2), V3 = Greater(a.V3, b.V3),
    };

    /// <summary>a &gt; b.</summary>
    public static Bool16 Greater(Int16 a, Int16 b) => new()
    {
        V0 = Greater(a.V0, b.V0), V1 = Greater(a.V1, b.V1), V2 = Greater(a.V2, b.V2), V3 = Greater(a.V3, b.V3),
        V4 = Greater(a.V4, b.V4), V5 = Greater(a.V5, b.V5), V6 = Greater(a.V6, b.V6), V7 = Greater(a.V7, b.V7),
        V8 = Greater(a.V8, b.V8), V9 = Greater(a.V9, b.V9), V10 = Greater(a.V10, b.V10), V11 = Greater(a.V11, b.V11),
        V12 = Greater(a.V12, b.V12), V13 = Greater(a.V13, b.V13), V14 = Greater(a.V14, b.V14), V15 = Greater(a.V15, b.V15),
    };

    /// <summary>a ≥ b.</summary>
    public static bool GreaterEqual(float a, float b) => a >= b;

    /// <summary>a ≥ b.</summary>
    public static Bool2 GreaterEqual(Float2 a, Float2 b) => new() { V0 = GreaterEqual(a.V0, b.V0), V1 = GreaterEqual(a.V1, b.V1) };

    /// <summary>a ≥ b.</summary>
    public static Bool4 GreaterEqual(Float4 a, Float4 b) => new()
    {
        V0 = GreaterEqual(a.V0, b.V0), V1 = GreaterEqual(a.V1, b.V1), V2 = GreaterEqual(a.V2, b.V2), V3 = GreaterEqual(a.V3, b.V3),
    };

    /// <summary>a ≥ b.</summary>
    public static Bool16 GreaterEqual(Float16 a, Float16 b) => new()
    {
        V0 = GreaterEqual(a.V0, b.V0), V1 = GreaterEqual(a.V1, b.V1),
        V2 = GreaterEqual(a.V2, b.V2), V3 = GreaterEqual(a.V3, b.V3),
        V4 = GreaterEqual(a.V4, b.V4), V5 = GreaterEqual(a.V5, b.V5),
        V6 = GreaterEqual(a.V6, b.V6), V7 = GreaterEqual(a.V7, b.V7),
        V8 = GreaterEqual(a.V8, b.V8), V9 = GreaterEqual(a.V9, b.V9),
        V10 = GreaterEqual(a.V10, b.V10), V11 = GreaterEqual(a.V11, b.V11),
        V12 = GreaterEqual(a.V12, b.V12), V13 = GreaterEqual(a.V13, b.V13),
        V14 = GreaterEqual(a.V14, b.V14), V15 = GreaterEqual(a.V15, b.V15),
    };

    /// <summary>a ≥ b.</summary>
    public static bool GreaterEqual(int a, int b) => a >= b;

    /// <summary>a ≥ b.</summary>
    public static Bool2 GreaterEqual(Int2 a, Int2 b) => new() { V0 = GreaterEqual(a.V0, b.V0), V1 = GreaterEqual(a.V1, b.V1) };

    /// <summary>a ≥ b.</summary>
    public static Bool4 GreaterEqual(Int4 a, Int4 b) => new()
    {
        V0 = GreaterEqual(a.V0, b.V0), V1 = GreaterEqual(a.V1, b.V1), V2 = GreaterEqual(a.V2, b.V2), V3 = GreaterEqual(a.V3, b.V3),
    };

    /// <summary>a ≥ b.</summary>
    public static Bool16 GreaterEqual(Int16 a, Int16 b) => new()
    {
        V0 = GreaterEqual(a.V0, b.V0), V1 = GreaterEqual(a.V1, b.V1),
        V2 = GreaterEqual(a.V2, b.V2), V3 = GreaterEqual(a.V3, b.V3),
        V4 = GreaterEqual(a.V4, b.V4), V5 = GreaterEqual(a.V5, b.V5),
        V6 = GreaterEqual(a.V6, b.V6), V7 = GreaterEqual(a.V7, b.V7),
        V8 = GreaterEqual(a.V8, b.V8), V9 = GreaterEqual(a.V9, b.V9),
        V10 = GreaterEqual(a.V10, b.V10), V11 = GreaterEqual(a.V11, b.V11),
        V12 = GreaterEqual(a.V12, b.V12), V13 = GreaterEqual(a.V13, b.V13),
        V14 = GreaterEqual(a.V14, b.V14), V15 = GreaterEqual(a.V15, b.V15),
    };

    /// <summary>a = b.</summary>
    public static bool Equal(float a, float b) => a == b;

    /// <summary>a = b.</summary>
    public static Bool2 Equal(Float2 a, Float2 b) => new() { V0 = Equal(a.V0, b.V0), V1 = Equal(a.V1, b.V1) };

    /// <summary>a = b.</summary>
    public static Bool4 Equal(Float4 a, Float4 b) => new()
    {
        V0 = Equal(a.V0, b.V0), V1 = Equal(a.V1, b.V1), V2 = Equal(a.V2, b.V2), V3 = Equal(a.V3, b.V3),
    };

    /// <summary>a = b.</summary>
    public static Bool16 Equal(Float16 a, Float16 b) => new()
    {
        V0 = Equal(a.V0, b.V0), V1 = Equal(a.V1, b.V1), V2 = Equal(a.V2, b.V2), V3 = Equal(a.V3, b.V3),
        V4 = Equal(a.V4, b.V4), V5 = Equal(a.V5, b.V5), V6 = Equal(a.V6, b.V6), V7 = Equal(a.V7, b.V7),
        V8 = Equal(a.V8, b.V8), V9 = Equal(a.V9, b.V9), V10 = Equal(a.V10, b.V10), V11 = Equal(a.V11, b.V11),
        V12 = Equal(a.V12, b.V12), V13 = Equal(a.V13, b.V13), V14 = Equal(a.V14, b.V14), V15 = Equal(a.V15, b.V15),
    };

    /// <summary>a = b.</summary>
    public static bool Equal(int a, int b) => a == b;

    /// <summary>a = b.</summary>
    public static Bool2 Equal(Int2 a, Int2 b) => new() { V0 = Equal(a.V0, b.V0), V1 = Equal(a.V1, b.V1) };

    /// <summary>a = b.</summary>
    public static Bool4 Equal(Int4 a, Int4 b) => new()
    {
        V0 = Equal(a.V0, b.V0), V1 = Equal(a.V1, b.V1), V2 = Equal(a.V2, b.V2), V3 = Equal(a.V3, b.V3),
    };

    /// <summary>a = b.</summary>
    public static Bool16 Equal(Int16 a, Int16 b) => new()
    {
        V0 = Equal(a.V0, b.V0), V1 = Equal(a.V1, b.V1), V2 = Equal(a.V2, b.V2), V3 = Equal(a.V3, b.V3),
        V4 = Equal(a.V4, b.V4), V5 = Equal(a.V5, b.V5), V6 = Equal(a.V6, b.V6), V7 = Equal(a.V7, b.V7),
        V8 = Equal(a.V8, b.V8), V9 = Equal(a.V9, b.V9), V10 = Equal(a.V10, b.V10), V11 = Equal(a.V11, b.V11),
        V12 = Equal(a.V12, b.V12), V13 = Equal(a.V13, b.V13), V14 = Equal(a.V14, b.V14), V15 = Equal(a.V15, b.V15),
    };

    /// <summary>a ≠ b.</summary>
    public static bool NotEqual(float a, float b) => a != b;

    /// <summary>a ≠ b.</summary>
    public static Bool2 NotEqual(Float2 a, Float2 b) => new() { V0 = NotEqual(a.V0, b.V0), V1 = NotEqual(a.V1, b.V1) };

    /// <summary>a ≠ b.</summary>
    public static Bool4 NotEqual(Float4 a, Float4 b) => new()
    {
        V0 = NotEqual(a.V0, b.V0), V1 = NotEqual(a.V1, b.V1), V2 = NotEqual(a.V2, b.V2), V3 = NotEqual(a.V3, b.V3),
    };

    /// <summary>a ≠ b.</summary>
    public static Bool16 NotEqual(Float16 a, Float16 b) => new()
    {
        V0 = NotEqual(a.V0, b.V0), V1 = NotEqual(a.V1, b.V1), V2 = NotEqual(a.V2, b.V2), V3 = NotEqual(a.V3, b.V3),
        V4 = NotEqual(a.V4, b.V4), V5 = NotEqual(a.V5, b.V5), V6 = NotEqual(a.V6, b.V6), V7 = NotEqual(a.V7, b.V7),
        V8 = NotEqual(a.V8, b.V8), V9 = NotEqual(a.V9, b.V9), V10 = NotEqual(a.V10, b.V10), V11 = NotEqual(a.V11, b.V11),
        V12 = NotEqual(a.V12, b.V12), V13 = NotEqual(a.V13, b.V13), V14 = NotEqual(a.V14, b.V14), V15 = NotEqual(a.V15, b.V15),
    };

    /// <summary>a ≠ b.</summary>
    public static bool NotEqual(int a, int b) => a != b;

    /// <summary>a ≠ b.</summary>
    public static Bool2 NotEqual(Int2 a, Int2 b) => new() { V0 = NotEqual(a.V0, b.V0), V1 = NotEqual(a.V1, b.V1) };

    /// <summary>a ≠ b.</summary>
    public static Bool4 NotEqual(Int4 a, Int4 b) => new()
    {
        V0 = NotEqual(a.V0, b.V0), V1 = NotEqual(a.V1, b.V1), V2 = NotEqual(a.V2, b.V2), V3 = NotEqual(a.V3, b.V3),
    };

    /// <summary>a ≠ b.</summary>
    public static Bool16 NotEqual(Int16 a, Int16 b) => new()
    {
        V0 = NotEqual(a.V0, b.V0), V1 = NotEqual(a.V1, b.V1), V2 = NotEqual(a.V2, b.V2), V3 = NotEqual(a.V3, b.V3),
        V4 = NotEqual(a.V4, b.V4), V5 = NotEqual(a.V5, b.V5), V6 = NotEqual(a.V6, b.V6), V7 = NotEqual(a.V7, b.V7),
        V8 = NotEqual(a.V8, b.V8), V9 = NotEqual(a.V9, b.V9), V10 = NotEqual(a.V10, b.V10), V11 = NotEqual(a.V11, b.V11),
        V12 = NotEqual(a.V12, b.V12), V13 = NotEqual(a.V13, b.V13), V14 = NotEqual(a.V14, b.V14), V15 = NotEqual(a.V15, b.V15),
    };
}
