using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Matrix products over packed operands.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Mma
{
    /// <summary>
    /// C[r, v..v+Count] (+)= Σₖ x[r·xr + k·xk] · y[v·yv + k·yk + (0..Count)] for every r below <paramref name="rows"/> and every
    /// bundle of lanes v = 0, Count, … below <paramref name="lanes"/>; C's element is at c[v·cv + r·cr + (0..Count)].
    /// </summary>
    /// <remarks>
    /// Whole blocks are read and written: C has room for three more than <paramref name="rows"/> rounded up to 8 and <paramref name="lanes"/> rounded
    /// up to Count, and y's lanes are padded to Count. What lands in the padding is unspecified. With no k, an overwriting call
    /// writes zeros.
    /// </remarks>
    /// <typeparam name="V">The vector.</typeparam>
    /// <typeparam name="T">Its lanes.</typeparam>
    /// <param name="x">The operand whose elements are broadcast.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="xk">Its stride along the contraction.</param>
    /// <param name="y">The operand whose lanes are vectors.</param>
    /// <param name="yk">Its stride along the contraction.</param>
    /// <param name="yv">Its stride per lane between bundles.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    /// <param name="next">What is packed after the product.</param>
    /// <param name="target">
    /// Where the sums go that the product completes, and no more of them; C's are unspecified then. If there is none, they stay in C.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate<V, T>(
        Ptr<T> x,
        nint xr,
        nint xk,
        Ptr<T> y,
        nint yk,
        nint yv,
        Ptr<T> c,
        nint cr,
        nint cv,
        int rows,
        int lanes,
        int k,
        bool overwrite,
        Upcoming next = default,
        Target<T> target = default)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        if (target.Exists)
        {
            Complete<V, T>(x, xr, xk, y, yk, yv, new(c, cr, cv), k, overwrite, next, target);
            return;
        }

        var few = FewLanes<V, T>(rows, lanes, xk, yk, k);
        if (few > 0)
        {
            lanes -= few;
            AccumulateFew<V, T>(x, xr, y + (lanes * yv), c + (lanes * cv), cr, cv, rows, few, k, overwrite);
        }

        // blocks of 6 rows first, where the operands lie as they do when copied; what is left of rows or bundles in smaller ones
        var block = SixRows.Bundles(V.Registers) * V.Count;
        var whole = (lanes + V.Count - 1) / V.Count * V.Count / block * block;
        if (rows >= 6 && whole > 0 && yk == V.Count && (xk == 1 || xr == 1))
        {
            var blocked = SixRows.Blocked(rows);
            var sums = new Sums<T>(c, cr, cv);
            Blocks<V, T>(x, xr, xk, y, yk, yv, sums, sums, blocked, whole, k, overwrite, next);

            if (blocked < rows)
            {
                Rest<V, T>(x + (blocked * xr), xr, xk, y, yk, yv, c + (blocked * cr), cr, cv, rows - blocked, whole, k, overwrite);
            }

            if (whole < lanes)
            {
                Rest<V, T>(x, xr, xk, y + (whole * yv), yk, yv, c + (whole * cv), cr, cv, rows, V.Count, k, overwrite);
            }
        }
        else
        {
            Rest<V, T>(x, xr, xk, y, yk, yv, c, cr, cv, rows, lanes, k, overwrite);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Blocks<V, T>(
        Ptr<T> x, nint xr, nint xk, Ptr<T> y, nint yk, nint yv, Sums<T> from, Sums<T> to, int rows, int lanes, int k, bool overwrite, Upcoming next)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        if (xk == 1)
        {
            SixRows.Accumulate<V, T, AlongRows, InPanels>(x, xr, y, yk, yv, from, to, rows, lanes, k, overwrite, next);
        }
        else
        {
            SixRows.Accumulate<V, T, AcrossRows, InPanels>(x, xk, y, yk, yv, from, to, rows, lanes, k, overwrite, next);
        }
    }

    /// <summary>The block of the micro-kernel, then for what is left the smallest one that holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rest<V, T>(
        Ptr<T> x, nint xr, nint xk, Ptr<T> y, nint yk, nint yv, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var tail = rows % (V.Registers / 4);
        var whole = tail > 4 ? rows : rows - tail;
        if (whole > 0)
        {
            if (V.Registers == 32)
            {
                EightRows.Accumulate<V, T>(x, xr, xk, y, yk, yv, c, cr, cv, whole, lanes, k, overwrite);
            }
            else
            {
                FourRows.Accumulate<V, T>(x, xr, xk, y, yk, yv, c, cr, cv, whole, lanes, k, overwrite);
            }
        }

        tail = rows - whole;
        if (tail == 1)
        {
            OneRow.Accumulate<V, T>(x + (whole * xr), xk, y, yk, yv, c + (whole * cr), cv, lanes, k, overwrite);
        }
        else if (tail > 1)
        {
            FourRows.Accumulate<V, T>(
                x + (whole * xr), xr, xk, y, yk, yv, c + (whole * cr), cr, cv, tail, lanes, k, overwrite);
        }
    }
}
