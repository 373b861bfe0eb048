using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>
/// The micro-kernel for machines with 32 vector registers: 6 rows of two bundles, 24 accumulators. Ten loads feed 24
/// multiply-adds, where 8 rows of one bundle need ten for 16.
/// </summary>
internal static class SixRows
{
    /// <summary>Whole blocks of 6 rows, whole pairs of bundles.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<V, T>(
        Ptr<T> x, nint xr, nint xk, Ptr<T> y, nint yk, nint yv, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        // rows 0 to 3 from one address, 4 and 5 from another: strides in registers, no address arithmetic in the loop
        var r2 = 2 * xr;
        var r3 = 3 * xr;
        for (nint v = 0; v < lanes; v += 2 * V.Count)
        {
            var low = y + (v * yv);
            var high = y + ((v + V.Count) * yv);
            var lowTile = c + (v * cv);
            var highTile = c + ((v + V.Count) * cv);
            for (nint r = 0; r < rows; r += 6)
            {
                var cl = lowTile + (r * cr);
                var ch = highTile + (r * cr);
                V c0, c1, c2, c3, c4, c5, d0, d1, d2, d3, d4, d5;
                if (overwrite)
                {
                    c0 = c1 = c2 = c3 = c4 = c5 = d0 = d1 = d2 = d3 = d4 = d5 = V.Broadcast(default);
                }
                else
                {
                    c0 = V.Load(cl, 0);
                    c1 = V.Load(cl, cr);
                    c2 = V.Load(cl, 2 * cr);
                    c3 = V.Load(cl, 3 * cr);
                    c4 = V.Load(cl, 4 * cr);
                    c5 = V.Load(cl, 5 * cr);
                    d0 = V.Load(ch, 0);
                    d1 = V.Load(ch, cr);
                    d2 = V.Load(ch, 2 * cr);
                    d3 = V.Load(ch, 3 * cr);
                    d4 = V.Load(ch, 4 * cr);
                    d5 = V.Load(ch, 5 * cr);
                }

                var p = x + (r * xr);
                var q = p + (4 * xr);
                var bl = low;
                var bh = high;
                for (var i = k; i > 0; i--)
                {
                    var l = V.Load(bl, 0);
                    var h = V.Load(bh, 0);
                    var s = V.Broadcast(p[0]);
                    V.Accumulate(ref c0, s, l);
                    V.Accumulate(ref d0, s, h);
                    s = V.Broadcast(p[xr]);
                    V.Accumulate(ref c1, s, l);
                    V.Accumulate(ref d1, s, h);
                    s = V.Broadcast(p[r2]);
                    V.Accumulate(ref c2, s, l);
                    V.Accumulate(ref d2, s, h);
                    s = V.Broadcast(p[r3]);
                    V.Accumulate(ref c3, s, l);
                    V.Accumulate(ref d3, s, h);
                    s = V.Broadcast(q[0]);
                    V.Accumulate(ref c4, s, l);
                    V.Accumulate(ref d4, s, h);
                    s = V.Broadcast(q[xr]);
                    V.Accumulate(ref c5, s, l);
                    V.Accumulate(ref d5, s, h);
                    p += xk;
                    q += xk;
                    bl += yk;
                    bh += yk;
                }

                c0.Store(cl, 0);
                c1.Store(cl, cr);
                c2.Store(cl, 2 * cr);
                c3.Store(cl, 3 * cr);
                c4.Store(cl, 4 * cr);
                c5.Store(cl, 5 * cr);
                d0.Store(ch, 0);
                d1.Store(ch, cr);
                d2.Store(ch, 2 * cr);
                d3.Store(ch, 3 * cr);
                d4.Store(ch, 4 * cr);
                d5.Store(ch, 5 * cr);
            }
        }
    }
}
