using System.Runtime.InteropServices;
using TileKit.Cpu;

namespace TileKit;

/// <summary>Memory of TileKit's own, outside the garbage collector's heap and aligned for vectors.</summary>
internal sealed unsafe class NativeBuffer : CpuBuffer
{
    private readonly nuint _size;
    private void* _memory;

    public NativeBuffer(long bytes, bool zeroed)
    {
        Bytes = bytes;
        _size = (nuint)Math.Max(bytes, 1);
        _memory = KeptMemory.Alloc(ref _size);
        if (zeroed)
        {
            NativeMemory.Clear(_memory, (nuint)bytes);
        }

        if (bytes > 0)
        {
            GC.AddMemoryPressure(bytes);
        }
    }

    ~NativeBuffer() => Free();

    public override long Bytes { get; }

    public override nint Address => (nint)_memory;

    public override void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_memory is null)
        {
            return;
        }

        KeptMemory.Free(_memory, _size);
        _memory = null;
        if (Bytes > 0)
        {
            GC.RemoveMemoryPressure(Bytes);
        }
    }
}
