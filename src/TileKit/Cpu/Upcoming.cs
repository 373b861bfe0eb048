using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>
/// Memory that is packed after a product, in rows; the product asks for it line by line while it computes. Nothing, where asking within products does not pay.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Upcoming
{
    /// <summary>The bytes asked for at a time: two lines.</summary>
    internal const int Piece = 128;

    private Upcoming(byte* address, int pieces, nint gap, int count)
    {
        Address = address;
        (Pieces, Gap, Count) = (pieces, gap, count);
    }

    /// <summary>Where the first row begins.</summary>
    internal byte* Address { get; }

    /// <summary>The pieces of a row.</summary>
    internal int Pieces { get; }

    /// <summary>The bytes from the last piece of a row to the first one of the next.</summary>
    internal nint Gap { get; }

    /// <summary>The pieces of all rows.</summary>
    internal int Count { get; }

    /// <summary>A tile of a matrix.</summary>
    /// <typeparam name="T">The element type in memory.</typeparam>
    /// <param name="isThere">Whether there is such a tile.</param>
    /// <param name="first">Its first element; any address is allowed.</param>
    /// <param name="ld">The elements from row to row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <returns>The tile, or nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Upcoming Tile<T>(bool isThere, Ptr<T> first, nint ld, int rows, int cols)
        where T : unmanaged => isThere && CpuMachine.FetchesWithinProducts ? Tile(first, ld, rows, cols) : default;

    /// <summary>A tile of a matrix, whatever pays.</summary>
    internal static Upcoming Tile<T>(Ptr<T> first, nint ld, int rows, int cols)
        where T : unmanaged
    {
        var pieces = ((cols * sizeof(T)) + Piece - 1) / Piece;
        return new((byte*)first.Address, pieces, (ld * sizeof(T)) - ((pieces - 1) * Piece), pieces * rows);
    }
}
