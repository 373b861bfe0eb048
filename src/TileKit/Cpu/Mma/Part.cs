using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>
/// The micro-kernel for what is less than a block of <see cref="SixRows"/>, where memory's rows lie close together: 8 rows of one bundle, or 4 where there are 16
/// registers. It reads the vector operand where it is and writes no more than the real sums, so that a small product copies nothing.
/// </summary>
internal static class Part
{
    /// <summary>Bundle after bundle, of which the last need not be whole, block after block of rows; a block with fewer rows repeats its last one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<V, T>(
        Ptr<T> x, nint xr, nint xk, Ptr<T> y, nint ld, Sums<T> from, Sums<T> to, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint v = 0; v < lanes; v += V.Count)
        {
            var some = (int)Math.Min(V.Count, lanes - v);
            var within = StepsWithin(V.Count - some, ld, k);
            for (nint r = 0; r < rows; r += V.Registers / 4)
            {
                var last = rows - 1 - r;
                var r1 = Math.Min(1, last) * xr;
                var r2 = Math.Min(2, last) * xr;
                var r3 = Math.Min(3, last) * xr;
                var r4 = Math.Min(4, last) * xr;
                var r5 = Math.Min(5, last) * xr;
                var r6 = Math.Min(6, last) * xr;
                var r7 = Math.Min(7, last) * xr;

                V c0, c1, c2, c3, c4, c5, c6, c7;
                c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = V.Broadcast(default);
                if (!overwrite)
                {
                    var c = from.Data + ((r * from.Row) + (v * from.Lane));
                    c0 = V.LoadPart(c, 0, some);
                    c1 = V.LoadPart(c, Math.Min(1, last) * from.Row, some);
                    c2 = V.LoadPart(c, Math.Min(2, last) * from.Row, some);
                    c3 = V.LoadPart(c, Math.Min(3, last) * from.Row, some);
                    if (V.Registers == 32)
                    {
                        c4 = V.LoadPart(c, Math.Min(4, last) * from.Row, some);
                        c5 = V.LoadPart(c, Math.Min(5, last) * from.Row, some);
                        c6 = V.LoadPart(c, Math.Min(6, last) * from.Row, some);
                        c7 = V.LoadPart(c, Math.Min(7, last) * from.Row, some);
                    }
                }

                var p = x + (r * xr);
                var q = y + v;
                for (var i = 0; i < k; i++)
                {
                    var b = i < within ? V.Load(q, 0) : V.LoadPart(q, 0, some);
                    V.Accumulate(ref c0, V.Broadcast(p[0]), b);
                    V.Accumulate(ref c1, V.Broadcast(p[r1]), b);
                    V.Accumulate(ref c2, V.Broadcast(p[r2]), b);
                    V.Accumulate(ref c3, V.Broadcast(p[r3]), b);
                    if (V.Registers == 32)
                    {
                        V.Accumulate(ref c4, V.Broadcast(p[r4]), b);
                        V.Accumulate(ref c5, V.Broadcast(p[r5]), b);
                        V.Accumulate(ref c6, V.Broadcast(p[r6]), b);
                        V.Accumulate(ref c7, V.Broadcast(p[r7]), b);
                    }

                    p += xk;
                    q += ld;
                }

                var t = to.Data + ((r * to.Row) + (v * to.Lane));
                Store<V, T>(c0, c1, c2, c3, t, to.Row, last + 1, some);
                if (V.Registers == 32 && last >= 4)
                {
                    Store<V, T>(c4, c5, c6, c7, t + (4 * to.Row), to.Row, last - 3, some);
                }
            }
        }
    }

    /// <summary>The steps in which a whole bundle can be read: what is beyond its lanes belongs to later steps, except in the last ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StepsWithin(int beyond, nint ld, int k) => Math.Max(0, k - (int)((beyond + ld - 1) / Math.Max(ld, 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V, T>(V c0, V c1, V c2, V c3, Ptr<T> to, nint row, nint rows, int lanes)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        c0.StorePart(to, 0, lanes);
        if (rows > 1)
        {
            c1.StorePart(to, row, lanes);
        }

        if (rows > 2)
        {
            c2.StorePart(to, 2 * row, lanes);
        }

        if (rows > 3)
        {
            c3.StorePart(to, 3 * row, lanes);
        }
    }
}
