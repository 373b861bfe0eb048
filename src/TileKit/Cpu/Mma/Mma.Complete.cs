using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

public static partial class Mma
{
    /// <summary>
    /// A product that writes its sums where they go: whole blocks from registers. What is left of rows and lanes, which a block would write beyond, is copied
    /// from the accumulators.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Complete<V, T>(
        Ptr<T> x, nint xr, nint xk, Ptr<T> y, nint yk, nint yv, Sums<T> c, int k, bool overwrite, Upcoming next, Target<T> target)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var (rows, lanes) = (target.Rows, target.Lanes);
        var to = new Sums<T>(target.Data, target.Stride, 1);
        var block = SixRows.Bundles(V.Registers) * V.Count;
        var whole = yk == V.Count && (xk == 1 || xr == 1) && rows >= 6 ? lanes / block * block : 0;
        var blocked = whole > 0 ? SixRows.Blocked(rows) : 0;
        if (whole > 0)
        {
            Blocks<V, T>(x, xr, xk, y, yk, yv, c, to, blocked, whole, k, overwrite, next);
        }

        if (whole > 0 && blocked < rows)
        {
            var below = c.Below(blocked);
            Rest<V, T>(x + (blocked * xr), xr, xk, y, yk, yv, below.Data, c.Row, c.Lane, rows - blocked, whole, k, overwrite);
            Copy<V, T>(below, to.Below(blocked), rows - blocked, whole);
        }

        if (whole < lanes)
        {
            var beyond = c.Beyond(whole);
            Accumulate<V, T>(
                x, xr, xk, y + (whole * yv), yk, yv, beyond.Data, c.Row, c.Lane, rows, lanes - whole, k, overwrite, whole > 0 ? default : next);
            Copy<V, T>(beyond, to.Beyond(whole), rows, lanes - whole);
        }
    }

    private static void Copy<V, T>(Sums<T> from, Sums<T> to, int rows, int lanes)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint r = 0; r < rows; r++)
        {
            var (x, y) = (from.Below(r).Data, to.Below(r).Data);
            nint v = 0;
            for (; v + V.Count <= lanes; v += V.Count)
            {
                V.Load(x, v * from.Lane).Store(y, v);
            }

            if (v < lanes)
            {
                V.Load(x, v * from.Lane).StorePart(y, v, (int)(lanes - v));
            }
        }
    }
}
