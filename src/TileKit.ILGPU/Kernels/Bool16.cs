using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Sixteen truth values: what one thread holds of a row, adjacent columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Bool16
{
    /// <summary>The lanes, from the left.</summary>
    public bool V0, V1, V2, V3,
        V4, V5, V6, V7,
        V8, V9, V10, V11,
        V12, V13, V14, V15;

    /// <summary>Every lane with one value.</summary>
    public static Bool16 All(bool value) => new()
    {
        V0 = value, V1 = value, V2 = value, V3 = value,
        V4 = value, V5 = value, V6 = value, V7 = value,
        V8 = value, V9 = value, V10 = value, V11 = value,
        V12 = value, V13 = value, V14 = value, V15 = value,
    };
}
