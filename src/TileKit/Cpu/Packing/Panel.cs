using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Copies whose lanes lie side by side in the source, as in the destination.</summary>
internal static class Panel
{
    /// <summary>Row-major [k][lanes] to bundles, with zeros after the last lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Copy<V, T, S, E>(Ptr<S> src, nint ld, int k, int lanes, Ptr<T> dst, nint dk, nint dv)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        // Along a row first: memory is read in order, and the bundles are few enough streams to write.
        for (; k > 0; k--)
        {
            nint v = 0;
            var bundle = dst;
            for (; v + V.Count <= lanes; v += V.Count)
            {
                E.Load(src, v).Store(bundle, 0);
                bundle += V.Count * dv;
            }

            if (v < lanes)
            {
                E.LoadPart(src, v, lanes - (int)v).Store(bundle, 0);
            }

            src += ld;
            dst += dk;
        }
    }

    /// <summary>Rows to rows, with nothing after the last column.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void CopyRows<V, T, S, E>(Ptr<S> src, nint ld, int rows, int cols, Ptr<T> dst, nint dld)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        for (; rows > 0; rows--)
        {
            nint v = 0;
            for (; v + V.Count <= cols; v += V.Count)
            {
                E.Load(src, v).Store(dst, v);
            }

            if (v < cols)
            {
                var rest = cols - (int)v;
                E.LoadPart(src, v, rest).StorePart(dst, v, rest);
            }

            src += ld;
            dst += dld;
        }
    }
}
