using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>The bits of sixteen Halves or BFloat16s.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Bits16
{
    /// <summary>The elements, from the left.</summary>
    public ushort V0, V1, V2, V3,
        V4, V5, V6, V7,
        V8, V9, V10, V11,
        V12, V13, V14, V15;
}
