using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>The bits of four Halves or BFloat16s: what one access of eight bytes moves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Bits4
{
    /// <summary>The elements, from the left.</summary>
    public ushort V0, V1, V2, V3;
}
