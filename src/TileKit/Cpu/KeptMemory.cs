using System.Runtime.InteropServices;

namespace TileKit.Cpu;

/// <summary>
/// Freed blocks of native memory, kept for the next of about their size: the system clears each page of a fresh block when it is first touched, which
/// takes longer than many a launch. At most 1/32 of the memory that the process may use is kept, the block freed first goes first.
/// </summary>
internal static unsafe class KeptMemory
{
    private static readonly Lock s_lock = new();
    private static readonly List<(nint Memory, nuint Bytes)> s_blocks = [];
    private static nuint s_kept;

    /// <summary>The most bytes that are kept.</summary>
    public static nuint Most { get; } = (nuint)Math.Max(0, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 32);

    /// <summary>The bytes that are kept now.</summary>
    public static nuint Kept
    {
        get
        {
            lock (s_lock)
            {
                return s_kept;
            }
        }
    }

    /// <summary>A block of native memory; its contents are unspecified.</summary>
    /// <param name="bytes">The size that is needed; the size of the block, which <see cref="Free"/> must be told, comes back.</param>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    public static void* Alloc(ref nuint bytes)
    {
        if (bytes < LargePages.Size)
        {
            return LargePages.Alloc(bytes);
        }

        bytes = (bytes + LargePages.Size - 1) / LargePages.Size * LargePages.Size;
        lock (s_lock)
        {
            // the smallest that holds it, unless a quarter of it would lie idle
            var best = -1;
            for (var i = 0; i < s_blocks.Count; i++)
            {
                var size = s_blocks[i].Bytes;
                if (size >= bytes && size - (size / 4) <= bytes && (best < 0 || size < s_blocks[best].Bytes))
                {
                    best = i;
                }
            }

            if (best >= 0)
            {
                var block = s_blocks[best];
                s_blocks.RemoveAt(best);
                s_kept -= block.Bytes;
                bytes = block.Bytes;
                return (void*)block.Memory;
            }
        }

        return LargePages.Alloc(bytes);
    }

    /// <summary>Takes a block back.</summary>
    /// <param name="memory">The block.</param>
    /// <param name="bytes">The size that <see cref="Alloc"/> gave it.</param>
    public static void Free(void* memory, nuint bytes)
    {
        if (bytes < LargePages.Size || bytes > Most)
        {
            NativeMemory.AlignedFree(memory);
            return;
        }

        lock (s_lock)
        {
            s_blocks.Add(((nint)memory, bytes));
            s_kept += bytes;
            while (s_kept > Most)
            {
                var oldest = s_blocks[0];
                s_blocks.RemoveAt(0);
                s_kept -= oldest.Bytes;
                NativeMemory.AlignedFree((void*)oldest.Memory);
            }
        }
    }
}
