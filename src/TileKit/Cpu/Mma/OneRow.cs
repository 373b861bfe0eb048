using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>The micro-kernel for a single row: four steps of the contraction at once, since one row alone is a chain of waits.</summary>
internal static class OneRow
{
    /// <summary>Bundle after bundle of one row.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<V, T>(
        Ptr<T> x, nint xk, Ptr<T> y, nint yk, nint yv, Ptr<T> c, nint cv, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint v = 0; v < lanes; v += V.Count)
        {
            var tile = c + (v * cv);
            V c0, c1, c2, c3;
            c0 = c1 = c2 = c3 = V.Broadcast(default);
            if (!overwrite)
            {
                c0 = V.Load(tile, 0);
            }

            var p = x;
            var q = y + (v * yv);
            var i = k;
            for (; i >= 4; i -= 4)
            {
                V.Accumulate(ref c0, V.Broadcast(p[0]), V.Load(q, 0));
                V.Accumulate(ref c1, V.Broadcast(p[xk]), V.Load(q, yk));
                V.Accumulate(ref c2, V.Broadcast(p[2 * xk]), V.Load(q, 2 * yk));
                V.Accumulate(ref c3, V.Broadcast(p[3 * xk]), V.Load(q, 3 * yk));
                p += 4 * xk;
                q += 4 * yk;
            }

            for (; i > 0; i--)
            {
                V.Accumulate(ref c0, V.Broadcast(p[0]), V.Load(q, 0));
                p += xk;
                q += yk;
            }

            (c0 + c1 + (c2 + c3)).Store(tile, 0);
        }
    }
}
