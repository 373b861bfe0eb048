using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>Elements of two bytes: alone, and several at a time.</summary>
public class SmallElementTests
{
    [Fact]
    public void ElementsOfTwoBytesAreApart()
    {
        using var bench = new Bench();
        var y = bench.View<ushort>(64);

        bench.Run<Arguments>(Alone, 2, 32, new() { Y = y });

        Assert.Equal(Enumerable.Range(0, 64).Select(static i => (ushort)(0xFFFF - 31 + (i % 32))), bench.Read(y));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void ACastTakesSeveral(int bytes)
    {
        using var bench = new Bench();
        var x = Enumerable.Range(0, 256).Select(static i => (ushort)(i * 257)).ToArray();
        var y = bench.View<ushort>(256);

        bench.Run<Arguments>(Copy, 1, 32, new() { X = bench.View(x), Y = y, Bytes = bytes });

        Assert.Equal(x, bench.Read(y));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void AWriteOfSeveralRacesWithAReadOfOne(int bytes)
    {
        using var bench = new Bench();
        var arguments = new Arguments { Y = bench.View<ushort>(128), Bytes = bytes };

        var reports = bench.Reports<Arguments>(WriteManyReadOne, 1, 32, arguments);

        Assert.Contains(reports, static report => report.Kind == FaultKind.Race);
        bench.Run<Arguments>(WriteManyReadOne, 1, 32, arguments with { Barrier = true });
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(4, 3)]
    [InlineData(8, 1)]
    [InlineData(8, 2)]
    [InlineData(8, 6)]
    public void AMisalignedCastIsReported(int bytes, int start)
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(CastFrom, 1, 1, new() { Bytes = bytes, Start = start }));

        Assert.Equal(FaultKind.Misaligned, report.Kind);
        bench.Run<Arguments>(CastFrom, 1, 1, new() { Bytes = bytes, Start = start * 4 });
    }

    [Fact]
    public void ACastCutsOffTheRest()
    {
        using var bench = new Bench();

        Assert.Equal(FaultKind.OutOfBounds, Assert.Single(bench.Reports<Arguments>(LastOfThirteen, 1, 1, new() { Start = 3 })).Kind);
        bench.Run<Arguments>(LastOfThirteen, 1, 1, new() { Start = 2 });
    }

    [Fact]
    public void TwoBytesThatNothingWroteAreReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(ReadOneTooMany, 1, 3, new() { Y = bench.View<ushort>(16) }));

        Assert.Equal((FaultKind.Uninitialised, 2), (report.Kind, report.Thread));
    }

    private static void Alone(Arguments a)
    {
        var shared = SharedMemory.Allocate<ushort>(32);
        var t = Group.IdxX;
        shared[t] = (ushort)(0xFFFF - t);
        Group.Barrier();
        a.Y[(Grid.IdxX * 32) + t] = shared[31 - t];
    }

    private static void Copy(Arguments a)
    {
        // Eight elements a thread, in by two, four or eight bytes and out by another of these.
        var shared = SharedMemory.Allocate<ushort>(256);
        var t = Group.IdxX;
        if (a.Bytes == 2)
        {
            for (var i = 0; i < 8; i++)
                shared[(8 * t) + i] = a.X[(8 * t) + i];
        }
        else if (a.Bytes == 4)
        {
            for (var i = 0; i < 4; i++)
                shared.Cast<int>()[(4 * t) + i] = a.X.Cast<int>()[(4 * t) + i];
        }
        else
        {
            for (var i = 0; i < 2; i++)
                shared.Cast<Four>()[(2 * t) + i] = a.X.Cast<Four>()[(2 * t) + i];
        }

        Group.Barrier();
        var u = 31 - t;
        for (var i = 0; i < 4; i++)
        {
            if (a.Bytes == 2)
                a.Y.Cast<int>()[(4 * u) + i] = shared.Cast<int>()[(4 * u) + i];
            else if (a.Bytes == 4 && i < 2)
                a.Y.Cast<Four>()[(2 * u) + i] = shared.Cast<Four>()[(2 * u) + i];
            else if (a.Bytes == 8)
                CopyTwo(a.Y, shared, (8 * u) + (2 * i));
        }
    }

    private static void CopyTwo(ArrayView<ushort> y, ArrayView<ushort> x, int index)
    {
        y[index] = x[index];
        y[index + 1] = x.SubView(index + 1, 1)[0];
    }

    private static void WriteManyReadOne(Arguments a)
    {
        var shared = SharedMemory.Allocate<ushort>(128);
        var t = Group.IdxX;
        if (a.Bytes == 2)
            shared[t] = 1;
        else if (a.Bytes == 4)
            shared.Cast<int>()[t] = 1;
        else
            shared.Cast<Four>()[t] = new() { A = 1, B = 2, C = 3, D = 4 };

        if (a.Barrier)
            Group.Barrier();

        var last = (a.Bytes / 2 * ((t + 1) % 32)) + (a.Bytes / 2) - 1;
        a.Y[t] = shared[last];
    }

    private static void CastFrom(Arguments a)
    {
        var view = SharedMemory.Allocate<ushort>(64).SubView(a.Start);
        if (a.Bytes == 4)
            view.Cast<int>()[0] = 1;
        else
            view.Cast<Four>()[0] = new() { A = 1 };
    }

    private static void LastOfThirteen(Arguments a) => SharedMemory.Allocate<ushort>(13).Cast<Four>()[a.Start] = new() { A = 1 };

    private static void ReadOneTooMany(Arguments a)
    {
        var shared = SharedMemory.Allocate<ushort>(8);
        if (Group.IdxX < 2)
            shared.Cast<int>()[Group.IdxX] = 1;

        Group.Barrier();
        a.Y[2 * Group.IdxX] = shared[2 * Group.IdxX];
    }

    private struct Four
    {
        public ushort A, B, C, D;
    }

    private record struct Arguments
    {
        public ArrayView<ushort> X, Y;
        public int Bytes, Start;
        public bool Barrier;
    }
}
