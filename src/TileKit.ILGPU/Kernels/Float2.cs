using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Two floats: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Float2 : ITwo<Float2, float>
{
    /// <summary>The lanes, from the left.</summary>
    public float V0, V1;

    /// <summary>Every lane with one number.</summary>
    public static Float2 All(float value) => new() { V0 = value, V1 = value };

    /// <summary>The sums.</summary>
    public static Float2 operator +(Float2 a, Float2 b) => new() { V0 = a.V0 + b.V0, V1 = a.V1 + b.V1 };

    /// <summary>The differences.</summary>
    public static Float2 operator -(Float2 a, Float2 b) => new() { V0 = a.V0 - b.V0, V1 = a.V1 - b.V1 };

    /// <summary>The products.</summary>
    public static Float2 operator *(Float2 a, Float2 b) => new() { V0 = a.V0 * b.V0, V1 = a.V1 * b.V1 };

    /// <summary>The quotients.</summary>
    public static Float2 operator /(Float2 a, Float2 b) => new() { V0 = a.V0 / b.V0, V1 = a.V1 / b.V1 };

    /// <summary>The negatives.</summary>
    public static Float2 operator -(Float2 a) => new() { V0 = -a.V0, V1 = -a.V1 };

    readonly float ITwo<Float2, float>.Lane0 => V0;

    readonly float ITwo<Float2, float>.Lane1 => V1;

    static Float2 ITwo<Float2, float>.Of(float lane0, float lane1) => new() { V0 = lane0, V1 = lane1 };
}
