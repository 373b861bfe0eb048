using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

public static partial class Pack
{
    /// <summary>
    /// Copies a part of one scratch tile to another: dst(r, lane) = src(rowStart + r, laneStart + lane), or when transposing
    /// src(rowStart + lane, laneStart + r). Element (r, lane) of a tile is at v·bundleStride + r·rowStride + (lane − v), v the
    /// first lane of its bundle.
    /// </summary>
    /// <typeparam name="V">The vector whose lanes make a bundle.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="src">The source tile.</param>
    /// <param name="sr">Its stride from row to row.</param>
    /// <param name="sv">Its stride per lane between bundles.</param>
    /// <param name="rowStart">The first row to read.</param>
    /// <param name="laneStart">The first lane to read.</param>
    /// <param name="dst">The destination tile; not the source.</param>
    /// <param name="dr">Its stride from row to row.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    /// <param name="rows">The rows to write.</param>
    /// <param name="lanes">The lanes to write.</param>
    /// <param name="transpose">Whether rows of the source become lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<V, T>(
        Ptr<T> src,
        nint sr,
        nint sv,
        int rowStart,
        int laneStart,
        Ptr<T> dst,
        nint dr,
        nint dv,
        int rows,
        int lanes,
        bool transpose)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint lane = 0; lane < lanes; lane++)
        {
            var to = At<V, T>(dst, dv, lane);
            for (nint r = 0; r < rows; r++)
            {
                to[r * dr] = transpose
                    ? At<V, T>(src, sv, laneStart + r)[(rowStart + lane) * sr]
                    : At<V, T>(src, sv, laneStart + lane)[(rowStart + r) * sr];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Ptr<T> At<V, T>(Ptr<T> tile, nint bundleStride, nint lane)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var within = lane % V.Count;
        return tile + (((lane - within) * bundleStride) + within);
    }
}
