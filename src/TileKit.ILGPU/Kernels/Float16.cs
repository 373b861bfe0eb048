using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Sixteen floats: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Float16
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
}
