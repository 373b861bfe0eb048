using System.ComponentModel;

namespace TileKit.Cpu;

/// <summary>Places buffers one after the other in a worker's scratch memory, each aligned to a cache line.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ScratchLayout
{
    private const int Line = 64;

    /// <summary>The size so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Adds a buffer of four-byte elements.</summary>
    /// <param name="elements">Their number.</param>
    /// <returns>The offset of the buffer in bytes.</returns>
    public nint Add(long elements)
    {
        // odd multiples of a line between buffers: buffers of a power of two would otherwise fall into the same cache sets
        var offset = (nint)Bytes;
        Bytes += ((elements * sizeof(float)) + Line - 1) / Line * Line + Line;
        return offset;
    }

    /// <summary>Adds a strip of packed tiles that is kept while the fast index runs.</summary>
    /// <param name="tiles">The tiles in the strip.</param>
    /// <param name="elements">The elements of each.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="profile">The device.</param>
    /// <param name="isWanted">Whether there is anything to keep; otherwise it has room for one tile.</param>
    public Strip AddStrip(int tiles, long elements, in CpuGrid grid, CpuProfile profile, bool isWanted = true)
    {
        // packing again costs less than keeping what no cache holds or nobody uses again
        var keep = isWanted && grid.Chunk > 1 && tiles * elements * sizeof(float) <= Math.Max(profile.L3Bytes / 2, profile.L2Bytes);
        var slots = keep ? Math.Max(tiles, 1) : 0;
        var stride = ((elements * sizeof(float)) + Line - 1) / Line * Line + Line;
        var data = (nint)Bytes;
        Bytes += stride * Math.Max(slots, 1);
        var flags = Add(slots);
        return new Strip(data, (nint)stride, flags, slots);
    }
}
