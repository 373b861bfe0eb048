using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>Races in global memory: between threads of a group, and between groups.</summary>
public class GlobalMemoryTests
{
    [Fact]
    public void TwoThreadsThatWriteOneElementAreReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(WriteHalf, 1, 8, new() { X = bench.View<float>(8), N = 2 }));

        Assert.Equal(FaultKind.Race, report.Kind);
        Assert.Equal(1, report.Thread);
        bench.Run<Arguments>(WriteHalf, 1, 8, new() { X = bench.View<float>(8), N = 1 });
    }

    [Fact]
    public void TwoGroupsThatWriteOneElementAreReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(WriteByGroup, 4, 1, new() { X = bench.View<float>(8), N = 2 }));

        Assert.Equal(FaultKind.Race, report.Kind);
        Assert.Equal(1, report.Group);
        Assert.Contains("group 0", report.Message, StringComparison.Ordinal);
        bench.Run<Arguments>(WriteByGroup, 4, 1, new() { X = bench.View<float>(8), N = 1 });
    }

    [Fact]
    public void AGroupThatReadsWhatAnotherWritesIsReported()
    {
        using var bench = new Bench();

        var later = Assert.Single(bench.Reports<Arguments>(ReadPrevious, 4, 1, new() { X = bench.View<float>(8), N = -1 }));
        var earlier = Assert.Single(bench.Reports<Arguments>(ReadPrevious, 4, 1, new() { X = bench.View<float>(8), N = 1 }));

        Assert.Equal(FaultKind.Race, later.Kind);
        Assert.Contains("reads", later.Message, StringComparison.Ordinal);
        Assert.Equal(FaultKind.Race, earlier.Kind);
        Assert.Contains("writes", earlier.Message, StringComparison.Ordinal);
        bench.Run<Arguments>(ReadPrevious, 4, 1, new() { X = bench.View<float>(8), N = 0 });
    }

    [Fact]
    public void AReadOfAGroupLongAgoIsNotForgotten()
    {
        using var bench = new Bench();

        // Groups 0 and 2 read the element, 2 writes it: only the read of group 0 is wrong.
        var report = Assert.Single(bench.Reports<Arguments>(ReadThenWriteLast, 3, 1, new() { X = bench.View<float>(8), N = 2 }));

        Assert.Contains("group 0", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABarrierSeparatesThreadsOfAGroup()
    {
        using var bench = new Bench();
        var x = bench.View<float>(32);

        bench.Run<Arguments>(ThroughGlobalMemory, 1, 32, new() { X = x, N = 1 });

        Assert.All(
            bench.Reports<Arguments>(ThroughGlobalMemory, 1, 32, new() { X = x, N = 0 }),
            static report => Assert.Equal(FaultKind.Race, report.Kind));
    }

    [Fact]
    public void LaunchesAreSeparate()
    {
        using var bench = new Bench();
        var x = bench.View<float>(8);

        for (var shift = 0; shift < 3; shift++)
            bench.Run<Arguments>(WriteShifted, 8, 1, new() { X = x, N = shift });
    }

    [Fact]
    public void AtomicOperationsDoNotRaceWithOneAnother()
    {
        using var bench = new Bench();
        var x = bench.View<float>(1);

        bench.Run<Arguments>(Count, 4, 8, new() { X = x });

        Assert.Equal([32f], bench.Read(x));
        Assert.NotEmpty(bench.Reports<Arguments>(Count, 4, 8, new() { X = x, N = 1 }));
    }

    private static void WriteHalf(Arguments a) => a.X[Group.IdxX / a.N] = 0;

    private static void WriteByGroup(Arguments a) => a.X[Grid.IdxX / a.N] = 0;

    private static void ReadPrevious(Arguments a)
    {
        a.X[Grid.IdxX] = a.X[Math.Max(0, Math.Min(Grid.IdxX + a.N, Grid.DimX - 1))];
    }

    private static void ReadThenWriteLast(Arguments a)
    {
        if (Grid.IdxX == 1)
            return;

        var value = a.X[0];
        if (Grid.IdxX == a.N)
            a.X[0] = value;
        else
            a.X[1] = value;
    }

    private static void ThroughGlobalMemory(Arguments a)
    {
        var t = Group.IdxX;
        a.X[t] = t;
        if (a.N > 0)
            Group.Barrier();

        var value = a.X[31 - t];
        Group.Barrier();
        a.X[t] = value;
    }

    private static void WriteShifted(Arguments a) => a.X[(Grid.IdxX + a.N) % 8] = a.N;

    private static void Count(Arguments a)
    {
        Atomic.Add(ref a.X[0], 1);
        if (a.N > 0 && Group.IdxX == 3)
            a.X[0] = 1;
    }

    private record struct Arguments
    {
        public ArrayView<float> X;
        public int N;
    }
}
