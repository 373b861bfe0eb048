using ILGPU.IR.Intrinsics;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <content>Arithmetic.</content>
public static partial class Lanes
{
    /// <summary>a·b + c: one instruction on CUDA; product and sum elsewhere, which an OpenCL compiler for CPUs vectorises better.</summary>
    [IntrinsicImplementation]
    public static float Fma(float a, float b, float c) => (a * b) + c;

    /// <summary>a·b + c.</summary>
    public static Float2 Fma(Float2 a, Float2 b, Float2 c) => new() { V0 = Fma(a.V0, b.V0, c.V0), V1 = Fma(a.V1, b.V1, c.V1) };

    /// <summary>a·b + c.</summary>
    public static Float4 Fma(Float4 a, Float4 b, Float4 c) => new()
    {
        V0 = Fma(a.V0, b.V0, c.V0), V1 = Fma(a.V1, b.V1, c.V1), V2 = Fma(a.V2, b.V2, c.V2), V3 = Fma(a.V3, b.V3, c.V3),
    };

    /// <summary>a·b + c, with one number for every lane.</summary>
    public static Float2 Fma(float a, Float2 b, Float2 c) => new() { V0 = Fma(a, b.V0, c.V0), V1 = Fma(a, b.V1, c.V1) };

    /// <summary>a·b + c, with one number for every lane.</summary>
    public static Float4 Fma(float a, Float4 b, Float4 c) => new()
    {
        V0 = Fma(a, b.V0, c.V0), V1 = Fma(a, b.V1, c.V1), V2 = Fma(a, b.V2, c.V2), V3 = Fma(a, b.V3, c.V3),
    };

    /// <summary>a·b + c.</summary>
    public static Float16 Fma(Float16 a, Float16 b, Float16 c) => new()
    {
        V0 = Fma(a.V0, b.V0, c.V0), V1 = Fma(a.V1, b.V1, c.V1), V2 = Fma(a.V2, b.V2, c.V2), V3 = Fma(a.V3, b.V3, c.V3),
        V4 = Fma(a.V4, b.V4, c.V4), V5 = Fma(a.V5, b.V5, c.V5), V6 = Fma(a.V6, b.V6, c.V6), V7 = Fma(a.V7, b.V7, c.V7),
        V8 = Fma(a.V8, b.V8, c.V8), V9 = Fma(a.V9, b.V9, c.V9), V10 = Fma(a.V10, b.V10, c.V10), V11 = Fma(a.V11, b.V11, c.V11),
        V12 = Fma(a.V12, b.V12, c.V12), V13 = Fma(a.V13, b.V13, c.V13), V14 = Fma(a.V14, b.V14, c.V14), V15 = Fma(a.V15, b.V15, c.V15),
    };

    /// <summary>a·b + c, with one number for every lane.</summary>
    public static Float16 Fma(float a, Float16 b, Float16 c) => new()
    {
        V0 = Fma(a, b.V0, c.V0), V1 = Fma(a, b.V1, c.V1), V2 = Fma(a, b.V2, c.V2), V3 = Fma(a, b.V3, c.V3),
        V4 = Fma(a, b.V4, c.V4), V5 = Fma(a, b.V5, c.V5), V6 = Fma(a, b.V6, c.V6), V7 = Fma(a, b.V7, c.V7),
        V8 = Fma(a, b.V8, c.V8), V9 = Fma(a, b.V9, c.V9), V10 = Fma(a, b.V10, c.V10), V11 = Fma(a, b.V11, c.V11),
        V12 = Fma(a, b.V12, c.V12), V13 = Fma(a, b.V13, c.V13), V14 = Fma(a, b.V14, c.V14), V15 = Fma(a, b.V15, c.V15),
    };

    /// <summary>a·b + c.</summary>
    public static int Fma(int a, int b, int c) => (a * b) + c;

    /// <summary>a·b + c.</summary>
    public static Int2 Fma(Int2 a, Int2 b, Int2 c) => new() { V0 = Fma(a.V0, b.V0, c.V0), V1 = Fma(a.V1, b.V1, c.V1) };

    /// <summary>a·b + c.</summary>
    public static Int4 Fma(Int4 a, Int4 b, Int4 c) => new()
    {
        V0 = Fma(a.V0, b.V0, c.V0), V1 = Fma(a.V1, b.V1, c.V1), V2 = Fma(a.V2, b.V2, c.V2), V3 = Fma(a.V3, b.V3, c.V3),
    };

    /// <summary>a·b + c, with one number for every lane.</summary>
    public static Int2 Fma(int a, Int2 b, Int2 c) => new() { V0 = Fma(a, b.V0, c.V0), V1 = Fma(a, b.V1, c.V1) };

    /// <summary>a·b + c, with one number for every lane.</summary>
    public static Int4 Fma(int a, Int4 b, Int4 c) => new()
    {
        V0 = Fma(a, b.V0, c.V0), V1 = Fma(a, b.V1, c.V1), V2 = Fma(a, b.V2, c.V2), V3 = Fma(a, b.V3, c.V3),
    };

    /// <summary>a·b + c.</summary>
    public static Int16 Fma(Int16 a, Int16 b, Int16 c) => new()
    {
        V0 = Fma(a.V0, b.V0, c.V0), V1 = Fma(a.V1, b.V1, c.V1), V2 = Fma(a.V2, b.V2, c.V2), V3 = Fma(a.V3, b.V3, c.V3),
        V4 = Fma(a.V4, b.V4, c.V4), V5 = Fma(a.V5, b.V5, c.V5), V6 = Fma(a.V6, b.V6, c.V6), V7 = Fma(a.V7, b.V7, c.V7),
        V8 = Fma(a.V8, b.V8, c.V8), V9 = Fma(a.V9, b.V9, c.V9), V10 = Fma(a.V10, b.V10, c.V10), V11 = Fma(a.V11, b.V11, c.V11),
        V12 = Fma(a.V12, b.V12, c.V12), V13 = Fma(a.V13, b.V13, c.V13), V14 = Fma(a.V14, b.V14, c.V14), V15 = Fma(a.V15, b.V15, c.V15),
    };

    /// <summary>a·b + c, with one number for every lane.</summary>
    public static Int16 Fma(int a, Int16 b, Int16 c) => new()
    {
        V0 = Fma(a, b.V0, c.V0), V1 = Fma(a, b.V1, c.V1), V2 = Fma(a, b.V2, c.V2), V3 = Fma(a, b.V3, c.V3),
        V4 = Fma(a, b.V4, c.V4), V5 = Fma(a, b.V5, c.V5), V6 = Fma(a, b.V6, c.V6), V7 = Fma(a, b.V7, c.V7),
        V8 = Fma(a, b.V8, c.V8), V9 = Fma(a, b.V9, c.V9), V10 = Fma(a, b.V10, c.V10), V11 = Fma(a, b.V11, c.V11),
        V12 = Fma(a, b.V12, c.V12), V13 = Fma(a, b.V13, c.V13), V14 = Fma(a, b.V14, c.V14), V15 = Fma(a, b.V15, c.V15),
    };

    /// <summary>The magnitude.</summary>
    public static float Abs(float x) => MathF.Abs(x);

    /// <summary>The magnitude.</summary>
    public static Float2 Abs(Float2 x) => new() { V0 = Abs(x.V0), V1 = Abs(x.V1) };

    /// <summary>The magnitude.</summary>
    public static Float4 Abs(Float4 x) => new() { V0 = Abs(x.V0), V1 = Abs(x.V1), V2 = Abs(x.V2), V3 = Abs(x.V3) };

    /// <summary>The magnitude.</summary>
    public static Float16 Abs(Float16 x) => new()
    {
        V0 = Abs(x.V0), V1 = Abs(x.V1), V2 = Abs(x.V2), V3 = Abs(x.V3),
        V4 = Abs(x.V4), V5 = Abs(x.V5), V6 = Abs(x.V6), V7 = Abs(x.V7),
        V8 = Abs(x.V8), V9 = Abs(x.V9), V10 = Abs(x.V10), V11 = Abs(x.V11),
        V12 = Abs(x.V12), V13 = Abs(x.V13), V14 = Abs(x.V14), V15 = Abs(x.V15),
    };

    /// <summary>The magnitude.</summary>
    public static int Abs(int x) => Utilities.Select(x < 0, -x, x);

    /// <summary>The magnitude.</summary>
    public static Int2 Abs(Int2 x) => new() { V0 = Abs(x.V0), V1 = Abs(x.V1) };

    /// <summary>The magnitude.</summary>
    public static Int4 Abs(Int4 x) => new() { V0 = Abs(x.V0), V1 = Abs(x.V1), V2 = Abs(x.V2), V3 = Abs(x.V3) };

    /// <summary>The magnitude.</summary>
    public static Int16 Abs(Int16 x) => new()
    {
        V0 = Abs(x.V0), V1 = Abs(x.V1), V2 = Abs(x.V2), V3 = Abs(x.V3),
        V4 = Abs(x.V4), V5 = Abs(x.V5), V6 = Abs(x.V6), V7 = Abs(x.V7),
        V8 = Abs(x.V8), V9 = Abs(x.V9), V10 = Abs(x.V10), V11 = Abs(x.V11),
        V12 = Abs(x.V12), V13 = Abs(x.V13), V14 = Abs(x.V14), V15 = Abs(x.V15),
    };

    /// <summary>The greater; NaN when either is, which a GPU's own instruction does not give.</summary>
    public static float Max(float a, float b) => Utilities.Select(a > b, a, Utilities.Select(float.IsNaN(a), a, b));

    /// <summary>The greater; NaN when either is.</summary>
    public static Float2 Max(Float2 a, Float2 b) => new() { V0 = Max(a.V0, b.V0), V1 = Max(a.V1, b.V1) };

    /// <summary>The greater; NaN when either is.</summary>
    public static Float4 Max(Float4 a, Float4 b) => new()
    {
        V0 = Max(a.V0, b.V0), V1 = Max(a.V1, b.V1), V2 = Max(a.V2, b.V2), V3 = Max(a.V3, b.V3),
    };

    /// <summary>The greater; NaN when either is.</summary>
    public static Float16 Max(Float16 a, Float16 b) => new()
    {
        V0 = Max(a.V0, b.V0), V1 = Max(a.V1, b.V1), V2 = Max(a.V2, b.V2), V3 = Max(a.V3, b.V3),
        V4 = Max(a.V4, b.V4), V5 = Max(a.V5, b.V5), V6 = Max(a.V6, b.V6), V7 = Max(a.V7, b.V7),
        V8 = Max(a.V8, b.V8), V9 = Max(a.V9, b.V9), V10 = Max(a.V10, b.V10), V11 = Max(a.V11, b.V11),
        V12 = Max(a.V12, b.V12), V13 = Max(a.V13, b.V13), V14 = Max(a.V14, b.V14), V15 = Max(a.V15, b.V15),
    };

    /// <summary>The greater.</summary>
    public static int Max(int a, int b) => Utilities.Select(a > b, a, b);

    /// <summary>The greater.</summary>
    public static Int2 Max(Int2 a, Int2 b) => new() { V0 = Max(a.V0, b.V0), V1 = Max(a.V1, b.V1) };

    /// <summary>The greater.</summary>
    public static Int4 Max(Int4 a, Int4 b) => new()
    {
        V0 = Max(a.V0, b.V0), V1 = Max(a.V1, b.V1), V2 = Max(a.V2, b.V2), V3 = Max(a.V3, b.V3),
    };

    /// <summary>The greater.</summary>
    public static Int16 Max(Int16 a, Int16 b) => new()
    {
        V0 = Max(a.V0, b.V0), V1 = Max(a.V1, b.V1), V2 = Max(a.V2, b.V2), V3 = Max(a.V3, b.V3),
        V4 = Max(a.V4, b.V4), V5 = Max(a.V5, b.V5), V6 = Max(a.V6, b.V6), V7 = Max(a.V7, b.V7),
        V8 = Max(a.V8, b.V8), V9 = Max(a.V9, b.V9), V10 = Max(a.V10, b.V10), V11 = Max(a.V11, b.V11),
        V12 = Max(a.V12, b.V12), V13 = Max(a.V13, b.V13), V14 = Max(a.V14, b.V14), V15 = Max(a.V15, b.V15),
    };

    /// <summary>The lesser; NaN when either is, which a GPU's own instruction does not give.</summary>
    public static float Min(float a, float b) => Utilities.Select(a < b, a, Utilities.Select(float.IsNaN(a), a, b));

    /// <summary>The lesser; NaN when either is.</summary>
    public static Float2 Min(Float2 a, Float2 b) => new() { V0 = Min(a.V0, b.V0), V1 = Min(a.V1, b.V1) };

    /// <summary>The lesser; NaN when either is.</summary>
    public static Float4 Min(Float4 a, Float4 b) => new()
    {
        V0 = Min(a.V0, b.V0), V1 = Min(a.V1, b.V1), V2 = Min(a.V2, b.V2), V3 = Min(a.V3, b.V3),
    };

    /// <summary>The lesser; NaN when either is.</summary>
    public static Float16 Min(Float16 a, Float16 b) => new()
    {
        V0 = Min(a.V0, b.V0), V1 = Min(a.V1, b.V1), V2 = Min(a.V2, b.V2), V3 = Min(a.V3, b.V3),
        V4 = Min(a.V4, b.V4), V5 = Min(a.V5, b.V5), V6 = Min(a.V6, b.V6), V7 = Min(a.V7, b.V7),
        V8 = Min(a.V8, b.V8), V9 = Min(a.V9, b.V9), V10 = Min(a.V10, b.V10), V11 = Min(a.V11, b.V11),
        V12 = Min(a.V12, b.V12), V13 = Min(a.V13, b.V13), V14 = Min(a.V14, b.V14), V15 = Min(a.V15, b.V15),
    };

    /// <summary>The lesser.</summary>
    public static int Min(int a, int b) => Utilities.Select(a < b, a, b);

    /// <summary>The lesser.</summary>
    public static Int2 Min(Int2 a, Int2 b) => new() { V0 = Min(a.V0, b.V0), V1 = Min(a.V1, b.V1) };

    /// <summary>The lesser.</summary>
    public static Int4 Min(Int4 a, Int4 b) => new()
    {
        V0 = Min(a.V0, b.V0), V1 = Min(a.V1, b.V1), V2 = Min(a.V2, b.V2), V3 = Min(a.V3, b.V3),
    };

    /// <summary>The lesser.</summary>
    public static Int16 Min(Int16 a, Int16 b) => new()
    {
        V0 = Min(a.V0, b.V0), V1 = Min(a.V1, b.V1), V2 = Min(a.V2, b.V2), V3 = Min(a.V3, b.V3),
        V4 = Min(a.V4, b.V4), V5 = Min(a.V5, b.V5), V6 = Min(a.V6, b.V6), V7 = Min(a.V7, b.V7),
        V8 = Min(a.V8, b.V8), V9 = Min(a.V9, b.V9), V10 = Min(a.V10, b.V10), V11 = Min(a.V11, b.V11),
        V12 = Min(a.V12, b.V12), V13 = Min(a.V13, b.V13), V14 = Min(a.V14, b.V14), V15 = Min(a.V15, b.V15),
    };

    /// <summary>x where it is positive, else 0; NaN stays NaN.</summary>
    public static float Relu(float x) => Utilities.Select(x < 0f, 0f, x);

    /// <summary>x where it is positive, else 0; NaN stays NaN.</summary>
    public static Float2 Relu(Float2 x) => new() { V0 = Relu(x.V0), V1 = Relu(x.V1) };

    /// <summary>x where it is positive, else 0; NaN stays NaN.</summary>
    public static Float4 Relu(Float4 x) => new() { V0 = Relu(x.V0), V1 = Relu(x.V1), V2 = Relu(x.V2), V3 = Relu(x.V3) };

    /// <summary>x where it is positive, else 0; NaN stays NaN.</summary>
    public static Float16 Relu(Float16 x) => new()
    {
        V0 = Relu(x.V0), V1 = Relu(x.V1), V2 = Relu(x.V2), V3 = Relu(x.V3),
        V4 = Relu(x.V4), V5 = Relu(x.V5), V6 = Relu(x.V6), V7 = Relu(x.V7),
        V8 = Relu(x.V8), V9 = Relu(x.V9), V10 = Relu(x.V10), V11 = Relu(x.V11),
        V12 = Relu(x.V12), V13 = Relu(x.V13), V14 = Relu(x.V14), V15 = Relu(x.V15),
    };

    /// <summary>x where it is positive, else 0; NaN stays NaN.</summary>
    public static int Relu(int x) => Utilities.Select(x < 0, 0, x);

    /// <summary>x where it is positive, else 0; NaN stays NaN.</summary>
    public static Int2 Relu(Int2 x) => new() { V0 = Relu(x.V0), V1 = Relu(x.V1) };

    /// <summary>x where it is positive, else 0; NaN stays NaN.</summary>
    public static Int4 Relu(Int4 x) => new() { V0 = Relu(x.V0), V1 = Relu(x.V1), V2 = Relu(x.V2), V3 = Relu(x.V3) };

    /// <summary>x where it is positive, else 0; NaN stays NaN.</summary>
    public static Int16 Relu(Int16 x) => new()
    {
        V0 = Relu(x.V0), V1 = Relu(x.V1), V2 = Relu(x.V2), V3 = Relu(x.V3),
        V4 = Relu(x.V4), V5 = Relu(x.V5), V6 = Relu(x.V6), V7 = Relu(x.V7),
        V8 = Relu(x.V8), V9 = Relu(x.V9), V10 = Relu(x.V10), V11 = Relu(x.V11),
        V12 = Relu(x.V12), V13 = Relu(x.V13), V14 = Relu(x.V14), V15 = Relu(x.V15),
    };
}
