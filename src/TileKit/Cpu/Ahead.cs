using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>Fetches memory that a nest is about to read, while it computes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Ahead
{
    private const int Line = 64;

    /// <summary>
    /// Whether a nest asks for its next row in one stream, and not in several side by side: what is faster on this machine. A nest is compiled when that is
    /// known, and has no branch for it.
    /// </summary>
    public static bool RowsInOneStream => CpuMachine.Detected != ProcessorKind.Other;

    /// <summary>Whether a product asks for a row in one stream, and not in several side by side.</summary>
    internal static bool InOneStream => CpuMachine.Kind != ProcessorKind.Other;

    /// <summary>
    /// Whether what is read for few multiplications is asked for far ahead, in one stream and into the second-level cache, and not near by and in several:
    /// what is faster on this machine.
    /// </summary>
    internal static bool IsFar => CpuMachine.Kind == ProcessorKind.Zen4;

    /// <summary>Whether a product of one row asks for memory at all: not where the processor finds its rows faster by itself.</summary>
    internal static bool IsForOneRow => CpuMachine.Kind == ProcessorKind.Zen4;

    /// <summary>
    /// Whether rows that are written side by side may bypass the caches: where each store is a whole cache line. With two stores a line, four rows
    /// took five times as long on AMD's Zen 3 as one row after the other.
    /// </summary>
    /// <param name="count">The lanes of a bundle.</param>
    public static bool StreamsSideBySide(int count) => count * sizeof(float) >= 2 * Line;

    /// <summary>How far ahead of a row that streams from memory to ask, in elements: 256 bytes, found by measuring.</summary>
    /// <typeparam name="T">The element type in memory.</typeparam>
    internal static nint Distance<T>()
        where T : unmanaged => 4 * Line / sizeof(T);

    /// <summary>How far ahead to ask the second-level cache for rows that are read side by side, in elements: 4 KB, found by measuring.</summary>
    /// <typeparam name="T">The element type in memory.</typeparam>
    internal static nint FarDistance<T>()
        where T : unmanaged => 64 * Line / sizeof(T);

    /// <summary>
    /// Asks for a piece of the next row; piece by piece the whole row, in one stream or, where one alone waits at each page, in four side by side.
    /// </summary>
    /// <typeparam name="T">The element type in memory.</typeparam>
    /// <param name="row">The row; any address is allowed.</param>
    /// <param name="offset">The elements asked for before.</param>
    /// <param name="width">The elements of the row.</param>
    /// <param name="count">The elements of a piece, at most two cache lines.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchRow<T>(Ptr<T> row, nint offset, nint width, int count)
        where T : unmanaged
    {
        if (RowsInOneStream)
        {
            Fetch(row, offset, count);
            return;
        }

        var piece = (nuint)offset / (nuint)count;
        var stream = (((nuint)width / (nuint)count) + 3) / 4;
        Fetch(row, (nint)(((piece % 4 * stream) + (piece / 4)) * (nuint)count), count);
    }

    /// <summary>Asks for what a row that streams from memory holds a little further. Any address is allowed.</summary>
    /// <typeparam name="T">The element type in memory.</typeparam>
    /// <param name="pointer">The address.</param>
    /// <param name="offset">Elements from there.</param>
    /// <param name="count">The bundle's lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchAlong<T>(Ptr<T> pointer, nint offset, int count)
        where T : unmanaged
    {
        if (CpuMachine.Detected == ProcessorKind.Zen4)
        {
            Fetch(pointer, offset + FarDistance<T>(), count);
        }
        else
        {
            FetchNear(pointer, offset + Distance<T>(), count);
        }
    }

    /// <summary>Asks for the cache lines of one bundle, into the nearest cache. Any address is allowed.</summary>
    /// <typeparam name="T">The element type in memory.</typeparam>
    /// <param name="pointer">The address.</param>
    /// <param name="offset">Elements from there.</param>
    /// <param name="count">The bundle's lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void FetchNear<T>(Ptr<T> pointer, nint offset, int count)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            var address = (byte*)(pointer.Address + offset);
            Sse.Prefetch0(address);
            if (count * sizeof(T) > Line)
            {
                Sse.Prefetch0(address + Line);
            }
        }
    }

    /// <summary>
    /// Asks for the cache lines of one bundle, into the second-level cache, since the nearest holds what is at work; on Zen 5, which is faster with both there,
    /// into the nearest. Any address is allowed.
    /// </summary>
    /// <typeparam name="T">The element type in memory.</typeparam>
    /// <param name="pointer">The address.</param>
    /// <param name="offset">Elements from there.</param>
    /// <param name="count">The bundle's lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(Ptr<T> pointer, nint offset, int count)
        where T : unmanaged
    {
        if (CpuMachine.Detected == ProcessorKind.Zen5)
        {
            FetchNear(pointer, offset, count);
        }
        else if (Sse.IsSupported)
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
