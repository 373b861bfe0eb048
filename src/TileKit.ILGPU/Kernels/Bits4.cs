namespace TileKit.Ilgpu;

/// <summary>The bits of four Halves or BFloat16s: what one access of eight bytes moves.</summary>
internal struct Bits4
{
    public ushort V0, V1, V2, V3;
}
