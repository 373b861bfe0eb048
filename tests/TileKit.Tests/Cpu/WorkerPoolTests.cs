using System.Runtime.CompilerServices;
using TileKit.Cpu;

namespace TileKit.Tests.Cpu;

public unsafe class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_unit_runs_exactly_once(int threads)
    {
        using var pool = new WorkerPool(threads);
        foreach (var units in new long[] { 0, 1, 2, 3, 100, 5000 })
        {
            for (var repeat = 0; repeat < 20; repeat++)
            {
                var counts = new int[units];
                fixed (int* pointer = counts)
                {
                    pool.Run(&Count, (nint)pointer, units, 256);
                }

                Assert.All(counts, count => Assert.Equal(1, count));
            }
        }
    }

    [Fact]
    public void Each_thread_has_the_same_units_in_each_launch()
    {
        using var pool = new WorkerPool(2);
        using var meeting = new Barrier(2);
        s_meeting = meeting;
        var threads = stackalloc int[4];
        for (var launch = 0; launch < 50; launch++)
        {
            pool.Run(&Meet, (nint)threads, 4, 0);

            var (own, other) = (Environment.CurrentManagedThreadId, threads[2]);
            Assert.NotEqual(own, other);
            Assert.Equal([own, own, other, other], new Span<int>(threads, 4).ToArray());
        }
    }

    [Fact]
    public void Launches_from_many_threads_do_not_disturb_each_other()
    {
        using var pool = new WorkerPool(3);
        Parallel.For(0, 8, _ =>
        {
            var counts = new int[64];
            fixed (int* pointer = counts)
            {
                for (var launch = 1; launch <= 500; launch++)
                {
                    pool.Run(&Count, (nint)pointer, counts.Length, 256);
                    Assert.All(counts, count => Assert.Equal(launch, count));
                }
            }
        });
    }

    [Fact]
    public void A_failure_reaches_the_caller_and_the_pool_goes_on()
    {
        using var pool = new WorkerPool(3);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var started = 0L;
            var state = (nint)(&started);
            var failure = Assert.Throws<InvalidOperationException>(() => pool.Run(&Fail, state, 100_000, 0));
            Assert.Equal("unit 7", failure.Message);
            Assert.InRange(started, 8, 100_000);

            var wrong = 0L;
            pool.Run(&CheckScratch, (nint)(&wrong), 40, 0);
            Assert.Equal(0, wrong);
        }
    }

    [Fact]
    public void Scratch_is_aligned_and_begins_with_zeros()
    {
        using var pool = new WorkerPool(2);
        foreach (var bytes in new long[] { 0, 64, 100_000, 1_000 })
        {
            var wrong = 0L;
            pool.Run(&CheckScratch, (nint)(&wrong), 40, bytes);
            Assert.Equal(0, wrong);
        }
    }

    [Fact]
    public void Warm_launches_allocate_nothing()
    {
        using var pool = new WorkerPool(2);
        var counts = new int[16];
        fixed (int* pointer = counts)
        {
            pool.Run(&Count, (nint)pointer, counts.Length, 4096);
            pool.Run(&Count, (nint)pointer, counts.Length, 4096);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                pool.Run(&Count, (nint)pointer, counts.Length, 4096);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void Workers_that_fell_asleep_wake_up()
    {
        using var pool = new WorkerPool(2);
        for (var i = 0; i < 5; i++)
        {
            var threads = new int[2];
            fixed (int* pointer = threads)
            {
                pool.Run(&WaitForEachOther, (nint)pointer, 2, 0);
            }

            Assert.NotEqual(threads[0], threads[1]);
            Thread.Sleep(5);
        }
    }

    [Fact]
    public void A_disposed_pool_refuses()
    {
        var pool = new WorkerPool(2);
        var counts = new int[4];
        fixed (int* pointer = counts)
        {
            pool.Run(&Count, (nint)pointer, 4, 0);
            pool.Dispose();
            pool.Dispose();
            var state = (nint)pointer;
            Assert.Throws<ObjectDisposedException>(() => pool.Run(&Count, state, 4, 0));
        }
    }

    private static Barrier? s_meeting;

    // none goes on to another unit before both have taken one
    private static void Meet(nint state, long unit, nint scratch)
    {
        s_meeting!.SignalAndWait();
        ((int*)state)[unit] = Environment.CurrentManagedThreadId;
    }

    private static void Count(nint state, long unit, nint scratch)
    {
        Interlocked.Increment(ref ((int*)state)[unit]);
        *(long*)scratch = unit;
    }

    private static void Fail(nint state, long unit, nint scratch)
    {
        Interlocked.Increment(ref *(long*)state);
        if (unit == 7)
        {
            throw new InvalidOperationException("unit 7");
        }
    }

    private static void CheckScratch(nint state, long unit, nint scratch)
    {
        // The first word tells whether this thread was here before in this launch.
        var seen = (long*)scratch;
        if (scratch % 64 != 0 || (*seen != 0 && *seen != 42))
        {
            Interlocked.Increment(ref *(long*)state);
        }

        *seen = 42;
    }

    private static void WaitForEachOther(nint state, long unit, nint scratch)
    {
        // Returns only if two threads run the two units at the same time.
        Volatile.Write(ref ((int*)state)[unit], Environment.CurrentManagedThreadId);
        SpinWait.SpinUntil(() => Volatile.Read(ref ((int*)state)[1 - unit]) != 0);
    }
}
