using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>
/// The micro-kernel: 6 rows of as many bundles as registers hold sums of. Where there are 32, of two: ten loads feed 24 multiply-adds, where 8 rows
/// of one bundle need ten for 16. Where there are 16, of one: eight loads feed twelve.
/// </summary>
/// <remarks>
/// Four steps of the contraction a turn, all at offsets from the same addresses: a core that shares its front end with another thread gives about
/// two instructions a cycle, and each that is not a multiply-add is one less.
/// </remarks>
internal static class SixRows
{
    private const int Steps = 4;

    /// <summary>How many of the rows whole blocks of six, and of five where sixes leave a rest, take: all from 20 on.</summary>
    /// <param name="rows">The rows.</param>
    public static int Blocked(int rows) => 5 * Fives(rows) <= rows ? rows : rows / 6 * 6;

    /// <summary>As many rows as <see cref="Blocked"/> said, whole blocks of <see cref="Bundles"/>; from where the sums are to where they go, which may be the same.</summary>
    public static void Accumulate<V, T, X, Y>(
        Ptr<T> x, nint stride, Ptr<T> y, nint yk, nint yv, Sums<T> from, Sums<T> to, int rows, int lanes, int k, bool overwrite, Upcoming next)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where X : struct, IWalk
        where Y : struct, IPitch
    {
        var sixes = rows % 6 == 0 ? rows : rows - (5 * Fives(rows));
        if (next.Count > 0)
        {
            Blocks<V, T, X, Y, Six, Asking>(x, stride, y, yk, yv, from, to, sixes, lanes, k, overwrite, next);
        }
        else
        {
            Blocks<V, T, X, Y, Six, Computing>(x, stride, y, yk, yv, from, to, sixes, lanes, k, overwrite, next);
        }

        if (sixes < rows)
        {
            Blocks<V, T, X, Y, Five, Computing>(
                x + (sixes * X.Row(stride)), stride, y, yk, yv, from.Below(sixes), to.Below(sixes), rows - sixes, lanes, k, overwrite, next);
        }
    }

    /// <summary>The bundles of a block.</summary>
    /// <param name="registers">The vector registers of the machine.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bundles(int registers) => registers == 32 ? 2 : 1;

    // how many rows short of whole sixes: as many blocks are a row short
    private static int Fives(int rows) => (6 - (rows % 6)) % 6;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Blocks<V, T, X, Y, N, A>(
        Ptr<T> x, nint stride, Ptr<T> y, nint yk, nint yv, Sums<T> from, Sums<T> to, int rows, int lanes, int k, bool overwrite, Upcoming asked)
        where V : struct, IVec<V, T>
        where T : unmanaged
        where X : struct, IWalk
        where Y : struct, IPitch
        where N : struct, IRows
        where A : struct, IAsks
    {
        // rows 0 to 3 from one address, 4 and 5 from another: strides in registers, no address arithmetic in the loop
        var row = X.Row(stride);
        var row2 = 2 * row;
        var row3 = 3 * row;
        var step = X.Step(stride);
        var step2 = 2 * step;
        var step3 = 3 * step;
        var next = Y.Step(yk, V.Count);
        var next2 = 2 * next;
        var next3 = 3 * next;
        var piece = asked.Address;
        var pieces = asked.Pieces;
        var left = asked.Count;
        // a block of one bundle leaves unused what it reads a second time
        var isPair = Bundles(V.Registers) == 2;
        nint width = V.Count * Bundles(V.Registers);
        var second = width - V.Count;
        for (nint v = 0; v < lanes; v += width)
        {
            var low = y + (v * yv);
            var high = y + ((v + second) * yv);
            var (lowFrom, lowTo) = (from.Data + (v * from.Lane), to.Data + (v * to.Lane));
            var (highFrom, highTo) = (from.Data + ((v + second) * from.Lane), to.Data + ((v + second) * to.Lane));
            for (nint r = 0; r < rows; r += N.Count)
            {
                V c0, c1, c2, c3, c4, c5, d0, d1, d2, d3, d4, d5;
                c0 = c1 = c2 = c3 = c4 = c5 = d0 = d1 = d2 = d3 = d4 = d5 = V.Broadcast(default);
                if (!overwrite)
                {
                    var (cl, ch, cr) = (lowFrom + (r * from.Row), highFrom + (r * from.Row), from.Row);
                    c0 = V.Load(cl, 0);
                    c1 = V.Load(cl, cr);
                    c2 = V.Load(cl, 2 * cr);
                    c3 = V.Load(cl, 3 * cr);
                    c4 = V.Load(cl, 4 * cr);
                    if (isPair)
                    {
                        d0 = V.Load(ch, 0);
                        d1 = V.Load(ch, cr);
                        d2 = V.Load(ch, 2 * cr);
                        d3 = V.Load(ch, 3 * cr);
                        d4 = V.Load(ch, 4 * cr);
                    }

                    if (N.Count == 6)
                    {
                        c5 = V.Load(cl, 5 * cr);
                        if (isPair)
                        {
                            d5 = V.Load(ch, 5 * cr);
                        }
                    }
                }

                var p = x + (r * row);
                var q = p + (4 * row);
                var bl = low;
                var bh = high;
                var i = k;
                for (; i >= Steps; i -= Steps)
                {
                    // a piece a turn: more at a time would keep waiting what the panels need from the second-level cache
                    if (A.Asks && left > 0)
                    {
                        Sse.Prefetch1(piece);
                        Sse.Prefetch1(piece + (Upcoming.Piece / 2));
                        left--;
                        pieces--;
                        piece += pieces == 0 ? asked.Gap : Upcoming.Piece;
                        pieces = pieces == 0 ? asked.Pieces : pieces;
                    }

                    var l = V.Load(bl, 0);
                    var h = V.Load(bh, 0);
                    Step<V, T>(ref c0, ref d0, p[0], l, h);
                    Step<V, T>(ref c1, ref d1, p[row], l, h);
                    Step<V, T>(ref c2, ref d2, p[row2], l, h);
                    Step<V, T>(ref c3, ref d3, p[row3], l, h);
                    Step<V, T>(ref c4, ref d4, q[0], l, h);
                    if (N.Count == 6)
                    {
                        Step<V, T>(ref c5, ref d5, q[row], l, h);
                    }

                    l = V.Load(bl, next);
                    h = V.Load(bh, next);
                    Step<V, T>(ref c0, ref d0, p[step], l, h);
                    Step<V, T>(ref c1, ref d1, p[row + step], l, h);
                    Step<V, T>(ref c2, ref d2, p[row2 + step], l, h);
                    Step<V, T>(ref c3, ref d3, p[row3 + step], l, h);
                    Step<V, T>(ref c4, ref d4, q[step], l, h);
                    if (N.Count == 6)
                    {
                        Step<V, T>(ref c5, ref d5, q[row + step], l, h);
                    }

                    l = V.Load(bl, next2);
                    h = V.Load(bh, next2);
                    Step<V, T>(ref c0, ref d0, p[step2], l, h);
                    Step<V, T>(ref c1, ref d1, p[row + step2], l, h);
                    Step<V, T>(ref c2, ref d2, p[row2 + step2], l, h);
                    Step<V, T>(ref c3, ref d3, p[row3 + step2], l, h);
                    Step<V, T>(ref c4, ref d4, q[step2], l, h);
                    if (N.Count == 6)
                    {
                        Step<V, T>(ref c5, ref d5, q[row + step2], l, h);
                    }

                    l = V.Load(bl, next3);
                    h = V.Load(bh, next3);
                    Step<V, T>(ref c0, ref d0, p[step3], l, h);
                    Step<V, T>(ref c1, ref d1, p[row + step3], l, h);
                    Step<V, T>(ref c2, ref d2, p[row2 + step3], l, h);
                    Step<V, T>(ref c3, ref d3, p[row3 + step3], l, h);
                    Step<V, T>(ref c4, ref d4, q[step3], l, h);
                    if (N.Count == 6)
                    {
                        Step<V, T>(ref c5, ref d5, q[row + step3], l, h);
                    }

                    p += Steps * step;
                    q += Steps * step;
                    bl += Steps * next;
                    bh += Steps * next;
                }

                for (; i > 0; i--)
                {
                    var l = V.Load(bl, 0);
                    var h = V.Load(bh, 0);
                    Step<V, T>(ref c0, ref d0, p[0], l, h);
                    Step<V, T>(ref c1, ref d1, p[row], l, h);
                    Step<V, T>(ref c2, ref d2, p[row2], l, h);
                    Step<V, T>(ref c3, ref d3, p[row3], l, h);
                    Step<V, T>(ref c4, ref d4, q[0], l, h);
                    if (N.Count == 6)
                    {
                        Step<V, T>(ref c5, ref d5, q[row], l, h);
                    }

                    p += step;
                    q += step;
                    bl += next;
                    bh += next;
                }

                var (tl, th, tr) = (lowTo + (r * to.Row), highTo + (r * to.Row), to.Row);
                c0.Store(tl, 0);
                c1.Store(tl, tr);
                c2.Store(tl, 2 * tr);
                c3.Store(tl, 3 * tr);
                c4.Store(tl, 4 * tr);
                if (isPair)
                {
                    d0.Store(th, 0);
                    d1.Store(th, tr);
                    d2.Store(th, 2 * tr);
                    d3.Store(th, 3 * tr);
                    d4.Store(th, 4 * tr);
                }

                if (N.Count == 6)
                {
                    c5.Store(tl, 5 * tr);
                    if (isPair)
                    {
                        d5.Store(th, 5 * tr);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<V, T>(ref V c, ref V d, T x, V low, V high)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var s = V.Broadcast(x);
        V.Accumulate(ref c, s, low);
        if (Bundles(V.Registers) == 2)
        {
            V.Accumulate(ref d, s, high);
        }
    }

    /// <summary>The rows of a block, known to the compiler.</summary>
    private interface IRows
    {
        static abstract int Count { get; }
    }

    private readonly struct Six : IRows
    {
        public static int Count => 6;
    }

    private readonly struct Five : IRows
    {
        public static int Count => 5;
    }
}
