using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TileKit.Benchmarks.Speed;

/// <summary>What some threads of this machine can do at most: fused multiply-adds, and copies between buffers no cache holds.</summary>
internal sealed class Machine(int threads)
{
    private const int Attempts = 3;
    private const int Steps = 1 << 17;
    private const int Chains = 12;
    private const nuint CopyBytes = 64 << 20;

    /// <summary>Multiplications and additions in float, of all threads together.</summary>
    public double Gflops() => Best(static _ => 2.0 * Steps * Chains * (Vector512.IsHardwareAccelerated ? Multiply512() : Multiply256()));

    /// <summary>Bytes read and written, with the better of the library's copy and one of streaming stores.</summary>
    public unsafe double CopyGigabytes()
    {
        var from = (nint)NativeMemory.AlignedAlloc(CopyBytes, 64);
        var to = (nint)NativeMemory.AlignedAlloc(CopyBytes, 64);
        var share = CopyBytes / (nuint)threads / 64 * 64;
        try
        {
            NativeMemory.Fill((void*)from, CopyBytes, 1);
            NativeMemory.Fill((void*)to, CopyBytes, 2);
            return Math.Max(Best(thread => Copy(thread, streams: false)), Best(thread => Copy(thread, streams: true)));
        }
        finally
        {
            NativeMemory.AlignedFree((void*)from);
            NativeMemory.AlignedFree((void*)to);
        }

        double Copy(int thread, bool streams)
        {
            var source = (byte*)from + ((nuint)thread * share);
            var target = (byte*)to + ((nuint)thread * share);
            if (streams)
            {
                Stream(source, target, share);
            }
            else
            {
                NativeMemory.Copy(source, target, share);
            }

            return 2.0 * share;
        }
    }

    /// <summary>The best rate of several attempts; each starts all threads at once and ends with the last.</summary>
    private double Best(Func<int, double> work)
    {
        var best = 0.0;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var done = new double[threads];
            using var start = new Barrier(threads);
            var begun = 0L;
            var others = Enumerable.Range(1, threads - 1).Select(i => new Thread(() => Part(i))).ToList();
            others.ForEach(static thread => thread.Start());
            Part(0);
            others.ForEach(static thread => thread.Join());
            best = Math.Max(best, done.Sum() / Stopwatch.GetElapsedTime(begun).TotalNanoseconds);

            void Part(int thread)
            {
                start.SignalAndWait();
                if (thread == 0)
                {
                    begun = Stopwatch.GetTimestamp();
                }

                done[thread] = work(thread);
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Stream(byte* source, byte* target, nuint bytes)
    {
        for (nuint i = 0; i < bytes; i += 64)
        {
            var (low, high) = (Vector256.LoadAligned(source + i), Vector256.LoadAligned(source + i + 32));
            low.StoreAlignedNonTemporal(target + i);
            high.StoreAlignedNonTemporal(target + i + 32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Multiply512()
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Multiply256()
    {
        Vector256<float> m = Vector256.Create(0.999f), n = Vector256.Create(1e-3f);
        Vector256<float> a = n, b = n, c = n, d = n, e = n, f = n, g = n, h = n, i = n, j = n, k = n, l = n;
        for (var step = 0; step < Steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(a, m, n);
            b = Vector256.FusedMultiplyAdd(b, m, n);
            c = Vector256.FusedMultiplyAdd(c, m, n);
            d = Vector256.FusedMultiplyAdd(d, m, n);
            e = Vector256.FusedMultiplyAdd(e, m, n);
            f = Vector256.FusedMultiplyAdd(f, m, n);
            g = Vector256.FusedMultiplyAdd(g, m, n);
            h = Vector256.FusedMultiplyAdd(h, m, n);
            i = Vector256.FusedMultiplyAdd(i, m, n);
            j = Vector256.FusedMultiplyAdd(j, m, n);
            k = Vector256.FusedMultiplyAdd(k, m, n);
            l = Vector256.FusedMultiplyAdd(l, m, n);
        }

        return Keep(Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l), Vector256<float>.Count);
    }

    // The sums are never NaN; the compiler does not know and has to compute them.
    private static int Keep(float sum, int lanes) => float.IsNaN(sum) ? 0 : lanes;
}
