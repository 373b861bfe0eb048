using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>Barriers: threads that come to different ones, and what a kernel keeps over them.</summary>
public class BarrierTests
{
    [Fact]
    public void ThreadsAtDifferentBarriersAreReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(TwoBarriers, 1, 4, new() { N = 2 }));

        Assert.Equal(FaultKind.DivergentBarrier, report.Kind);
        Assert.Equal(2, report.Thread);
        Assert.Contains("waits at the barrier", report.Message, StringComparison.Ordinal);
        bench.Run<Arguments>(TwoBarriers, 1, 4, new() { N = 4 });
    }

    [Fact]
    public void AThreadThatEndsWhileOthersWaitIsReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(SomeReturn, 1, 4, new() { N = 3 }));

        Assert.Equal(FaultKind.DivergentBarrier, report.Kind);
        Assert.Equal(3, report.Thread);
        Assert.Contains("has ended", report.Message, StringComparison.Ordinal);
        bench.Run<Arguments>(SomeReturn, 1, 4, new() { N = 4 });
    }

    [Fact]
    public void MoreRoundsThanOthersAreReported()
    {
        using var bench = new Bench();

        Assert.Equal(FaultKind.DivergentBarrier, Assert.Single(bench.Reports<Arguments>(Rounds, 1, 4, new() { N = 2 })).Kind);
    }

    [Fact]
    public void LocalsOutliveBarriers()
    {
        using var bench = new Bench();
        var y = bench.View<float>(8);

        bench.Run<Arguments>(KeepLocals, 1, 8, new() { Y = y, N = 5 });

        // Each adds its neighbours', five times, to a sum that begins with its own index.
        var expected = new float[8];
        for (var t = 0; t < 8; t++)
            expected[t] = t + Enumerable.Range(1, 5).Sum(round => ((t + 1) % 8 * 10) + round);

        Assert.Equal(expected, bench.Read(y));
    }

    [Fact]
    public void ABarrierMayBeInACalledMethod()
    {
        using var bench = new Bench();
        var y = bench.View<float>(8);

        bench.Run<Arguments>(SumTwice, 1, 8, new() { Y = y });

        Assert.Equal(Enumerable.Repeat(28f + 56f, 8), bench.Read(y));
    }

    private static void TwoBarriers(Arguments a)
    {
        if (Group.IdxX < a.N)
            Group.Barrier();
        else
            Group.Barrier();
    }

    private static void SomeReturn(Arguments a)
    {
        if (Group.IdxX >= a.N)
            return;

        Group.Barrier();
    }

    private static void Rounds(Arguments a)
    {
        for (var i = 0; i < a.N + (Group.IdxX / 2); i++)
            Group.Barrier();
    }

    private static void KeepLocals(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(8);
        var t = Group.IdxX;
        var pair = new Pair { A = t, B = t * 10 };
        for (var round = 1; round <= a.N; round++)
        {
            shared[t] = pair.B + round;
            Group.Barrier();
            pair.A += shared[(t + 1) % 8];
            Group.Barrier();
        }

        a.Y[t] = pair.A;
    }

    private static void SumTwice(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(8);
        var once = Sum(shared, Group.IdxX);
        Group.Barrier();
        var twice = Sum(shared, Group.IdxX * 2);
        a.Y[Group.IdxX] = once + twice;
    }

    private static float Sum(ArrayView<float> shared, float value)
    {
        shared[Group.IdxX] = value;
        Group.Barrier();
        var sum = 0f;
        for (var i = 0; i < Group.DimX; i++)
            sum += shared[i];

        return sum;
    }

    private struct Pair
    {
        public float A, B;
    }

    private record struct Arguments
    {
        public ArrayView<float> Y;
        public int N;
    }
}
