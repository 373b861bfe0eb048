using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>The bits of four Halves or BFloat16s: what one access of eight bytes moves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Bits4 : IFour<Bits4, ushort>
{
    /// <summary>The elements, from the left.</summary>
    public ushort V0, V1, V2, V3;

    readonly ushort IFour<Bits4, ushort>.Lane0 => V0;

    readonly ushort IFour<Bits4, ushort>.Lane1 => V1;

    readonly ushort IFour<Bits4, ushort>.Lane2 => V2;

    readonly ushort IFour<Bits4, ushort>.Lane3 => V3;

    static Bits4 IFour<Bits4, ushort>.Of(ushort lane0, ushort lane1, ushort lane2, ushort lane3) => new() { V0 = lane0, V1 = lane1, V2 = lane2, V3 = lane3 };
}
