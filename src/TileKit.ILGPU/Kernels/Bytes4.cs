namespace TileKit.Ilgpu;

/// <summary>Four bytes: what one access of four bytes moves.</summary>
internal struct Bytes4
{
    public sbyte V0, V1, V2, V3;
}
