using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Four truth values: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Bool4
{
    /// <summary>The lanes, from the left.</summary>
    public bool V0, V1, V2, V3;

    /// <summary>Every lane with one value.</summary>
    public static Bool4 All(bool value) => new() { V0 = value, V1 = value, V2 = value, V3 = value };
}
