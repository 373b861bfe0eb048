namespace TileKit.Ilgpu;

/// <summary>Two bytes: what one access of two bytes moves.</summary>
internal struct Bytes2
{
    public sbyte V0, V1;
}
