using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Four floats: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Float4 : IFour<Float4, float>
{
    /// <summary>The lanes, from the left.</summary>
    public float V0, V1, V2, V3;

    /// <summary>Every lane with one number.</summary>
    public static Float4 All(float value) => new() { V0 = value, V1 = value, V2 = value, V3 = value };

    /// <summary>The sums.</summary>
    public static Float4 operator +(Float4 a, Float4 b) => new()
    {
        V0 = a.V0 + b.V0, V1 = a.V1 + b.V1, V2 = a.V2 + b.V2, V3 = a.V3 + b.V3,
    };

    /// <summary>The differences.</summary>
    public static Float4 operator -(Float4 a, Float4 b) => new()
    {
        V0 = a.V0 - b.V0, V1 = a.V1 - b.V1, V2 = a.V2 - b.V2, V3 = a.V3 - b.V3,
    };

    /// <summary>The products.</summary>
    public static Float4 operator *(Float4 a, Float4 b) => new()
    {
        V0 = a.V0 * b.V0, V1 = a.V1 * b.V1, V2 = a.V2 * b.V2, V3 = a.V3 * b.V3,
    };

    /// <summary>The quotients.</summary>
    public static Float4 operator /(Float4 a, Float4 b) => new()
    {
        V0 = a.V0 / b.V0, V1 = a.V1 / b.V1, V2 = a.V2 / b.V2, V3 = a.V3 / b.V3,
    };

    /// <summary>The negatives.</summary>
    public static Float4 operator -(Float4 a) => new() { V0 = -a.V0, V1 = -a.V1, V2 = -a.V2, V3 = -a.V3 };

    readonly float IFour<Float4, float>.Lane0 => V0;

    readonly float IFour<Float4, float>.Lane1 => V1;

    readonly float IFour<Float4, float>.Lane2 => V2;

    readonly float IFour<Float4, float>.Lane3 => V3;

    static Float4 IFour<Float4, float>.Of(float lane0, float lane1, float lane2, float lane3) => new() { V0 = lane0, V1 = lane1, V2 = lane2, V3 = lane3 };
}
