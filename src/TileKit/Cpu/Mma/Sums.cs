using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Where the sums of a product are: a tile in scratch, or in a matrix.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="Data">Element (0, 0).</param>
/// <param name="Row">Elements from row to row.</param>
/// <param name="Lane">Elements per lane between bundles.</param>
internal readonly record struct Sums<T>(Ptr<T> Data, nint Row, nint Lane)
    where T : unmanaged
{
    /// <summary>The sums from a row on.</summary>
    /// <param name="rows">The rows above it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Sums<T> Below(nint rows) => this with { Data = Data + (rows * Row) };

    /// <summary>The sums from a lane on, the first of a bundle.</summary>
    /// <param name="lanes">The lanes before it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Sums<T> Beyond(nint lanes) => this with { Data = Data + (lanes * Lane) };
}
