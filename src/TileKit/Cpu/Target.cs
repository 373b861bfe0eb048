using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Where a product puts the sums that it completes, rather than into its accumulators: a tile of a matrix, or nowhere.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="Data">Element (0, 0).</param>
/// <param name="Stride">Elements from row to row.</param>
/// <param name="Rows">Its real rows.</param>
/// <param name="Lanes">Its real columns.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Target<T>(Ptr<T> Data, nint Stride, int Rows, int Lanes)
    where T : unmanaged
{
    /// <summary>Whether there is one.</summary>
    public bool Exists
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Rows > 0;
    }
}

/// <summary>Says where the sums of products go.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Target
{
    /// <summary>A tile of a matrix, if the product is the last one that adds to it and the processor is no slower that way.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="completes">Whether it is the last one.</param>
    /// <param name="first">Element (0, 0); any address is allowed.</param>
    /// <param name="ld">The elements from row to row.</param>
    /// <param name="rows">The real rows.</param>
    /// <param name="cols">The real columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Target<T> Of<T>(bool completes, Ptr<T> first, nint ld, int rows, int cols)
        where T : unmanaged => completes && CpuMachine.StoresSums ? new(first, ld, rows, cols) : default;
}
