using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>
/// The micro-kernel for machines with 32 vector registers, of few rows over memory whose rows lie close together: two rows of four bundles, 16 accumulators.
/// It walks down whole rows, as memory is read fastest, and reads them again from the cache for the next two.
/// </summary>
internal static class Wide
{
    /// <summary>The bundles of a block.</summary>
    public const int Bundles = 4;

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k] · y[k·ld + v] for two rows or more and lanes that are whole blocks.</summary>
    public static void Accumulate<V, T>(Ptr<T> x, nint xr, Ptr<T> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var paired = rows / 2 * 2;
        Blocks<V, T, Two>(x, xr, y, ld, c, cr, cv, paired, lanes, k, overwrite);
        if (paired < rows)
        {
            Blocks<V, T, One>(x + (paired * xr), xr, y, ld, c + (paired * cr), cr, cv, 1, lanes, k, overwrite);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Blocks<V, T, N>(Ptr<T> x, nint xr, Ptr<T> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where N : struct, IRows
    {
        nint width = V.Count;
        var cv1 = width * cv;
        var asks = N.Count == 2 && Ahead.IsFar && ld == lanes;
        var after = k * ld;
        for (nint v = 0; v < lanes; v += Bundles * width)
        {
            for (nint r = 0; r < rows; r += N.Count)
            {
                var target = c + ((v * cv) + (r * cr));
                var second = target + cr;
                V c0, c1, c2, c3, d0, d1, d2, d3;
                c0 = c1 = c2 = c3 = d0 = d1 = d2 = d3 = V.Broadcast(default);
                if (!overwrite)
                {
                    c0 = V.Load(target, 0);
                    c1 = V.Load(target, cv1);
                    c2 = V.Load(target, 2 * cv1);
                    c3 = V.Load(target, 3 * cv1);
                    if (N.Count == 2)
                    {
                        d0 = V.Load(second, 0);
                        d1 = V.Load(second, cv1);
                        d2 = V.Load(second, 2 * cv1);
                        d3 = V.Load(second, 3 * cv1);
                    }
                }

                var p = y + v;
                var q = x + (r * xr);
                for (var i = 0; i < k; i++)
                {
                    if (asks && r == 0)
                    {
                        // the same row of the block after this one
                        Ahead.Fetch(p, after, V.Count);
                        Ahead.Fetch(p, after + width, V.Count);
                        Ahead.Fetch(p, after + (2 * width), V.Count);
                        Ahead.Fetch(p, after + (3 * width), V.Count);
                    }

                    var (l0, l1, l2, l3) = (V.Load(p, 0), V.Load(p, width), V.Load(p, 2 * width), V.Load(p, 3 * width));
                    var s = V.Broadcast(q[0]);
                    V.Accumulate(ref c0, s, l0);
                    V.Accumulate(ref c1, s, l1);
                    V.Accumulate(ref c2, s, l2);
                    V.Accumulate(ref c3, s, l3);
                    if (N.Count == 2)
                    {
                        s = V.Broadcast(q[xr]);
                        V.Accumulate(ref d0, s, l0);
                        V.Accumulate(ref d1, s, l1);
                        V.Accumulate(ref d2, s, l2);
                        V.Accumulate(ref d3, s, l3);
                    }

                    p += ld;
                    q += 1;
                }

                c0.Store(target, 0);
                c1.Store(target, cv1);
                c2.Store(target, 2 * cv1);
                c3.Store(target, 3 * cv1);
                if (N.Count == 2)
                {
                    d0.Store(second, 0);
                    d1.Store(second, cv1);
                    d2.Store(second, 2 * cv1);
                    d3.Store(second, 3 * cv1);
                }
            }
        }
    }

    /// <summary>The rows of a block, known to the compiler.</summary>
    private interface IRows
    {
        static abstract int Count { get; }
    }

    private readonly struct Two : IRows
    {
        public static int Count => 2;
    }

    private readonly struct One : IRows
    {
        public static int Count => 1;
    }
}
