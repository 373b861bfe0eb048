namespace TileKit;

/// <summary>The memory behind a tensor: what a kind of device has to provide.</summary>
public abstract class DeviceBuffer : IDisposable
{
    /// <summary>The buffer's size in bytes.</summary>
    public abstract long Bytes { get; }

    /// <summary>The address of the first byte where the CPU can reach the memory, else 0.</summary>
    public virtual nint Address => 0;

    /// <summary>Copies from the buffer to memory of the CPU; returns when done.</summary>
    /// <param name="offset">The first byte to read.</param>
    /// <param name="destination">The address to copy to.</param>
    /// <param name="bytes">The number of bytes.</param>
    public abstract void Read(long offset, nint destination, long bytes);

    /// <summary>Copies from memory of the CPU to the buffer; returns when the source may change.</summary>
    /// <param name="offset">The first byte to write.</param>
    /// <param name="source">The address to copy from.</param>
    /// <param name="bytes">The number of bytes.</param>
    public abstract void Write(long offset, nint source, long bytes);

    /// <summary>Frees the memory. A second call does nothing.</summary>
    public abstract void Dispose();
}
