using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TileKit.Cpu;

namespace TileKit.Benchmarks.Speed;

/// <summary>Rates: multiplications and additions in float, bytes read, and bytes read and written by copying; all per nanosecond.</summary>
internal sealed record Rates(double Gflops, double ReadGigabytes, double CopyGigabytes)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Gflops:F0} GFLOP/s, reads {ReadGigabytes:F1} GB/s, copies {CopyGigabytes:F1} GB/s");

    /// <summary>The better of each.</summary>
    public Rates Best(Rates other) => new(
        Math.Max(Gflops, other.Gflops), Math.Max(ReadGigabytes, other.ReadGigabytes), Math.Max(CopyGigabytes, other.CopyGigabytes));
}

/// <summary>
/// What some threads of this machine can do at most: fused multiply-adds, and reading and copying what no cache holds. Each is the best of
/// several ways and attempts, so that a kernel is held against what the machine can do and not against one way to do it.
/// </summary>
internal sealed unsafe class Machine : IDisposable
{
    private const int Attempts = 3;
    private const int Steps = 1 << 17;
    private const int Chains = 12;

    // more than the last-level cache of a server has
    private const nuint Bytes = 128 << 20;

    // bytes that are asked for ahead: about as long as memory takes to answer, for one stream and for each of eight; and into the second-level cache
    private const int Ahead = 1024;
    private const int AheadOfEight = 256;
    private const int FarAhead = 4096;

    // eight streams side by side, as in a product of one row: a row of 4096 floats is 16 KB
    private const int Row = 16 << 10;

    private readonly int _threads;

    // in large pages, as tensors are
    private readonly byte* _from = (byte*)LargePages.Alloc(Bytes);
    private readonly byte* _to = (byte*)LargePages.Alloc(Bytes);

    /// <summary>Takes the memory that is read and copied.</summary>
    /// <param name="threads">How many threads work at the same time.</param>
    public Machine(int threads)
    {
        _threads = threads;
        NativeMemory.Fill(_from, Bytes, 1);
        NativeMemory.Fill(_to, Bytes, 2);
    }

    // a multiple of eight rows for each thread
    private nuint Share => Bytes / (nuint)_threads / (8 * Row) * (8 * Row);

    public Rates All() => new(Gflops(), ReadGigabytes(), CopyGigabytes());

    /// <summary>Multiplications and additions in float, of all threads together.</summary>
    public double Gflops() => Best(static _ => 2.0 * Steps * Chains * (Vector512.IsHardwareAccelerated ? Multiply512() : Multiply256()));

    /// <summary>Bytes read in one stream a thread or in eight, with or without asking for them ahead, into the nearest cache or the next.</summary>
    public double ReadGigabytes() => Ways.Max(Best);

    /// <summary>Bytes read and written, with the best of the library's copy and ones with streaming stores, which ask for one stream ahead or for four.</summary>
    public double CopyGigabytes() =>
        Math.Max(Math.Max(Best(Copy), Best(StreamRows)), Math.Max(Best(thread => Stream(thread, 0)), Best(thread => Stream(thread, Ahead))));

    public void Dispose()
    {
        NativeMemory.AlignedFree(_from);
        NativeMemory.AlignedFree(_to);
    }

    private IEnumerable<Func<int, double>> Ways =>
    [
        thread => Read(thread, ahead: 0, isFar: false),
        thread => Read(thread, Ahead, isFar: false),
        thread => Read(thread, FarAhead, isFar: true),
        thread => ReadRows(thread, isFar: false),
        thread => ReadRows(thread, isFar: true),
    ];

    private double Read(int thread, int ahead, bool isFar)
    {
        Keep(Sum(_from + ((nuint)thread * Share), Share, ahead, isFar), 0);
        return Share;
    }

    private double ReadRows(int thread, bool isFar)
    {
        Keep(SumRows(_from + ((nuint)thread * Share), Share, isFar), 0);
        return Share;
    }

    private double Copy(int thread)
    {
        NativeMemory.Copy(_from + ((nuint)thread * Share), _to + ((nuint)thread * Share), Share);
        return 2.0 * Share;
    }

    private double Stream(int thread, int ahead)
    {
        Stream(_from + ((nuint)thread * Share), _to + ((nuint)thread * Share), Share, ahead);
        return 2.0 * Share;
    }

    private double StreamRows(int thread)
    {
        StreamRows(_from + ((nuint)thread * Share), _to + ((nuint)thread * Share), Share);
        return 2.0 * Share;
    }

    /// <summary>The best rate of several attempts; each starts all threads at once and ends with the last.</summary>
    private double Best(Func<int, double> work)
    {
        var best = 0.0;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var done = new double[_threads];
            using var start = new Barrier(_threads);
            var begun = 0L;
            var others = Enumerable.Range(1, _threads - 1).Select(i => new Thread(() => Part(i))).ToList();
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(byte* address, bool isFar)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        if (isFar)
        {
            Sse.Prefetch1(address);
        }
        else
        {
            Sse.Prefetch0(address);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum(byte* source, nuint bytes, int ahead, bool isFar)
    {
        Vector256<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (nuint i = 0; i < bytes; i += 256)
        {
            if (ahead > 0)
            {
                Fetch(source + i + ahead, isFar);
                Fetch(source + i + ahead + 64, isFar);
                Fetch(source + i + ahead + 128, isFar);
                Fetch(source + i + ahead + 192, isFar);
            }

            a += Vector256.Load((float*)(source + i));
            b += Vector256.Load((float*)(source + i + 32));
            c += Vector256.Load((float*)(source + i + 64));
            d += Vector256.Load((float*)(source + i + 96));
            e += Vector256.Load((float*)(source + i + 128));
            f += Vector256.Load((float*)(source + i + 160));
            g += Vector256.Load((float*)(source + i + 192));
            h += Vector256.Load((float*)(source + i + 224));
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float SumRows(byte* source, nuint bytes, bool isFar)
    {
        Vector256<float> a = default, b = default, c = default, d = default;
        var ahead = isFar ? FarAhead : AheadOfEight;
        for (nuint rows = 0; rows < bytes; rows += 8 * Row)
        {
            for (nuint i = 0; i < Row; i += 64)
            {
                var line = source + rows + i;
                for (var row = 0; row < 8; row += 2)
                {
                    var even = line + (row * Row);
                    var odd = even + Row;
                    Fetch(even + ahead, isFar);
                    Fetch(odd + ahead, isFar);
                    a += Vector256.Load((float*)even);
                    b += Vector256.Load((float*)(even + 32));
                    c += Vector256.Load((float*)odd);
                    d += Vector256.Load((float*)(odd + 32));
                }
            }
        }

        return Vector256.Sum(a + b + c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Stream(byte* source, byte* target, nuint bytes, int ahead)
    {
        for (nuint i = 0; i < bytes; i += 64)
        {
            if (ahead > 0 && Sse.IsSupported)
            {
                Sse.Prefetch0(source + i + ahead);
            }

            var (low, high) = (Vector256.LoadAligned(source + i), Vector256.LoadAligned(source + i + 32));
            low.StoreAlignedNonTemporal(target + i);
            high.StoreAlignedNonTemporal(target + i + 32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StreamRows(byte* source, byte* target, nuint bytes)
    {
        for (nuint row = 0; row < bytes; row += Row)
        {
            for (nuint i = 0; i < Row; i += 64)
            {
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(source + row + Row + (i / 64 % 4 * (Row / 4)) + (i / 256 * 64));
                }

                var (low, high) = (Vector256.LoadAligned(source + row + i), Vector256.LoadAligned(source + row + i + 32));
                low.StoreAlignedNonTemporal(target + row + i);
                high.StoreAlignedNonTemporal(target + row + i + 32);
            }
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
