using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TileKit.Cpu;

/// <summary>
/// The micro-kernel for few rows of a transposed vector operand: lanes run along the contraction, where both operands have adjacent elements, and nothing
/// is packed. Four rows of it at once, and up to two of the other; or, where memory is best asked for in one stream, two of it, for fewer places at a time, and four.
/// </summary>
internal static class Dot
{
    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k] · y[v·ld + k].</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<V, T, S, E>(Ptr<T> x, nint xr, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        var inOneStream = Ahead.InOneStream && ld == k;
        var fours = inOneStream && k % V.Count == 0 ? rows / 4 * 4 : 0;
        var pairs = fours > 0 ? lanes / 2 * 2 : 0;
        if (pairs > 0)
        {
            Pairs<V, T, S, E>(x, xr, y, ld, c, cr, cv, fours, pairs, lanes, k, overwrite);
            if (fours < rows)
            {
                Fours<V, T, S, E>(x + (fours * xr), xr, y, ld, c + (fours * cr), cr, cv, rows - fours, 0, pairs, k, overwrite, inOneStream);
            }
        }

        Fours<V, T, S, E>(x, xr, y, ld, c, cr, cv, rows, pairs, lanes, k, overwrite, inOneStream);
    }

    /// <summary>The rows in fours, and two lanes at a time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Pairs<V, T, S, E>(
        Ptr<T> x, nint xr, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int fours, int pairs, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        for (nint lane = 0; lane < pairs; lane += 2)
        {
            var p = y + (lane * ld);
            var bundle = lane / V.Count * V.Count;
            var target = c + ((bundle * cv) + (lane - bundle));
            for (nint r = 0; r < fours; r += 4)
            {
                var x0 = x + (r * xr);
                var (x1, x2, x3) = (x0 + xr, x0 + (2 * xr), x0 + (3 * xr));
                V a0, a1, a2, a3, b0, b1, b2, b3;
                a0 = a1 = a2 = a3 = b0 = b1 = b2 = b3 = V.Broadcast(default);
                for (nint i = 0; i < k; i += V.Count)
                {
                    if (r == 0)
                    {
                        // the same part of the lanes after these
                        Ahead.Fetch(p, (lanes * ld) + (2 * i), V.Count);
                        Ahead.Fetch(p, (lanes * ld) + (2 * i) + V.Count, V.Count);
                    }

                    var (m, n) = (E.Load(p, i), E.Load(p, ld + i));
                    var s = V.Load(x0, i);
                    V.Accumulate(ref a0, s, m);
                    V.Accumulate(ref b0, s, n);
                    s = V.Load(x1, i);
                    V.Accumulate(ref a1, s, m);
                    V.Accumulate(ref b1, s, n);
                    s = V.Load(x2, i);
                    V.Accumulate(ref a2, s, m);
                    V.Accumulate(ref b2, s, n);
                    s = V.Load(x3, i);
                    V.Accumulate(ref a3, s, m);
                    V.Accumulate(ref b3, s, n);
                }

                Put<T>(V.Sums(a0, a1, a2, a3), target + (r * cr), cr, overwrite);
                Put<T>(V.Sums(b0, b1, b2, b3), target + ((r * cr) + 1), cr, overwrite);
            }
        }
    }

    /// <summary>Up to two rows, and the lanes from one to another in fours.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Fours<V, T, S, E>(
        Ptr<T> x, nint xr, Ptr<S> y, nint ld, Ptr<T> c, nint cr, nint cv, int rows, int from, int lanes, int k, bool overwrite, bool inOneStream)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where S : unmanaged
        where E : struct, IStorage<V, S>
    {
        var whole = k / V.Count * V.Count;
        for (nint lane = from; lane < lanes; lane += 4)
        {
            // beyond the last lane it is read again, and its sums are dropped
            var count = Math.Min(4, lanes - (int)lane);
            var p0 = y + (lane * ld);
            var p1 = p0 + (Math.Min(1, count - 1) * ld);
            var p2 = p0 + (Math.Min(2, count - 1) * ld);
            var p3 = p0 + (Math.Min(3, count - 1) * ld);
            var bundle = lane / V.Count * V.Count;
            var target = c + ((bundle * cv) + (lane - bundle));
            nint r = 0;
            for (; r + 2 <= rows; r += 2)
            {
                var q = x + (r * xr);
                V a0, a1, a2, a3, b0, b1, b2, b3;
                a0 = a1 = a2 = a3 = b0 = b1 = b2 = b3 = V.Broadcast(default);
                nint i = 0;
                for (; i < whole; i += V.Count)
                {
                    if (r == 0)
                    {
                        Fetch(p0, ld, lane, lanes, i, k, V.Count, inOneStream);
                    }

                    var s = V.Load(q, i);
                    var t = V.Load(q, xr + i);
                    var m = E.Load(p0, i);
                    V.Accumulate(ref a0, s, m);
                    V.Accumulate(ref b0, t, m);
                    m = E.Load(p1, i);
                    V.Accumulate(ref a1, s, m);
                    V.Accumulate(ref b1, t, m);
                    m = E.Load(p2, i);
                    V.Accumulate(ref a2, s, m);
                    V.Accumulate(ref b2, t, m);
                    m = E.Load(p3, i);
                    V.Accumulate(ref a3, s, m);
                    V.Accumulate(ref b3, t, m);
                }

                if (i < k)
                {
                    var rest = k - (int)i;
                    var s = V.LoadPart(q, i, rest);
                    var t = V.LoadPart(q, xr + i, rest);
                    var m = E.LoadPart(p0, i, rest);
                    V.Accumulate(ref a0, s, m);
                    V.Accumulate(ref b0, t, m);
                    m = E.LoadPart(p1, i, rest);
                    V.Accumulate(ref a1, s, m);
                    V.Accumulate(ref b1, t, m);
                    m = E.LoadPart(p2, i, rest);
                    V.Accumulate(ref a2, s, m);
                    V.Accumulate(ref b2, t, m);
                    m = E.LoadPart(p3, i, rest);
                    V.Accumulate(ref a3, s, m);
                    V.Accumulate(ref b3, t, m);
                }

                Put<V, T>(a0, a1, a2, a3, target + (r * cr), count, overwrite);
                Put<V, T>(b0, b1, b2, b3, target + ((r + 1) * cr), count, overwrite);
            }

            if (r < rows)
            {
                var q = x + (r * xr);
                V a0, a1, a2, a3;
                a0 = a1 = a2 = a3 = V.Broadcast(default);
                nint i = 0;
                for (; i < whole; i += V.Count)
                {
                    if (r == 0)
                    {
                        Fetch(p0, ld, lane, lanes, i, k, V.Count, inOneStream);
                    }

                    var s = V.Load(q, i);
                    V.Accumulate(ref a0, s, E.Load(p0, i));
                    V.Accumulate(ref a1, s, E.Load(p1, i));
                    V.Accumulate(ref a2, s, E.Load(p2, i));
                    V.Accumulate(ref a3, s, E.Load(p3, i));
                }

                if (i < k)
                {
                    var rest = k - (int)i;
                    var s = V.LoadPart(q, i, rest);
                    V.Accumulate(ref a0, s, E.LoadPart(p0, i, rest));
                    V.Accumulate(ref a1, s, E.LoadPart(p1, i, rest));
                    V.Accumulate(ref a2, s, E.LoadPart(p2, i, rest));
                    V.Accumulate(ref a3, s, E.LoadPart(p3, i, rest));
                }

                Put<V, T>(a0, a1, a2, a3, target + (r * cr), count, overwrite);
            }
        }
    }

    // on its way is what comes next in these four rows, or at their end in the next four; rows without a gap are one stream: of the rows after these, the same
    // part is asked for as such, or four parts side by side
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch<S>(Ptr<S> rows, nint ld, nint lane, int lanes, nint i, int k, int count, bool inOneStream)
        where S : unmanaged
    {
        if (inOneStream)
        {
            for (var j = 0; j < 4; j++)
            {
                Ahead.Fetch(rows, (lanes * ld) + (4 * i) + (j * count), count);
            }

            return;
        }

        var next = i + Ahead.Distance<S>();
        var (ahead, apart) = ld == k ? (((lanes - lane + (lane / 4)) * ld) + i, lanes / 4 * ld) : (next < k ? next : next - k + (4 * ld), ld);
        for (var j = 0; j < 4; j++)
        {
            Ahead.FetchNear(rows, ahead + (j * apart), count);
        }
    }

    // the four sums are of four rows
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<T>(Vector128<T> sums, Ptr<T> target, nint cr, bool overwrite)
        where T : unmanaged
    {
        if (!overwrite)
        {
            sums += Vector128.Create([target[0], target[cr], target[2 * cr], target[3 * cr]]);
        }

        target[0] = sums[0];
        target[cr] = sums[1];
        target[2 * cr] = sums[2];
        target[3 * cr] = sums[3];
    }

    // the four sums are neighbours in C
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Put<V, T>(V a, V b, V c, V d, Ptr<T> target, int count, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var sums = V.Sums(a, b, c, d);
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
}
