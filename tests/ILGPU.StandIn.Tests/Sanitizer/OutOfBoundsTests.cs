using ILGPU.Runtime;
using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>Accesses outside views, views outside views, views that are not aligned.</summary>
public class OutOfBoundsTests
{
    [Fact]
    public void AnIndexOffByOneIsReported()
    {
        using var bench = new Bench();
        var arguments = new Arguments { X = bench.View<float>(64), N = 64 };

        var report = Assert.Single(bench.Reports<Arguments>(Shift, 1, 64, arguments with { Offset = 1 }));

        Assert.Equal(FaultKind.OutOfBounds, report.Kind);
        Assert.Equal(63, report.Thread);
        Assert.Equal(0, report.Group);
        Assert.Contains("element 64 of a view of 64", report.Message, StringComparison.Ordinal);
        Assert.Contains("global memory", report.Message, StringComparison.Ordinal);
        Assert.Equal("OutOfBoundsTests.Shift", report.Kernel);
        bench.Run<Arguments>(Shift, 1, 64, arguments);
    }

    [Fact]
    public void APlaceIsFileAndLine()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(Shift, 1, 64, new() { X = bench.View<float>(64), N = 64, Offset = 1 }));

        var line = File.ReadAllLines(TestFiles.Path("OutOfBoundsTests.cs")).ToList().FindIndex(static line => line.EndsWith("// line of the fault", StringComparison.Ordinal)) + 1;
        Assert.EndsWith($"OutOfBoundsTests.cs:{line}", report.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void ANegativeIndexIsReported()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(Shift, 1, 64, new() { X = bench.View<float>(64), N = 64, Offset = -1 }));

        Assert.Equal(0, report.Thread);
    }

    [Fact]
    public void SharedMemoryHasBounds()
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(WriteShared, 1, 65, new()));

        Assert.Equal(FaultKind.OutOfBounds, report.Kind);
        Assert.Contains("shared memory", report.Message, StringComparison.Ordinal);
        bench.Run<Arguments>(WriteShared, 1, 64, new());
    }

    [Fact]
    public void ASubViewHasBoundsOfItsOwn()
    {
        using var bench = new Bench();
        var arguments = new Arguments { X = bench.View<float>(64), Offset = 16, N = 15 };

        var report = Assert.Single(bench.Reports<Arguments>(WriteSubView, 1, 16, arguments));

        Assert.Equal(15, report.Thread);
        bench.Run<Arguments>(WriteSubView, 1, 16, arguments with { N = 16 });
    }

    [Theory]
    [InlineData(49, 16)]
    [InlineData(-1, 16)]
    [InlineData(64, 0)]
    [InlineData(0, -1)]
    public void ASubViewOutsideIsReported(int offset, int length)
    {
        using var bench = new Bench();

        var report = Assert.Single(bench.Reports<Arguments>(WriteSubView, 1, 1, new() { X = bench.View<float>(64), Offset = offset, N = length }));

        Assert.Equal(FaultKind.OutOfBounds, report.Kind);
        Assert.Contains("sub-view", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWholeLoadPastTheEndIsReported()
    {
        using var bench = new Bench();

        // 66 floats are 16 whole quads.
        var report = Assert.Single(bench.Reports<Arguments>(ReadQuads, 1, 17, new() { X = bench.View<float>(66) }));

        Assert.Equal(16, report.Thread);
        bench.Run<Arguments>(ReadQuads, 1, 16, new() { X = bench.View<float>(66) });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AViewThatIsNotAlignedIsReported(int offset)
    {
        using var bench = new Bench();
        var arguments = new Arguments { X = bench.View<float>(64), Offset = offset };

        var aligned = Assert.Single(bench.Reports<Arguments>(Align, 1, 1, arguments));
        var cast = Assert.Single(bench.Reports<Arguments>(Cast, 1, 1, arguments));

        Assert.Equal(FaultKind.Misaligned, aligned.Kind);
        Assert.Equal(FaultKind.Misaligned, cast.Kind);
        bench.Run<Arguments>(Align, 1, 1, arguments with { Offset = 4 });
        bench.Run<Arguments>(Cast, 1, 1, arguments with { Offset = 4 });
    }

    [Fact]
    public void AFreedBufferIsReported()
    {
        using var bench = new Bench();
        var buffer = bench.Accelerator.AllocateRaw(64, sizeof(float));
        var arguments = new Arguments { X = new(buffer, 0, 64), N = 64 };
        buffer.Dispose();

        var report = Assert.Single(bench.Reports<Arguments>(Shift, 1, 64, arguments));

        Assert.Contains("freed", report.Message, StringComparison.Ordinal);
    }

    private static void Shift(Arguments a)
    {
        var i = Group.IdxX;
        if (i < a.N)
            a.X[i + a.Offset] = 1; // line of the fault
    }

    private static void WriteShared(Arguments a)
    {
        var shared = SharedMemory.Allocate<int>(64);
        shared[Group.IdxX] = 1;
    }

    private static void WriteSubView(Arguments a)
    {
        var part = a.X.SubView(a.Offset, a.N);
        part[Group.IdxX] = 1;
    }

    private static void ReadQuads(Arguments a)
    {
        var quad = a.X.AsAligned(16).Cast<Quad>()[Group.IdxX];
        if (Group.IdxX == 15)
            a.X[64] = quad.A + quad.D;
    }

    private static void Align(Arguments a)
    {
        var part = a.X.SubView(a.Offset, 16).AsAligned(16);
        part[0] = 1;
    }

    private static void Cast(Arguments a)
    {
        var part = a.X.SubView(a.Offset, 16).Cast<Quad>();
        part[0] = new() { A = 1, B = 2, C = 3, D = 4 };
    }

    private struct Quad
    {
        public float A, B, C, D;
    }

    private record struct Arguments
    {
        public ArrayView<float> X;
        public int N, Offset;
    }
}
