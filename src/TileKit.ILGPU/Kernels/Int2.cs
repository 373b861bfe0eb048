using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Two ints, which wrap around: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Int2 : ITwo<Int2, int>
{
    /// <summary>The lanes, from the left.</summary>
    public int V0, V1;

    /// <summary>Every lane with one number.</summary>
    public static Int2 All(int value) => new() { V0 = value, V1 = value };

    /// <summary>The numbers from a first one on.</summary>
    public static Int2 From(int start) => new() { V0 = start, V1 = start + 1 };

    /// <summary>The sums.</summary>
    public static Int2 operator +(Int2 a, Int2 b) => new() { V0 = a.V0 + b.V0, V1 = a.V1 + b.V1 };

    /// <summary>The differences.</summary>
    public static Int2 operator -(Int2 a, Int2 b) => new() { V0 = a.V0 - b.V0, V1 = a.V1 - b.V1 };

    /// <summary>The products.</summary>
    public static Int2 operator *(Int2 a, Int2 b) => new() { V0 = a.V0 * b.V0, V1 = a.V1 * b.V1 };

    /// <summary>The negatives.</summary>
    public static Int2 operator -(Int2 a) => new() { V0 = -a.V0, V1 = -a.V1 };

    readonly int ITwo<Int2, int>.Lane0 => V0;

    readonly int ITwo<Int2, int>.Lane1 => V1;

    static Int2 ITwo<Int2, int>.Of(int lane0, int lane1) => new() { V0 = lane0, V1 = lane1 };
}
