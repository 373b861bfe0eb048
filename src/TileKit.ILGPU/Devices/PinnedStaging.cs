using System.Runtime.InteropServices;
using ILGPU.Runtime;

namespace TileKit.Ilgpu;

/// <summary>Two page-locked blocks of the CPU's memory: while the device reads or writes one, the other is filled or emptied.</summary>
internal sealed unsafe class PinnedStaging : IDisposable
{
    /// <summary>Smaller copies gain nothing.</summary>
    public const long LeastBytes = 1 << 20;

    private const int BlockBytes = 4 << 20; // long enough to hide the start of a copy, short enough to stay in cache until it is read

    private readonly byte[][] _blocks =
        [GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true), GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true)];

    private readonly PageLockScope<byte>[] _locks;

    public PinnedStaging(Accelerator accelerator)
    {
        var addresses = _blocks.Select(static block => Marshal.UnsafeAddrOfPinnedArrayElement(block, 0));
        _locks = [.. addresses.Select(address => accelerator.CreatePageLockFromPinned<byte>(address, BlockBytes))];
    }

    public void Write(AcceleratorStream stream, MemoryBuffer memory, long offset, byte* source, long bytes)
    {
        var turn = 0;
        for (var done = 0L; done < bytes; turn ^= 1)
        {
            // The copy before the last one was of this block: waited for before the last one began.
            var block = _blocks[turn].AsSpan(0, (int)Math.Min(BlockBytes, bytes - done));
            new ReadOnlySpan<byte>(source + done, block.Length).CopyTo(block);
            stream.Synchronize();
            memory.AsRawArrayView(offset + done, block.Length).CopyFromCPUUnsafeAsync(stream, ref block[0], block.Length);
            done += block.Length;
        }

        stream.Synchronize();
    }

    public void Read(AcceleratorStream stream, MemoryBuffer memory, long offset, byte* destination, long bytes)
    {
        var turn = 0;
        var asked = Ask(0);
        for (var done = 0L; done < bytes; turn ^= 1)
        {
            stream.Synchronize();
            var there = asked;
            asked = Ask(turn ^ 1, done + there);
            _blocks[turn].AsSpan(0, there).CopyTo(new Span<byte>(destination + done, there));
            done += there;
        }

        int Ask(int into, long from = 0)
        {
            var length = (int)Math.Min(BlockBytes, bytes - from);
            if (length > 0)
            {
                memory.AsRawArrayView(offset + from, length).CopyToCPUUnsafeAsync(stream, ref _blocks[into][0], length);
            }

            return length;
        }
    }

    public void Dispose()
    {
        foreach (var block in _locks)
        {
            block.Dispose();
        }
    }
}
