using ILGPU.Runtime;

namespace TileKit.Ilgpu;

/// <summary>Memory of an accelerator. What nobody disposes is freed by the garbage collector, at the latest when memory runs out.</summary>
internal sealed unsafe class IlgpuBuffer : DeviceBuffer
{
    // An accelerator gives no address to a buffer without bytes, and a kernel's argument needs one.
    private const long LeastBytes = 16;

    private readonly SharedAccelerator _owner;
    private MemoryBuffer? _memory;

    public IlgpuBuffer(SharedAccelerator owner, long bytes, bool zeroed)
    {
        _owner = owner;
        Bytes = bytes;
        _memory = owner.Accelerator.AllocateRaw(Math.Max(bytes, LeastBytes), 1);
        owner.Add(bytes);
        if (zeroed && bytes > 0)
        {
            owner.Clear(_memory, bytes);
        }
    }

    ~IlgpuBuffer()
    {
        try
        {
            Free();
        }
        catch (Exception exception) when (Platform.IsFailure(exception))
        {
            // Whoever used the accelerator was told that it fails; a finalizer has nobody to tell.
        }
    }

    public override long Bytes { get; }

    /// <summary>The memory, for a kernel's argument.</summary>
    public MemoryBuffer Memory
    {
        get
        {
            _owner.RequireAlive();
            return _memory ?? throw new ObjectDisposedException(nameof(DeviceTensor<>));
        }
    }

    public override void Read(long offset, nint destination, long bytes)
    {
        if (bytes > 0)
        {
            _owner.Read(Memory, offset, (byte*)destination, bytes);
        }
    }

    public override void Write(long offset, nint source, long bytes)
    {
        if (bytes > 0)
        {
            _owner.Write(Memory, offset, (byte*)source, bytes);
        }
    }

    public override void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (Interlocked.Exchange(ref _memory, null) is not { } memory)
        {
            return;
        }

        try
        {
            memory.Dispose();
        }
        finally
        {
            _owner.Remove(Bytes);
        }
    }
}
