using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Sixteen floats: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Float16 : ISixteen<Float16, Float4>
{
    /// <summary>The lanes, from the left.</summary>
    public float V0, V1, V2, V3,
        V4, V5, V6, V7,
        V8, V9, V10, V11,
        V12, V13, V14, V15;

    /// <summary>Every lane with one number.</summary>
    public static Float16 All(float value) => new()
    {
        V0 = value, V1 = value, V2 = value, V3 = value,
        V4 = value, V5 = value, V6 = value, V7 = value,
        V8 = value, V9 = value, V10 = value, V11 = value,
        V12 = value, V13 = value, V14 = value, V15 = value,
    };

    /// <summary>The sums.</summary>
    public static Float16 operator +(Float16 a, Float16 b) => new()
    {
        V0 = a.V0 + b.V0, V1 = a.V1 + b.V1, V2 = a.V2 + b.V2, V3 = a.V3 + b.V3,
        V4 = a.V4 + b.V4, V5 = a.V5 + b.V5, V6 = a.V6 + b.V6, V7 = a.V7 + b.V7,
        V8 = a.V8 + b.V8, V9 = a.V9 + b.V9, V10 = a.V10 + b.V10, V11 = a.V11 + b.V11,
        V12 = a.V12 + b.V12, V13 = a.V13 + b.V13, V14 = a.V14 + b.V14, V15 = a.V15 + b.V15,
    };

    /// <summary>The differences.</summary>
    public static Float16 operator -(Float16 a, Float16 b) => new()
    {
        V0 = a.V0 - b.V0, V1 = a.V1 - b.V1, V2 = a.V2 - b.V2, V3 = a.V3 - b.V3,
        V4 = a.V4 - b.V4, V5 = a.V5 - b.V5, V6 = a.V6 - b.V6, V7 = a.V7 - b.V7,
        V8 = a.V8 - b.V8, V9 = a.V9 - b.V9, V10 = a.V10 - b.V10, V11 = a.V11 - b.V11,
        V12 = a.V12 - b.V12, V13 = a.V13 - b.V13, V14 = a.V14 - b.V14, V15 = a.V15 - b.V15,
    };

    /// <summary>The products.</summary>
    public static Float16 operator *(Float16 a, Float16 b) => new()
    {
        V0 = a.V0 * b.V0, V1 = a.V1 * b.V1, V2 = a.V2 * b.V2, V3 = a.V3 * b.V3,
        V4 = a.V4 * b.V4, V5 = a.V5 * b.V5, V6 = a.V6 * b.V6, V7 = a.V7 * b.V7,
        V8 = a.V8 * b.V8, V9 = a.V9 * b.V9, V10 = a.V10 * b.V10, V11 = a.V11 * b.V11,
        V12 = a.V12 * b.V12, V13 = a.V13 * b.V13, V14 = a.V14 * b.V14, V15 = a.V15 * b.V15,
    };

    /// <summary>The quotients.</summary>
    public static Float16 operator /(Float16 a, Float16 b) => new()
    {
        V0 = a.V0 / b.V0, V1 = a.V1 / b.V1, V2 = a.V2 / b.V2, V3 = a.V3 / b.V3,
        V4 = a.V4 / b.V4, V5 = a.V5 / b.V5, V6 = a.V6 / b.V6, V7 = a.V7 / b.V7,
        V8 = a.V8 / b.V8, V9 = a.V9 / b.V9, V10 = a.V10 / b.V10, V11 = a.V11 / b.V11,
        V12 = a.V12 / b.V12, V13 = a.V13 / b.V13, V14 = a.V14 / b.V14, V15 = a.V15 / b.V15,
    };

    /// <summary>The negatives.</summary>
    public static Float16 operator -(Float16 a) => new()
    {
        V0 = -a.V0, V1 = -a.V1, V2 = -a.V2, V3 = -a.V3,
        V4 = -a.V4, V5 = -a.V5, V6 = -a.V6, V7 = -a.V7,
        V8 = -a.V8, V9 = -a.V9, V10 = -a.V10, V11 = -a.V11,
        V12 = -a.V12, V13 = -a.V13, V14 = -a.V14, V15 = -a.V15,
    };

    readonly Float4 ISixteen<Float16, Float4>.Four0 => new() { V0 = V0, V1 = V1, V2 = V2, V3 = V3 };

    readonly Float4 ISixteen<Float16, Float4>.Four1 => new() { V0 = V4, V1 = V5, V2 = V6, V3 = V7 };

    readonly Float4 ISixteen<Float16, Float4>.Four2 => new() { V0 = V8, V1 = V9, V2 = V10, V3 = V11 };

    readonly Float4 ISixteen<Float16, Float4>.Four3 => new() { V0 = V12, V1 = V13, V2 = V14, V3 = V15 };

    static Float16 ISixteen<Float16, Float4>.Of(Float4 four0, Float4 four1, Float4 four2, Float4 four3) => new()
    {
        V0 = four0.V0, V1 = four0.V1, V2 = four0.V2, V3 = four0.V3,
        V4 = four1.V0, V5 = four1.V1, V6 = four1.V2, V7 = four1.V3,
        V8 = four2.V0, V9 = four2.V1, V10 = four2.V2, V11 = four2.V3,
        V12 = four3.V0, V13 = four3.V1, V14 = four3.V2, V15 = four3.V3,
    };
}
