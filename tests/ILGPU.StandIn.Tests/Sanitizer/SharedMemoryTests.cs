using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>Shared memory: what was not written, and what is written without a barrier.</summary>
public class SharedMemoryTests
{
    [Fact]
    public void ARemovedBarrierIsReported()
    {
        using var bench = new Bench();
        var y = bench.View<float>(64);

        var reports = bench.Reports<Arguments>(ReverseWithoutBarrier, 2, 32, new() { X = bench.View<float>(64), Y = y });

        Assert.Contains(reports, static report => report.Kind is FaultKind.Race);
        Assert.All(reports, static report => Assert.Contains("SharedMemoryTests.cs:", report.Where, StringComparison.Ordinal));
    }

    [Fact]
    public void WithTheBarrierItIsRight()
    {
        using var bench = new Bench();
        var x = Enumerable.Range(0, 64).Select(static i => (float)i).ToArray();
        var y = bench.View<float>(64);

        bench.Run<Arguments>(Reverse, 2, 32, new() { X = bench.View(x), Y = y });

        Assert.Equal(x[..32].Reverse().Concat(x[32..].Reverse()), bench.Read(y));
    }

    [Fact]
    public void WhatNothingWroteIsReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(ReadOneTooMany, 2, 32, new() { Y = bench.View<float>(64) }));

        Assert.Equal(FaultKind.Uninitialised, report.Kind);
        Assert.Equal(31, report.Thread);
    }

    [Fact]
    public void AnotherGroupDoesNotInitialise()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(FirstGroupWrites, 2, 1, new() { Y = bench.View<float>(2) }));

        Assert.Equal(FaultKind.Uninitialised, report.Kind);
        Assert.Equal(1, report.Group);
        bench.Run<Arguments>(FirstGroupWrites, 1, 1, new() { Y = bench.View<float>(2) });
    }

    [Fact]
    public void AnEarlierLaunchDoesNotInitialise()
    {
        using var bench = new Bench();
        var arguments = new Arguments { Y = bench.View<float>(2), Flag = true };
        var kernel = Runtime.KernelLoaders.LoadKernel<Arguments>(bench.Accelerator, OnlyOnFlag);
        using var stream = bench.Accelerator.CreateStream();
        kernel(stream, new(1, 1), arguments);

        Assert.Throws<SanitizerException>(() => kernel(stream, new(1, 1), arguments with { Flag = false }));
        kernel(stream, new(1, 1), arguments);
    }

    [Fact]
    public void AWriteOfTheSameValueIsAWrite()
    {
        using var bench = new Bench();

        var reports = bench.Reports<Arguments>(AllWriteTheSame, 1, 2, new());

        Assert.Equal(FaultKind.Race, Assert.Single(reports).Kind);
    }

    [Fact]
    public void AWriteAloneIsNoRead()
    {
        using var bench = new Bench();

        bench.Run<Arguments>(WriteOnly, 1, 32, new());
    }

    [Fact]
    public void AWriteAfterAReadNeedsABarrier()
    {
        using var bench = new Bench();
        var y = bench.View<float>(32);

        var reports = bench.Reports<Arguments>(RotateTwice, 1, 32, new() { Y = y });

        Assert.Contains(reports, static report => report.Kind == FaultKind.Race);
        bench.Run<Arguments>(RotateTwice, 1, 32, new() { Y = y, Flag = true });
    }

    [Fact]
    public void AReadOfManyThreadsThenAWriteOfTheFirstIsARace()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(LastWritesWhatAllRead, 1, 4, new() { Y = bench.View<float>(4) }));

        Assert.Equal(FaultKind.Race, report.Kind);
        Assert.Contains("thread 0", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PartsOfAnElementAreApart()
    {
        using var bench = new Bench();
        var y = bench.View<float>(4);

        bench.Run<Arguments>(FieldsApart, 1, 4, new() { Y = y });

        Assert.Equal([0f, 1, 2, 3], bench.Read(y));
    }

    [Fact]
    public void ACastShowsTheSameMemory()
    {
        using var bench = new Bench();

        var reports = bench.Reports<Arguments>(WriteWholeReadParts, 1, 8, new() { Y = bench.View<float>(8) });

        Assert.Contains(reports, static report => report.Kind == FaultKind.Race);
        bench.Run<Arguments>(WriteWholeReadParts, 1, 8, new() { Y = bench.View<float>(8), Flag = true });
    }

    [Fact]
    public void BytesAreApartToo()
    {
        using var bench = new Bench();

        bench.Run<Arguments>(WriteBytes, 1, 64, new());
    }

    [Fact]
    public void MoreThanTheDeviceHasIsReported()
    {
        using var bench = new Bench(new() { SharedBytesPerGroup = 256 });
        using var small = new Bench(new() { SharedBytesPerGroup = 255 });

        bench.Run<Arguments>(WriteBytes, 1, 64, new());
        bench.Run<Arguments>(WriteOnly, 1, 32, new());
        var report = Assert.Single(small.Reports<Arguments>(WriteBytes, 1, 64, new()));

        Assert.Equal(FaultKind.SharedMemory, report.Kind);
    }

    private static void Reverse(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(32);
        var t = Group.IdxX;
        var first = Grid.IdxX * 32;
        shared[t] = a.X[first + t];
        Group.Barrier();
        a.Y[first + t] = shared[31 - t];
    }

    private static void ReverseWithoutBarrier(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(32);
        var t = Group.IdxX;
        var first = Grid.IdxX * 32;
        shared[t] = a.X[first + t];
        a.Y[first + t] = shared[31 - t];
    }

    private static void ReadOneTooMany(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(33);
        var t = Group.IdxX;
        shared[t] = t;
        Group.Barrier();
        a.Y[(Grid.IdxX * 32) + t] = shared[t + 1];
    }

    private static void FirstGroupWrites(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(1);
        if (Grid.IdxX == 0)
            shared[0] = 1;

        Group.Barrier();
        a.Y[Grid.IdxX] = shared[0];
    }

    private static void OnlyOnFlag(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(1);
        if (a.Flag)
            shared[0] = 1;

        a.Y[0] = shared[0];
    }

    private static void AllWriteTheSame(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(1);
        shared[0] = 0;
    }

    private static void WriteOnly(Arguments a)
    {
        var shared = SharedMemory.Allocate<Pair>(32);
        shared[Group.IdxX] = new() { A = 0, B = 0 };
    }

    private static void RotateTwice(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(32);
        var t = Group.IdxX;
        shared[t] = t;
        Group.Barrier();
        var value = shared[(t + 1) % 32];
        if (a.Flag)
            Group.Barrier();

        shared[t] = value;
        Group.Barrier();
        a.Y[t] = shared[(t + 1) % 32];
    }

    private static void LastWritesWhatAllRead(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(1);
        if (Group.IdxX == 0)
            shared[0] = 1;

        Group.Barrier();
        a.Y[Group.IdxX] = shared[0];
        if (Group.IdxX == 3)
            shared[0] = 2;
    }

    private static void FieldsApart(Arguments a)
    {
        var shared = SharedMemory.Allocate<Pair>(2);
        var t = Group.IdxX;
        if (t % 2 == 0)
            shared[t / 2].A = t;
        else
            shared[t / 2].B = t;

        Group.Barrier();
        a.Y[t] = t % 2 == 0 ? shared[t / 2].A : shared[t / 2].B;
    }

    private static void WriteWholeReadParts(Arguments a)
    {
        var shared = SharedMemory.Allocate<float>(8);
        var t = Group.IdxX;
        if (t % 2 == 0)
            shared.Cast<Pair>()[t / 2] = new() { A = t, B = t + 1 };

        if (a.Flag)
            Group.Barrier();

        a.Y[t] = shared[t];
    }

    private static void WriteBytes(Arguments a)
    {
        var shared = SharedMemory.Allocate<int>(64);
        shared.Cast<sbyte>()[Group.IdxX] = 1;
        Group.Barrier();
        shared[Group.IdxX] = 2;
    }

    private struct Pair
    {
        public float A, B;
    }

    private record struct Arguments
    {
        public ArrayView<float> X, Y;
        public bool Flag;
    }
}
