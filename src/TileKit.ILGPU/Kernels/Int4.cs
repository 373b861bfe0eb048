using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Four ints, which wrap around: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Int4 : IFour<Int4, int>
{
    /// <summary>The lanes, from the left.</summary>
    public int V0, V1, V2, V3;

    /// <summary>Every lane with one number.</summary>
    public static Int4 All(int value) => new() { V0 = value, V1 = value, V2 = value, V3 = value };

    /// <summary>The numbers from a first one on.</summary>
    public static Int4 From(int start) => new() { V0 = start, V1 = start + 1, V2 = start + 2, V3 = start + 3 };

    /// <summary>The sums.</summary>
    public static Int4 operator +(Int4 a, Int4 b) => new() { V0 = a.V0 + b.V0, V1 = a.V1 + b.V1, V2 = a.V2 + b.V2, V3 = a.V3 + b.V3 };

    /// <summary>The differences.</summary>
    public static Int4 operator -(Int4 a, Int4 b) => new() { V0 = a.V0 - b.V0, V1 = a.V1 - b.V1, V2 = a.V2 - b.V2, V3 = a.V3 - b.V3 };

    /// <summary>The products.</summary>
    public static Int4 operator *(Int4 a, Int4 b) => new() { V0 = a.V0 * b.V0, V1 = a.V1 * b.V1, V2 = a.V2 * b.V2, V3 = a.V3 * b.V3 };

    /// <summary>The negatives.</summary>
    public static Int4 operator -(Int4 a) => new() { V0 = -a.V0, V1 = -a.V1, V2 = -a.V2, V3 = -a.V3 };

    readonly int IFour<Int4, int>.Lane0 => V0;

    readonly int IFour<Int4, int>.Lane1 => V1;

    readonly int IFour<Int4, int>.Lane2 => V2;

    readonly int IFour<Int4, int>.Lane3 => V3;

    static Int4 IFour<Int4, int>.Of(int lane0, int lane1, int lane2, int lane3) => new() { V0 = lane0, V1 = lane1, V2 = lane2, V3 = lane3 };
}
