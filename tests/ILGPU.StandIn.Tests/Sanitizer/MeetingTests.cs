using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>Where warps meet: what a meeting does not order, who has to come, and what a kernel keeps.</summary>
public class MeetingTests
{
    [Fact]
    public void AMeetingOrdersNoMemory()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        var reports = bench.Reports<Arguments>(WriteMeetRead, 1, 64, new() { Y = y });

        var report = Assert.Single(reports);
        Assert.Equal(FaultKind.Race, report.Kind);
        bench.Run<Arguments>(WriteMeetRead, 1, 64, new() { Y = y, N = 1 });
    }

    [Fact]
    public void AReadBeforeAMeetingAndAWriteBehindItRace()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        Assert.Equal(FaultKind.Race, Assert.Single(bench.Reports<Arguments>(ReadShuffleWrite, 1, 64, new() { Y = y })).Kind);
        bench.Run<Arguments>(ReadShuffleWrite, 1, 64, new() { Y = y, N = 1 });
    }

    [Fact]
    public void OwnMemoryOutlivesAMeeting()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(OwnElement, 1, 64, new() { Y = y });

        Assert.Equal(Enumerable.Range(0, 64).Select(static t => (float)(t + (t ^ 1))), bench.Read(y));
    }

    [Fact]
    public void ThreadsAtDifferentShufflesAreReported()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        var report = Assert.Single(bench.Reports<Arguments>(TwoShuffles, 1, 64, new() { Y = y, N = 2 }));

        Assert.Equal((FaultKind.DivergentBarrier, 2), (report.Kind, report.Thread));
        Assert.Contains("waits for its warp at", report.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("barrier", report.Message, StringComparison.Ordinal);
        Assert.Contains("MeetingTests.cs:", report.Where, StringComparison.Ordinal);
        bench.Run<Arguments>(TwoShuffles, 1, 64, new() { Y = y, N = 64 });
    }

    [Fact]
    public void AWarpThatWaitsWhileAnotherHasEndedIsReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(FirstWarpOnly, 1, 64, new() { Y = bench.View<float>(64) }));

        Assert.Equal((FaultKind.DivergentBarrier, 32), (report.Kind, report.Thread));
        Assert.StartsWith("has ended, while thread 0 waits for its warp at", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABarrierIsNoMeeting()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(SomeAtABarrier, 1, 64, new() { Y = bench.View<float>(64) }));

        Assert.Equal((FaultKind.DivergentBarrier, 32), (report.Kind, report.Thread));
        Assert.Matches("waits at the barrier of .* while thread 0 waits for its warp at", report.Message);
    }

    [Fact]
    public void ABarrierBetweenPutAndMeetChangesNothing()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(PutWaitMeetWaitGet, 1, 64, new() { Y = y });

        Assert.Equal(Enumerable.Range(0, 64).Select(static t => (float)((t / 32 * 32) + 5)), bench.Read(y));
    }

    [Fact]
    public void LocalsOutliveMeetings()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(KeepLocals, 1, 64, new() { Y = y, N = 5 });

        Assert.Equal(Enumerable.Range(0, 64).Select(static t => t + Enumerable.Range(1, 5).Sum(round => ((t ^ 1) * 10f) + round)), bench.Read(y));
    }

    [Fact]
    public void AMeetingThatIsJumpedToKeepsTheEvaluationStack()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(JumpsToMeeting, 1, 64, new() { Y = y, N = 40 });

        Assert.Equal(Enumerable.Range(0, 64).Select(static t => t + (t < 32 ? 1f : 41f)), bench.Read(y));
    }

    [Fact]
    public void OutsideAKernelThereIsNoWarp()
    {
        Assert.Throws<InvalidKernelOperationException>(static () => Warp.LaneIdx);
        Assert.Throws<InvalidKernelOperationException>(static () => Warp.Shuffle(1, 0));
        Assert.Throws<InvalidKernelOperationException>(Warp.Meet);
        Assert.Throws<InvalidKernelOperationException>(static () => Warp.Get<int>(0));
    }

    private static void WriteMeetRead(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(64);
        var t = Group.IdxX;
        shared[t] = t;
        Warp.Meet();
        if (a.N > 0)
            Group.Barrier();

        a.Y[t] = shared[t ^ 1];
    }

    private static void ReadShuffleWrite(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(64);
        var t = Group.IdxX;
        shared[t] = t;
        Group.Barrier();
        var value = Warp.Shuffle(shared[t ^ 1], 0);
        if (a.N > 0)
            Group.Barrier();

        shared[t] = value;
    }

    private static void OwnElement(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(64);
        var t = Group.IdxX;
        shared[t] = t;
        var other = Warp.ShuffleXor(shared[t], 1);
        shared[t] += other;
        Warp.Meet();
        a.Y[t] = shared[t];
    }

    private static void TwoShuffles(Arguments a)
    {
        float value = Group.IdxX;
        if (Group.IdxX < a.N)
            value = Warp.Shuffle(value, 0);
        else
            value = Warp.Shuffle(value, 1);

        a.Y[Group.IdxX] = value;
    }

    private static void FirstWarpOnly(Arguments a)
    {
        if (Warp.WarpIdx > 0)
            return;

        var value = Warp.Shuffle(1f, 0);
        a.Y[Group.IdxX] = value;
    }

    private static void SomeAtABarrier(Arguments a)
    {
        if (Warp.WarpIdx > 0)
            Group.Barrier();
        else
            Warp.Meet();
    }

    private static void PutWaitMeetWaitGet(Arguments a)
    {
        Warp.Put((float)Group.IdxX);
        Group.Barrier();
        Warp.Meet();
        Group.Barrier();
        a.Y[Group.IdxX] = Warp.Get<float>(5);
    }

    private static void KeepLocals(Arguments a)
    {
        var t = Group.IdxX;
        var pair = new Pair { A = t, B = t * 10 };
        for (var round = 1; round <= a.N; round++)
        {
            var other = Warp.ShuffleXor(new Pair { A = -1, B = pair.B + round }, 1);
            pair.A += other.B;
        }

        a.Y[t] = pair.A;
    }

    private static void JumpsToMeeting(Arguments a)
    {
        var sum = Group.IdxX + First(a.N);
        a.Y[Group.IdxX] = sum;
    }

    private static float First(int n)
    {
        Warp.Put(1f);
        if (Warp.WarpIdx > 0)
            Warp.Put(n + 1f);

        Warp.Meet();
        return Warp.Get<float>(0);
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
