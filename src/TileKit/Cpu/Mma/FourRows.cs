using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>The micro-kernel for few rows, and for what <see cref="SixRows"/> leaves where there are 16 vector registers: 4 rows of one bundle, 8 accumulators.</summary>
internal static class FourRows
{
    /// <summary>Bundle after bundle, block after block of rows; the last may have fewer than 4 rows and then repeats its last row.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<V, T>(
        Ptr<T> x, nint xr, nint xk, Ptr<T> y, nint yk, nint yv, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint v = 0; v < lanes; v += V.Count)
        {
            var panel = y + (v * yv);
            var tile = c + (v * cv);
            for (nint r = 0; r < rows; r += 4)
            {
                var last = rows - 1 - r;
                var r1 = Math.Min(1, last) * xr;
                var r2 = Math.Min(2, last) * xr;
                var r3 = Math.Min(3, last) * xr;

                var block = tile + (r * cr);
                V c0, c1, c2, c3;
                if (overwrite)
                {
                    c0 = c1 = c2 = c3 = V.Broadcast(default);
                }
                else
                {
                    c0 = V.Load(block, 0);
                    c1 = V.Load(block, cr);
                    c2 = V.Load(block, 2 * cr);
                    c3 = V.Load(block, 3 * cr);
                }

                var p = x + (r * xr);
                var q = panel;
                for (var i = k; i > 0; i--)
                {
                    var b = V.Load(q, 0);
                    V.Accumulate(ref c0, V.Broadcast(p[0]), b);
                    V.Accumulate(ref c1, V.Broadcast(p[r1]), b);
                    V.Accumulate(ref c2, V.Broadcast(p[r2]), b);
                    V.Accumulate(ref c3, V.Broadcast(p[r3]), b);
                    p += xk;
                    q += yk;
                }

                c0.Store(block, 0);
                c1.Store(block, cr);
                c2.Store(block, 2 * cr);
                c3.Store(block, 3 * cr);
            }
        }
    }
}
