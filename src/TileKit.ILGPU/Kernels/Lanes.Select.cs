using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <content>Logic on conditions, and selection by them.</content>
public static partial class Lanes
{
    /// <summary>Both.</summary>
    public static bool And(bool a, bool b) => a & b;

    /// <summary>Both.</summary>
    public static Bool2 And(Bool2 a, Bool2 b) => new() { V0 = And(a.V0, b.V0), V1 = And(a.V1, b.V1) };

    /// <summary>Both.</summary>
    public static Bool4 And(Bool4 a, Bool4 b) => new()
    {
        V0 = And(a.V0, b.V0), V1 = And(a.V1, b.V1), V2 = And(a.V2, b.V2), V3 = And(a.V3, b.V3),
    };

    /// <summary>Both.</summary>
    public static Bool16 And(Bool16 a, Bool16 b) => new()
    {
        V0 = And(a.V0, b.V0), V1 = And(a.V1, b.V1), V2 = And(a.V2, b.V2), V3 = And(a.V3, b.V3),
        V4 = And(a.V4, b.V4), V5 = And(a.V5, b.V5), V6 = And(a.V6, b.V6), V7 = And(a.V7, b.V7),
        V8 = And(a.V8, b.V8), V9 = And(a.V9, b.V9), V10 = And(a.V10, b.V10), V11 = And(a.V11, b.V11),
        V12 = And(a.V12, b.V12), V13 = And(a.V13, b.V13), V14 = And(a.V14, b.V14), V15 = And(a.V15, b.V15),
    };

    /// <summary>Either.</summary>
    public static bool Or(bool a, bool b) => a | b;

    /// <summary>Either.</summary>
    public static Bool2 Or(Bool2 a, Bool2 b) => new() { V0 = Or(a.V0, b.V0), V1 = Or(a.V1, b.V1) };

    /// <summary>Either.</summary>
    public static Bool4 Or(Bool4 a, Bool4 b) => new()
    {
        V0 = Or(a.V0, b.V0), V1 = Or(a.V1, b.V1), V2 = Or(a.V2, b.V2), V3 = Or(a.V3, b.V3),
    };

    /// <summary>Either.</summary>
    public static Bool16 Or(Bool16 a, Bool16 b) => new()
    {
        V0 = Or(a.V0, b.V0), V1 = Or(a.V1, b.V1), V2 = Or(a.V2, b.V2), V3 = Or(a.V3, b.V3),
        V4 = Or(a.V4, b.V4), V5 = Or(a.V5, b.V5), V6 = Or(a.V6, b.V6), V7 = Or(a.V7, b.V7),
        V8 = Or(a.V8, b.V8), V9 = Or(a.V9, b.V9), V10 = Or(a.V10, b.V10), V11 = Or(a.V11, b.V11),
        V12 = Or(a.V12, b.V12), V13 = Or(a.V13, b.V13), V14 = Or(a.V14, b.V14), V15 = Or(a.V15, b.V15),
    };

    /// <summary>The opposite.</summary>
    public static bool Not(bool a) => !a;

    /// <summary>The opposites.</summary>
    public static Bool2 Not(Bool2 a) => new() { V0 = Not(a.V0), V1 = Not(a.V1) };

    /// <summary>The opposites.</summary>
    public static Bool4 Not(Bool4 a) => new() { V0 = Not(a.V0), V1 = Not(a.V1), V2 = Not(a.V2), V3 = Not(a.V3) };

    /// <summary>The opposites.</summary>
    public static Bool16 Not(Bool16 a) => new()
    {
        V0 = Not(a.V0), V1 = Not(a.V1), V2 = Not(a.V2), V3 = Not(a.V3),
        V4 = Not(a.V4), V5 = Not(a.V5), V6 = Not(a.V6), V7 = Not(a.V7),
        V8 = Not(a.V8), V9 = Not(a.V9), V10 = Not(a.V10), V11 = Not(a.V11),
        V12 = Not(a.V12), V13 = Not(a.V13), V14 = Not(a.V14), V15 = Not(a.V15),
    };

    /// <summary>a where the condition holds, else b; both are evaluated.</summary>
    public static float Select(bool condition, float a, float b) => Utilities.Select(condition, a, b);

    /// <summary>a where the condition holds, else b.</summary>
    public static Float2 Select(Bool2 condition, Float2 a, Float2 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
    };

    /// <summary>a where the condition holds, else b.</summary>
    public static Float4 Select(Bool4 condition, Float4 a, Float4 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
        V2 = Select(condition.V2, a.V2, b.V2), V3 = Select(condition.V3, a.V3, b.V3),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Float2 Select(bool condition, Float2 a, Float2 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Float4 Select(bool condition, Float4 a, Float4 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
        V2 = Select(condition, a.V2, b.V2), V3 = Select(condition, a.V3, b.V3),
    };

    /// <summary>a where the condition holds, else b.</summary>
    public static Float16 Select(Bool16 condition, Float16 a, Float16 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
        V2 = Select(condition.V2, a.V2, b.V2), V3 = Select(condition.V3, a.V3, b.V3),
        V4 = Select(condition.V4, a.V4, b.V4), V5 = Select(condition.V5, a.V5, b.V5),
        V6 = Select(condition.V6, a.V6, b.V6), V7 = Select(condition.V7, a.V7, b.V7),
        V8 = Select(condition.V8, a.V8, b.V8), V9 = Select(condition.V9, a.V9, b.V9),
        V10 = Select(condition.V10, a.V10, b.V10), V11 = Select(condition.V11, a.V11, b.V11),
        V12 = Select(condition.V12, a.V12, b.V12), V13 = Select(condition.V13, a.V13, b.V13),
        V14 = Select(condition.V14, a.V14, b.V14), V15 = Select(condition.V15, a.V15, b.V15),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Float16 Select(bool condition, Float16 a, Float16 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
        V2 = Select(condition, a.V2, b.V2), V3 = Select(condition, a.V3, b.V3),
        V4 = Select(condition, a.V4, b.V4), V5 = Select(condition, a.V5, b.V5),
        V6 = Select(condition, a.V6, b.V6), V7 = Select(condition, a.V7, b.V7),
        V8 = Select(condition, a.V8, b.V8), V9 = Select(condition, a.V9, b.V9),
        V10 = Select(condition, a.V10, b.V10), V11 = Select(condition, a.V11, b.V11),
        V12 = Select(condition, a.V12, b.V12), V13 = Select(condition, a.V13, b.V13),
        V14 = Select(condition, a.V14, b.V14), V15 = Select(condition, a.V15, b.V15),
    };

    /// <summary>a where the condition holds, else b; both are evaluated.</summary>
    public static int Select(bool condition, int a, int b) => Utilities.Select(condition, a, b);

    /// <summary>a where the condition holds, else b.</summary>
    public static Int2 Select(Bool2 condition, Int2 a, Int2 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
    };

    /// <summary>a where the condition holds, else b.</summary>
    public static Int4 Select(Bool4 condition, Int4 a, Int4 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
        V2 = Select(condition.V2, a.V2, b.V2), V3 = Select(condition.V3, a.V3, b.V3),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Int2 Select(bool condition, Int2 a, Int2 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Int4 Select(bool condition, Int4 a, Int4 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
        V2 = Select(condition, a.V2, b.V2), V3 = Select(condition, a.V3, b.V3),
    };

    /// <summary>a where the condition holds, else b.</summary>
    public static Int16 Select(Bool16 condition, Int16 a, Int16 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
        V2 = Select(condition.V2, a.V2, b.V2), V3 = Select(condition.V3, a.V3, b.V3),
        V4 = Select(condition.V4, a.V4, b.V4), V5 = Select(condition.V5, a.V5, b.V5),
        V6 = Select(condition.V6, a.V6, b.V6), V7 = Select(condition.V7, a.V7, b.V7),
        V8 = Select(condition.V8, a.V8, b.V8), V9 = Select(condition.V9, a.V9, b.V9),
        V10 = Select(condition.V10, a.V10, b.V10), V11 = Select(condition.V11, a.V11, b.V11),
        V12 = Select(condition.V12, a.V12, b.V12), V13 = Select(condition.V13, a.V13, b.V13),
        V14 = Select(condition.V14, a.V14, b.V14), V15 = Select(condition.V15, a.V15, b.V15),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Int16 Select(bool condition, Int16 a, Int16 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
        V2 = Select(condition, a.V2, b.V2), V3 = Select(condition, a.V3, b.V3),
        V4 = Select(condition, a.V4, b.V4), V5 = Select(condition, a.V5, b.V5),
        V6 = Select(condition, a.V6, b.V6), V7 = Select(condition, a.V7, b.V7),
        V8 = Select(condition, a.V8, b.V8), V9 = Select(condition, a.V9, b.V9),
        V10 = Select(condition, a.V10, b.V10), V11 = Select(condition, a.V11, b.V11),
        V12 = Select(condition, a.V12, b.V12), V13 = Select(condition, a.V13, b.V13),
        V14 = Select(condition, a.V14, b.V14), V15 = Select(condition, a.V15, b.V15),
    };

    /// <summary>a where the condition holds, else b; both are evaluated.</summary>
    public static bool Select(bool condition, bool a, bool b) => Utilities.Select(condition, a, b);

    /// <summary>a where the condition holds, else b.</summary>
    public static Bool2 Select(Bool2 condition, Bool2 a, Bool2 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
    };

    /// <summary>a where the condition holds, else b.</summary>
    public static Bool4 Select(Bool4 condition, Bool4 a, Bool4 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
        V2 = Select(condition.V2, a.V2, b.V2), V3 = Select(condition.V3, a.V3, b.V3),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Bool2 Select(bool condition, Bool2 a, Bool2 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Bool4 Select(bool condition, Bool4 a, Bool4 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
        V2 = Select(condition, a.V2, b.V2), V3 = Select(condition, a.V3, b.V3),
    };

    /// <summary>a where the condition holds, else b.</summary>
    public static Bool16 Select(Bool16 condition, Bool16 a, Bool16 b) => new()
    {
        V0 = Select(condition.V0, a.V0, b.V0), V1 = Select(condition.V1, a.V1, b.V1),
        V2 = Select(condition.V2, a.V2, b.V2), V3 = Select(condition.V3, a.V3, b.V3),
        V4 = Select(condition.V4, a.V4, b.V4), V5 = Select(condition.V5, a.V5, b.V5),
        V6 = Select(condition.V6, a.V6, b.V6), V7 = Select(condition.V7, a.V7, b.V7),
        V8 = Select(condition.V8, a.V8, b.V8), V9 = Select(condition.V9, a.V9, b.V9),
        V10 = Select(condition.V10, a.V10, b.V10), V11 = Select(condition.V11, a.V11, b.V11),
        V12 = Select(condition.V12, a.V12, b.V12), V13 = Select(condition.V13, a.V13, b.V13),
        V14 = Select(condition.V14, a.V14, b.V14), V15 = Select(condition.V15, a.V15, b.V15),
    };

    /// <summary>a if the condition holds, else b.</summary>
    public static Bool16 Select(bool condition, Bool16 a, Bool16 b) => new()
    {
        V0 = Select(condition, a.V0, b.V0), V1 = Select(condition, a.V1, b.V1),
        V2 = Select(condition, a.V2, b.V2), V3 = Select(condition, a.V3, b.V3),
        V4 = Select(condition, a.V4, b.V4), V5 = Select(condition, a.V5, b.V5),
        V6 = Select(condition, a.V6, b.V6), V7 = Select(condition, a.V7, b.V7),
        V8 = Select(condition, a.V8, b.V8), V9 = Select(condition, a.V9, b.V9),
        V10 = Select(condition, a.V10, b.V10), V11 = Select(condition, a.V11, b.V11),
        V12 = Select(condition, a.V12, b.V12), V13 = Select(condition, a.V13, b.V13),
        V14 = Select(condition, a.V14, b.V14), V15 = Select(condition, a.V15, b.V15),
    };
}
