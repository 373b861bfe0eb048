using System.Runtime.InteropServices;

namespace TileKit.Cpu;

/// <summary>One thread's scratch memory: aligned, kept between launches, grown when a launch needs more.</summary>
internal sealed unsafe class ScratchArena : IDisposable
{
    /// <summary>The alignment of the memory, and the size of the part that <see cref="Reserve"/> clears.</summary>
    public const int Alignment = 64;

    private void* _memory;
    private nuint _capacity;

    /// <summary>Frees the memory of an arena that nobody disposed.</summary>
    ~ScratchArena() => Free();

    /// <summary>Makes room and clears the first 64 bytes, so that a kernel can tell what it cached in this launch.</summary>
    /// <param name="bytes">The number of bytes needed.</param>
    /// <returns>The address, aligned to 64 bytes.</returns>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    public nint Reserve(long bytes)
    {
        var needed = checked((nuint)Math.Max(bytes, Alignment));
        if (needed > _capacity)
        {
            Free();
            // tiles that fill much of a cache are worth a whole page
            var pages = (needed + LargePages.Size - 1) / LargePages.Size;
            _capacity = needed > LargePages.Size / 4 ? pages * LargePages.Size : needed;
            _memory = LargePages.Alloc(_capacity);
        }

        NativeMemory.Clear(_memory, Alignment);
        return (nint)_memory;
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
        _capacity = 0;
    }
}
