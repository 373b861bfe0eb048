using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TileKit.Cpu;

/// <summary>
/// The micro-kernel for few rows of a transposed vector operand: lanes run along the contraction, where both operands have adjacent elements, and nothing
/// is packed. Four rows of it at once, and up to four of the other, whose products keep half a bundle each.
/// </summary>
internal static class Dot
{
    private const int Near = 1 << 14; // elements of lanes that a near cache keeps while the rows pass

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k] · y[v·ld + k].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<V, T, S, E>(Ptr<T> x, nint xr, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        // the lanes that all rows meet before the next come from memory
        var near = Math.Max(4, Near / Math.Max(1, k) / 4 * 4);
        for (var from = 0; from < lanes; from += near)
        {
            var to = Math.Min(lanes, from + near);
            var row = 0;
            if (V.Registers == 32)
            {
                for (; row + 4 <= rows; row += 4)
                {
                    Rows<V, T, S, E, Four>(x + (row * xr), xr, y, ld, c + (row * cr), cr, cv, from, to, lanes, k, overwrite, asks: row == 0);
                }
            }

            for (; row + 2 <= rows; row += 2)
            {
                Rows<V, T, S, E, Two>(x + (row * xr), xr, y, ld, c + (row * cr), cr, cv, from, to, lanes, k, overwrite, asks: row == 0);
            }

            if (row < rows)
            {
                Rows<V, T, S, E, One>(x + (row * xr), xr, y, ld, c + (row * cr), cr, cv, from, to, lanes, k, overwrite, asks: row == 0);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Rows<V, T, S, E, N>(
        Ptr<T> x, nint xr, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int from, int to, int lanes, int k, bool overwrite, bool asks)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
        where N : struct, IRows
    {
        var isFar = Ahead.IsFar && ld == k;
        var xr2 = 2 * xr;
        var xr3 = 3 * xr;
        for (nint lane = from; lane < to; lane += 4)
        {
            // beyond the last lane it is read again, and its sums are dropped
            var count = Math.Min(4, lanes - (int)lane);
            var p0 = y + (lane * ld);
            var p1 = p0 + (Math.Min(1, count - 1) * ld);
            var p2 = p0 + (Math.Min(2, count - 1) * ld);
            var p3 = p0 + (Math.Min(3, count - 1) * ld);
            V a0, a1, b0, b1, c0, c1, d0, d1;
            a0 = a1 = b0 = b1 = c0 = c1 = d0 = d1 = V.Broadcast(default);
            nint i = 0;
            for (; i + V.Count <= k; i += V.Count)
            {
                if (asks)
                {
                    Fetch(p0, ld, lane, lanes, i, k, V.Count, isFar);
                }

                var (m0, m1, m2, m3) = (E.Load(p0, i), E.Load(p1, i), E.Load(p2, i), E.Load(p3, i));
                var q = x + i;
                var s = V.Load(q, 0);
                V.AccumulateDots(ref a0, s, m0, m1);
                V.AccumulateDots(ref a1, s, m2, m3);
                if (N.Count >= 2)
                {
                    s = V.Load(q, xr);
                    V.AccumulateDots(ref b0, s, m0, m1);
                    V.AccumulateDots(ref b1, s, m2, m3);
                }

                if (N.Count == 4)
                {
                    s = V.Load(q, xr2);
                    V.AccumulateDots(ref c0, s, m0, m1);
                    V.AccumulateDots(ref c1, s, m2, m3);
                    s = V.Load(q, xr3);
                    V.AccumulateDots(ref d0, s, m0, m1);
                    V.AccumulateDots(ref d1, s, m2, m3);
                }
            }

            if (i < k)
            {
                var rest = k - (int)i;
                var (m0, m1, m2, m3) = (E.LoadPart(p0, i, rest), E.LoadPart(p1, i, rest), E.LoadPart(p2, i, rest), E.LoadPart(p3, i, rest));
                var q = x + i;
                var s = V.LoadPart(q, 0, rest);
                V.AccumulateDots(ref a0, s, m0, m1);
                V.AccumulateDots(ref a1, s, m2, m3);
                if (N.Count >= 2)
                {
                    s = V.LoadPart(q, xr, rest);
                    V.AccumulateDots(ref b0, s, m0, m1);
                    V.AccumulateDots(ref b1, s, m2, m3);
                }

                if (N.Count == 4)
                {
                    s = V.LoadPart(q, xr2, rest);
                    V.AccumulateDots(ref c0, s, m0, m1);
                    V.AccumulateDots(ref c1, s, m2, m3);
                    s = V.LoadPart(q, xr3, rest);
                    V.AccumulateDots(ref d0, s, m0, m1);
                    V.AccumulateDots(ref d1, s, m2, m3);
                }
            }

            var bundle = lane / V.Count * V.Count;
            var target = c + ((bundle * cv) + (lane - bundle));
            Put(V.DotSums(a0, a1), target, count, overwrite);
            if (N.Count >= 2)
            {
                Put(V.DotSums(b0, b1), target + cr, count, overwrite);
            }

            if (N.Count == 4)
            {
                Put(V.DotSums(c0, c1), target + (2 * cr), count, overwrite);
                Put(V.DotSums(d0, d1), target + (3 * cr), count, overwrite);
            }
        }
    }

    // on its way is what comes next in these four rows, or at their end in the next four; rows without a gap are one stream: of the rows after these, the same
    // part is asked for as such, or four parts side by side
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch<S>(Ptr<S> rows, nint ld, nint lane, int lanes, nint i, int k, int count, bool isFar)
        where S : unmanaged
    {
        if (isFar)
        {
            var after = rows + ((lanes * ld) + (4 * i));
            Ahead.Fetch(after, 0, count);
            Ahead.Fetch(after, count, count);
            Ahead.Fetch(after, 2 * count, count);
            Ahead.Fetch(after, 3 * count, count);
            return;
        }

        var next = i + Ahead.Distance<S>();
        var (ahead, apart) = ld == k ? (((lanes - lane + (lane / 4)) * ld) + i, lanes / 4 * ld) : (next < k ? next : next - k + (4 * ld), ld);
        for (var j = 0; j < 4; j++)
        {
            Ahead.FetchNear(rows, ahead + (j * apart), count);
        }
    }

    // the four sums are neighbours in C
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Put<T>(Vector128<T> sums, Ptr<T> target, int count, bool overwrite)
        where T : unmanaged
    {
        if (count == 4)
        {
            (overwrite ? sums : sums + Vector128.Load(target.Address)).Store(target.Address);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            target[i] = overwrite ? sums[i] : (sums + Vector128.Create(target[i]))[i];
        }
    }

    /// <summary>The rows of a block, known to the compiler.</summary>
    private interface IRows
    {
        static abstract int Count { get; }
    }

    private readonly struct Four : IRows
    {
        public static int Count => 4;
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
