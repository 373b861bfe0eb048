using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Two truth values: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Bool2
{
    /// <summary>The lanes, from the left.</summary>
    public bool V0, V1;

    /// <summary>Every lane with one value.</summary>
    public static Bool2 All(bool value) => new() { V0 = value, V1 = value };
}
