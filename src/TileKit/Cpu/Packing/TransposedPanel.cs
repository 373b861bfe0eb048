using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Copies that transpose: lanes lie side by side in scratch memory and are rows in the tensor.</summary>
internal static unsafe class TransposedPanel
{
    private const int Line = 64;
    private const int Far = 1024; // bytes from row to row, of which a few lie in each cache set

    /// <summary>Row-major [lanes][k] to bundles, with zeros after the last lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load<V, V4, T, S, E, E4>(Ptr<S> src, nint ld, int k, int lanes, Ptr<T> dst, nint dk, nint dv)
        where V : struct, IVec<V, T>
        where V4 : struct, IVec<V4, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
        where E4 : struct, IStorage<V4, S>
    {
        nint v = 0;
        for (; v + V.Count <= lanes; v += V.Count)
        {
            LoadLanes<V, T, S, E>(src + (v * ld), ld, k, dst + (v * dv), dk);
        }

        if (v >= lanes)
        {
            return;
        }

        // The last lanes by fours, then one by one.
        var bundle = dst + (v * dv);
        for (nint i = 0; i < k; i++)
        {
            V.Broadcast(default).Store(bundle, i * dk);
        }

        for (; v + 4 <= lanes; v += 4)
        {
            LoadLanes<V4, T, S, E4>(src + (v * ld), ld, k, bundle, dk);
            bundle += 4;
        }

        for (; v < lanes; v++)
        {
            LoadLane<V4, T, S, E4>(src + (v * ld), k, bundle, dk);
            bundle += 1;
        }
    }

    /// <summary>Bundles to row-major [lanes][rows], with nothing after the last lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store<V, V4, T, S, E, E4>(Ptr<T> src, nint sr, nint sv, int rows, int lanes, Ptr<S> dst, nint ld)
        where V : struct, IVec<V, T>
        where V4 : struct, IVec<V4, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
        where E4 : struct, IStorage<V4, S>
    {
        nint v = 0;
        for (; v + V.Count <= lanes; v += V.Count)
        {
            StoreLanes<V, T, S, E>(src + (v * sv), sr, rows, dst + (v * ld), ld);
        }

        var bundle = src + (v * sv);
        for (; v + 4 <= lanes; v += 4)
        {
            StoreLanes<V4, T, S, E4>(bundle, sr, rows, dst + (v * ld), ld);
            bundle += 4;
        }

        for (; v < lanes; v++)
        {
            StoreLane<V4, T, S, E4>(bundle, sr, rows, dst + (v * ld));
            bundle += 1;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void LoadLanes<V, T, S, E>(Ptr<S> src, nint ld, int k, Ptr<T> dst, nint dk)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        for (; k >= 4; k -= 4)
        {
            var a = E.LoadQuads(src, 0, ld);
            var b = E.LoadQuads(src, ld, ld);
            var c = E.LoadQuads(src, 2 * ld, ld);
            var d = E.LoadQuads(src, 3 * ld, ld);
            V.Transpose4(ref a, ref b, ref c, ref d);
            a.Store(dst, 0);
            b.Store(dst, dk);
            c.Store(dst, 2 * dk);
            d.Store(dst, 3 * dk);
            src += 4;
            dst += 4 * dk;
        }

        for (nint lane = 0; lane < V.Count && k > 0; lane++)
        {
            for (nint i = 0; i < k; i++)
            {
                dst[(i * dk) + lane] = V.First(E.LoadPart(src, (lane * ld) + i, 1));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void LoadLane<V, T, S, E>(Ptr<S> src, int k, Ptr<T> dst, nint dk)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        for (nint i = 0; i < k; i++)
        {
            dst[i * dk] = V.First(E.LoadPart(src, i, 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreQuads<V, T, S, E>(Ptr<T> src, nint sr, Ptr<S> dst, nint ld)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        var a = V.Load(src, 0);
        var b = V.Load(src, sr);
        var c = V.Load(src, 2 * sr);
        var d = V.Load(src, 3 * sr);
        V.Transpose4(ref a, ref b, ref c, ref d);
        E.StoreQuads(a, dst, 0, ld);
        E.StoreQuads(b, dst, ld, ld);
        E.StoreQuads(c, dst, 2 * ld, ld);
        E.StoreQuads(d, dst, 3 * ld, ld);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void StoreLanes<V, T, S, E>(Ptr<T> src, nint sr, int rows, Ptr<S> dst, nint ld)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        if (ld * sizeof(S) >= Far)
        {
            // a whole cache line at a time: it would leave the nearest cache before its next four elements come
            var piece = Line / sizeof(S);
            var lines = stackalloc byte[V.Count * Line];
            for (; rows >= piece; rows -= piece)
            {
                for (var i = 0; i < piece; i += 4)
                {
                    StoreQuads<V, T, S, E>(src, sr, new Ptr<S>((S*)lines) + i, piece);
                    src += 4 * sr;
                }

                for (nint lane = 0; lane < V.Count; lane++)
                {
                    Unsafe.CopyBlockUnaligned((dst + (lane * ld)).Address, lines + (lane * Line), Line);
                }

                dst += piece;
            }
        }

        for (; rows >= 4; rows -= 4)
        {
            StoreQuads<V, T, S, E>(src, sr, dst, ld);
            src += 4 * sr;
            dst += 4;
        }

        for (nint lane = 0; lane < V.Count && rows > 0; lane++)
        {
            for (nint r = 0; r < rows; r++)
            {
                E.StorePart(V.Broadcast(src[(r * sr) + lane]), dst, (lane * ld) + r, 1);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void StoreLane<V, T, S, E>(Ptr<T> src, nint sr, int rows, Ptr<S> dst)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        for (nint r = 0; r < rows; r++)
        {
            E.StorePart(V.Broadcast(src[r * sr]), dst, r, 1);
        }
    }
}
