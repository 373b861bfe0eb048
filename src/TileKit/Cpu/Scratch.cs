using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Sizes, strides and plain copies of tiles in scratch memory.</summary>
/// <remarks>A tile has whole blocks of <see cref="BlockRows"/> rows and whole bundles of lanes, so that no inner loop needs a tail.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scratch
{
    /// <summary>The rows of the largest block that a micro-kernel writes.</summary>
    private const int BlockRows = 8;

    /// <summary>The rows of a panel: the bundle stride per lane. The last block of a product may reach three rows past the tile.</summary>
    /// <param name="rows">The tile's rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint PanelRows(int rows) => RoundUp(rows + 3, BlockRows);

    /// <summary>The distance of rows of a tile that is read as broadcast scalars: padded, so that rows do not share cache sets.</summary>
    /// <param name="cols">The tile's columns.</param>
    /// <param name="lanes">The lanes of a bundle.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint RowStride(int cols, int lanes) => RoundUp(cols, lanes) + 16;

    /// <summary>The elements of a tile in panels.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cols">The lanes.</param>
    /// <param name="lanes">The lanes of a bundle.</param>
    public static long Panels(int rows, int cols, int lanes) => (long)PanelRows(rows) * RoundUp(cols, lanes);

    /// <summary>The elements of a tile in rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cols">The columns.</param>
    /// <param name="lanes">The lanes of a bundle.</param>
    public static long Rows(int rows, int cols, int lanes) => (long)PanelRows(rows) * RowStride(cols, lanes);

    /// <summary>The elements of a vector or of one row.</summary>
    /// <param name="length">The length.</param>
    /// <param name="lanes">The lanes of a bundle.</param>
    public static long Vector(int length, int lanes) => RoundUp(length, lanes);

    /// <summary>Fills a buffer.</summary>
    /// <typeparam name="V">The vector.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="buffer">The buffer.</param>
    /// <param name="count">Its elements, whole bundles.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<V, T>(Ptr<T> buffer, long count, T value)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var vector = V.Broadcast(value);
        for (nint i = 0; i < count; i += V.Count)
        {
            vector.Store(buffer, i);
        }
    }

    /// <summary>Copies a buffer to another of the same layout.</summary>
    /// <typeparam name="V">The vector.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="from">The source.</param>
    /// <param name="to">The destination.</param>
    /// <param name="count">The elements, whole bundles.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<V, T>(Ptr<T> from, Ptr<T> to, long count)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += V.Count)
        {
            V.Load(from, i).Store(to, i);
        }
    }

    private static nint RoundUp(int value, int multiple) => ((nint)value + multiple - 1) / multiple * multiple;
}
