using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>The bits of two Halves or BFloat16s: what one access of four bytes moves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Bits2 : ITwo<Bits2, ushort>
{
    /// <summary>The elements, from the left.</summary>
    public ushort V0, V1;

    readonly ushort ITwo<Bits2, ushort>.Lane0 => V0;

    readonly ushort ITwo<Bits2, ushort>.Lane1 => V1;

    static Bits2 ITwo<Bits2, ushort>.Of(ushort lane0, ushort lane1) => new() { V0 = lane0, V1 = lane1 };
}
