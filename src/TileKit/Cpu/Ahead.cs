using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>Fetches memory that a nest is about to read, while it computes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Ahead
{
    private const int Line = 64;

    /// <summary>Asks for the cache lines of one bundle, into the second-level cache: the nearest holds the row at work. Any address is allowed.</summary>
    /// <typeparam name="T">The element type in memory.</typeparam>
    /// <param name="pointer">The address.</param>
    /// <param name="offset">Elements from there.</param>
    /// <param name="count">The bundle's lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(Ptr<T> pointer, nint offset, int count)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            var address = (byte*)(pointer.Address + offset);
            Sse.Prefetch1(address);
            if (count * sizeof(T) > Line)
            {
                Sse.Prefetch1(address + Line);
            }
        }
    }
}
