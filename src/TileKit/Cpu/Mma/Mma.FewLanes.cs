using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <content>The last lanes of a product, if they are few: a bundle of them would cost as much as a whole one.</content>
public static partial class Mma
{
    private const int Room = 4096; // elements of a copy on the stack
    private const int Quad = 4;    // lanes that a dot product takes at once

    /// <summary>
    /// The lanes beyond whole bundles that run along the contraction instead, as dot products: up to about a dozen of 32. A dot product is a quarter of an instruction for each
    /// step, and the sum across lanes that ends it; a bundle two for each.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FewLanes<V, T>(int rows, int lanes, nint xk, nint yk, int k)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var few = lanes % V.Count;
        return few > 0 && rows >= 2 * Quad && xk == 1 && yk == V.Count && (few + Quad - 1) / Quad * (k + 80) < 7 * k * V.Count / 32 ? few : 0;
    }

    /// <summary>Lanes of a panel, turned on the stack so that the steps of each are adjacent.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static unsafe void AccumulateFew<V, T>(Ptr<T> x, nint xr, Ptr<T> y, Ptr<T> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where V : struct, IVec<V, T>
        where T : unmanaged
    {
        var turned = stackalloc T[Room];
        var most = Room / lanes;
        for (var from = 0; from < k; from += most)
        {
            var steps = Math.Min(most, k - from);
            var panel = y + ((nint)from * V.Count);
            for (nint lane = 0; lane < lanes; lane++)
            {
                for (nint step = 0; step < steps; step++)
                {
                    turned[(lane * steps) + step] = panel[(step * V.Count) + lane];
                }
            }

            Dot.Accumulate<V, T, T, SameStorage<V, T>>(x + from, xr, new(turned), steps, c, cr, cv, rows, lanes, steps, overwrite && from == 0);
        }
    }
}
