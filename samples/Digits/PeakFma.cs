using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Digits;

/// <summary>What one thread of this machine can do at most: independent fused multiply-adds, nothing else.</summary>
internal static class PeakFma
{
    private const int Chains = 12;
    private const int Steps = 1 << 16;

    /// <summary>GFLOP/s in float, the best of several attempts.</summary>
    public static double Measure()
    {
        var best = 0.0;
        for (var attempt = 0; attempt < 40; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            var lanes = Vector512.IsHardwareAccelerated ? Run512() : RunVector();
            best = Math.Max(best, 2.0 * Steps * Chains * lanes / Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run512()
    {
        Vector512<float> m = Vector512.Create(0.999f), n = Vector512.Create(1e-3f);
        Vector512<float> a = n, b = n, c = n, d = n, e = n, f = n, g = n, h = n, i = n, j = n, k = n, l = n;
        for (var step = 0; step < Steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, m, n);
            b = Vector512.FusedMultiplyAdd(b, m, n);
            c = Vector512.FusedMultiplyAdd(c, m, n);
            d = Vector512.FusedMultiplyAdd(d, m, n);
            e = Vector512.FusedMultiplyAdd(e, m, n);
            f = Vector512.FusedMultiplyAdd(f, m, n);
            g = Vector512.FusedMultiplyAdd(g, m, n);
            h = Vector512.FusedMultiplyAdd(h, m, n);
            i = Vector512.FusedMultiplyAdd(i, m, n);
            j = Vector512.FusedMultiplyAdd(j, m, n);
            k = Vector512.FusedMultiplyAdd(k, m, n);
            l = Vector512.FusedMultiplyAdd(l, m, n);
        }

        return Keep(Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l), Vector512<float>.Count);
    }

    // Vector<T> is at most 256 bits wide, whatever the machine has.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int RunVector()
    {
        Vector<float> m = new(0.999f), n = new(1e-3f);
        Vector<float> a = n, b = n, c = n, d = n, e = n, f = n, g = n, h = n, i = n, j = n, k = n, l = n;
        for (var step = 0; step < Steps; step++)
        {
            a = Vector.FusedMultiplyAdd(a, m, n);
            b = Vector.FusedMultiplyAdd(b, m, n);
            c = Vector.FusedMultiplyAdd(c, m, n);
            d = Vector.FusedMultiplyAdd(d, m, n);
            e = Vector.FusedMultiplyAdd(e, m, n);
            f = Vector.FusedMultiplyAdd(f, m, n);
            g = Vector.FusedMultiplyAdd(g, m, n);
            h = Vector.FusedMultiplyAdd(h, m, n);
            i = Vector.FusedMultiplyAdd(i, m, n);
            j = Vector.FusedMultiplyAdd(j, m, n);
            k = Vector.FusedMultiplyAdd(k, m, n);
            l = Vector.FusedMultiplyAdd(l, m, n);
        }

        return Keep(Vector.Sum(a + b + c + d + e + f + g + h + i + j + k + l), Vector<float>.Count);
    }

    // The sums are never NaN; the compiler does not know and has to compute them.
    private static int Keep(float sum, int lanes) => float.IsNaN(sum) ? 0 : lanes;
}
