using System.Buffers;

namespace TileKit;

/// <summary>The user's memory, held in place until the tensor is disposed.</summary>
internal sealed unsafe class PinnedBuffer(MemoryHandle handle, long bytes) : CpuBuffer
{
    private MemoryHandle _handle = handle;

    public override long Bytes { get; } = bytes;

    public override nint Address => (nint)_handle.Pointer;

    public override void Dispose() => _handle.Dispose();
}
