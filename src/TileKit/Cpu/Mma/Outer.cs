using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>
/// The micro-kernel for few rows: eight steps of the contraction of one bundle are in registers while all rows pass, and the vector operand is read once,
/// from where it is. The accumulators pass through the nearest cache.
/// </summary>
internal static class Outer
{
    private const int Steps = 8;
    private const int Near = 6144; // accumulators that the nearest cache keeps beside what streams through it
    private const int Block = 1 << 17; // elements of which another block follows soon, and is worth asking for

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k·xk] · y[k·ld + v].</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<V, T, S, E>(
        Ptr<T> x, nint xr, nint xk, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        if (k == 0 && overwrite)
        {
            Clear<V, T>(c, cr, cv, rows, lanes);
        }

        var isFar = Ahead.IsFar;
        var dense = ld == lanes && k * ld <= Block;
        var alone = rows == 1 && Ahead.InOneStream && !dense;
        var asks = Ahead.IsForOneRow;
        var width = Math.Max(1, Near / Math.Max(1, rows) / V.Count) * V.Count;
        var whole = lanes / V.Count * V.Count;
        for (var from = 0; from < whole; from += width)
        {
            var to = Math.Min(whole, from + width);
            var i = 0;
            for (; i + Steps <= k; i += Steps)
            {
                if (alone)
                {
                    var (p, q, target, first, hasNext) = (x + (i * xk), y + ((i * ld) + from), c + (from * cv), overwrite && i == 0, i + (2 * Steps) <= k);
                    if (asks)
                    {
                        EightAlone<V, T, S, E, Asking>(p, xk, q, ld, target, cv, to - from, first, hasNext);
                    }
                    else
                    {
                        EightAlone<V, T, S, E, Computing>(p, xk, q, ld, target, cv, to - from, first, hasNext);
                    }

                    continue;
                }

                // rows without a gap are one stream: of the rows after these, the same part is asked for as such, or eight parts side by side
                var (after, each, apart) = !dense ? (0, 0, ld) : isFar ? (k * ld, Steps - 1, V.Count) : ((k + (i / Steps) - i) * ld, 0, k / Steps * ld);
                Eight<V, T, S, E>(
                    x + (i * xk), xr, xk, y + ((i * ld) + from), ld, c + (from * cv), cr, cv, rows, to - from, overwrite && i == 0, i + (2 * Steps) <= k,
                    after, each, apart, isFar && dense);
            }

            for (; i < k; i++)
            {
                One<V, T, S, E>(x + (i * xk), xr, y + ((i * ld) + from), c + (from * cv), cr, cv, rows, to - from, overwrite && i == 0);
            }
        }

        if (whole < lanes)
        {
            Rest<V, T, S, E>(x, xr, xk, y + whole, ld, c + (whole * cv), cr, rows, lanes - whole, k, overwrite);
        }
    }

    /// <summary>The last bundle, which is not whole: as many steps at a time as are in registers, from a copy.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Rest<V, T, S, E>(
        Ptr<T> x, nint xr, nint xk, Ptr<S> y, nint ld, Ptr<T> c, nint cr, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        var copy = stackalloc S[Steps * V.Count];
        new Span<S>(copy, Steps * V.Count).Clear();
        for (var i = 0; i < k; i += Steps)
        {
            var steps = Math.Min(Steps, k - i);
            for (var j = 0; j < steps; j++)
            {
                new ReadOnlySpan<S>((y + ((i + j) * ld)).Address, lanes).CopyTo(new Span<S>(copy + (j * V.Count), lanes));
            }

            var from = new Ptr<S>(copy);
            if (steps == Steps)
            {
                Eight<V, T, S, E>(x + (i * xk), xr, xk, from, V.Count, c, cr, 0, rows, V.Count, overwrite && i == 0, hasNext: false, after: 0, each: 0, apart: 0, beyond: false);
                continue;
            }

            for (var j = 0; j < steps; j++)
            {
                One<V, T, S, E>(x + ((i + j) * xk), xr, from + (j * V.Count), c, cr, 0, rows, V.Count, overwrite && i + j == 0);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Eight<V, T, S, E>(
        Ptr<T> x, nint xr, nint xk, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int lanes, bool overwrite, bool hasNext,
        nint after, nint each, nint apart, bool beyond)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        var k2 = 2 * xk;
        var k3 = 3 * xk;
        var distance = Ahead.Distance<S>();
        for (nint v = 0; v < lanes; v += V.Count)
        {
            var p = y + v;
            V b0, b1, b2, b3, b4, b5, b6, b7;
            b0 = b1 = b2 = b3 = b4 = b5 = b6 = b7 = default;
            if (V.Registers == 32)
            {
                b0 = E.Load(p, 0);
                b1 = E.Load(p, ld);
                b2 = E.Load(p, 2 * ld);
                b3 = E.Load(p, 3 * ld);
                b4 = E.Load(p, 4 * ld);
                b5 = E.Load(p, 5 * ld);
                b6 = E.Load(p, 6 * ld);
                b7 = E.Load(p, 7 * ld);
            }

            // on its way is what comes next in these rows, or at their end in the next eight
            var ahead = after > 0 ? after + (v * each) : v + distance < lanes ? distance : hasNext ? (Steps * ld) + distance - lanes : 0;
            if (ahead > 0)
            {
                for (var j = 0; j < Steps; j++)
                {
                    if (beyond)
                    {
                        Ahead.Fetch(p, ahead + (j * apart), V.Count);
                    }
                    else
                    {
                        Ahead.FetchNear(p, ahead + (j * apart), V.Count);
                    }
                }
            }

            var q = x;
            var tile = c + (v * cv);
            if (V.Registers == 16)
            {
                // four steps are what registers hold, so all rows pass twice
                Four<V, T, S, E>(q, xr, xk, p, ld, tile, cr, rows, overwrite);
                Four<V, T, S, E>(q + (4 * xk), xr, xk, p + (4 * ld), ld, tile, cr, rows, overwrite: false);
                continue;
            }

            for (nint r = 0; r < rows; r++)
            {
                // two chains of four, or each step would wait for the one before it
                var a = overwrite ? V.Broadcast(default) : V.Load(tile, 0);
                var far = q + (4 * xk);
                var b = V.Broadcast(far[0]) * b4;
                V.Accumulate(ref a, V.Broadcast(q[0]), b0);
                V.Accumulate(ref b, V.Broadcast(far[xk]), b5);
                V.Accumulate(ref a, V.Broadcast(q[xk]), b1);
                V.Accumulate(ref b, V.Broadcast(far[k2]), b6);
                V.Accumulate(ref a, V.Broadcast(q[k2]), b2);
                V.Accumulate(ref b, V.Broadcast(far[k3]), b7);
                V.Accumulate(ref a, V.Broadcast(q[k3]), b3);
                (a + b).Store(tile, 0);
                q += xr;
                tile += cr;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four<V, T, S, E>(Ptr<T> x, nint xr, nint xk, Ptr<S> y, nint ld, Ptr<T> c, nint cr, int rows, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        var (b0, b1, b2, b3) = (E.Load(y, 0), E.Load(y, ld), E.Load(y, 2 * ld), E.Load(y, 3 * ld));
        for (nint r = 0; r < rows; r++)
        {
            var a = overwrite ? V.Broadcast(default) : V.Load(c, 0);
            var b = V.Broadcast(x[2 * xk]) * b2;
            V.Accumulate(ref a, V.Broadcast(x[0]), b0);
            V.Accumulate(ref b, V.Broadcast(x[3 * xk]), b3);
            V.Accumulate(ref a, V.Broadcast(x[xk]), b1);
            (a + b).Store(c, 0);
            x += xr;
            c += cr;
        }
    }

    /// <summary>Eight steps of one row: nothing but memory takes time, and the fewer instructions, the more of it the processor sees ahead.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void EightAlone<V, T, S, E, A>(Ptr<T> x, nint xk, Ptr<S> y, nint ld, Ptr<T> c, nint cv, int lanes, bool overwrite, bool hasNext)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
        where A : struct, IAsks
    {
        var (s0, s1, s2, s3) = (V.Broadcast(x[0]), V.Broadcast(x[xk]), V.Broadcast(x[2 * xk]), V.Broadcast(x[3 * xk]));
        x += 4 * xk;
        var (s4, s5, s6, s7) = (V.Broadcast(x[0]), V.Broadcast(x[xk]), V.Broadcast(x[2 * xk]), V.Broadcast(x[3 * xk]));
        var distance = Ahead.FarDistance<S>();
        for (nint v = 0; v < lanes; v += V.Count)
        {
            var p = y + v;
            var ahead = v + distance < lanes || !hasNext ? distance : (Steps * ld) + distance - lanes;
            var a = overwrite ? V.Broadcast(default) : V.Load(c, v * cv);
            V.Accumulate(ref a, s0, Take(p));
            V.Accumulate(ref a, s1, Take(p + ld));
            V.Accumulate(ref a, s2, Take(p + (2 * ld)));
            V.Accumulate(ref a, s3, Take(p + (3 * ld)));
            V.Accumulate(ref a, s4, Take(p + (4 * ld)));
            V.Accumulate(ref a, s5, Take(p + (5 * ld)));
            V.Accumulate(ref a, s6, Take(p + (6 * ld)));
            V.Accumulate(ref a, s7, Take(p + (7 * ld)));
            a.Store(c, v * cv);

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            V Take(Ptr<S> row)
            {
                if (A.Asks)
                {
                    Ahead.Fetch(row, ahead, V.Count);
                }

                return E.Load(row, 0);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void One<V, T, S, E>(Ptr<T> x, nint xr, Ptr<S> y, Ptr<T> c, nint cr, nint cv, int rows, int lanes, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        for (nint v = 0; v < lanes; v += V.Count)
        {
            var b = E.Load(y, v);
            for (nint r = 0; r < rows; r++)
            {
                var tile = c + ((v * cv) + (r * cr));
                var a = overwrite ? V.Broadcast(default) : V.Load(tile, 0);
                V.Accumulate(ref a, V.Broadcast(x[r * xr]), b);
                a.Store(tile, 0);
            }
        }
    }

    private static void Clear<V, T>(Ptr<T> c, nint cr, nint cv, int rows, int lanes)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        for (nint v = 0; v < lanes; v += V.Count)
        {
            for (nint r = 0; r < rows; r++)
            {
                V.Broadcast(default).Store(c, (v * cv) + (r * cr));
            }
        }
    }
}
