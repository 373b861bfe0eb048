namespace TileKit;

/// <summary>Memory that the CPU can reach.</summary>
internal abstract unsafe class CpuBuffer : DeviceBuffer
{
    public override void Read(long offset, nint destination, long bytes)
        => Buffer.MemoryCopy((byte*)Address + offset, (void*)destination, bytes, bytes);

    public override void Write(long offset, nint source, long bytes)
        => Buffer.MemoryCopy((void*)source, (byte*)Address + offset, bytes, bytes);
}
