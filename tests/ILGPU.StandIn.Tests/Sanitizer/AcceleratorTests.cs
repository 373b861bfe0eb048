using ILGPU.Runtime;
using ILGPU.Sanitizer;

namespace ILGPU.StandIn.Tests;

/// <summary>Accelerators and their buffers: limits, what is left behind, what is over.</summary>
public class AcceleratorTests
{
    [Fact]
    public void AFullDeviceAllocatesNothingMore()
    {
        using var bench = new Bench(new() { MemoryBytes = 1024 });
        var first = bench.Accelerator.AllocateRaw(128, 4);

        Assert.Throws<InsufficientMemoryException>(() => bench.Accelerator.AllocateRaw(129, 4));

        Assert.Equal(1, bench.Accelerator.LiveBuffers());
        bench.Accelerator.AllocateRaw(128, 4).Dispose();
        first.Dispose();
        Assert.Equal(0, bench.Accelerator.LiveBuffers());
        bench.Accelerator.AllocateRaw(256, 4).Dispose();
    }

    [Fact]
    public void BuffersGoWithTheAccelerator()
    {
        using var bench = new Bench();
        var buffer = bench.Accelerator.AllocateRaw(4, 4);

        bench.Accelerator.Dispose();

        Assert.True(buffer.IsDisposed);
        Assert.Equal(0, bench.Accelerator.LiveBuffers());
        Assert.Throws<ObjectDisposedException>(() => bench.Accelerator.AllocateRaw(4, 4));
        Assert.Throws<ObjectDisposedException>(() => bench.Read(new ArrayView<float>(buffer, 0, 4)));
    }

    [Fact]
    public void NewMemoryHoldsNothingUseful()
    {
        using var bench = new Bench();

        Assert.All(bench.Read(new ArrayView<float>(bench.Accelerator.AllocateRaw(4, 4), 0, 4)), static value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void AGroupThatIsTooLargeIsNotLaunched()
    {
        using var bench = new Bench(new() { ThreadsPerGroup = 64 });

        Assert.Throws<NotSupportedException>(() => bench.Run<Arguments>(Fill, 1, 65, new() { X = bench.View<float>(65) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Run<Arguments>(Fill, 0, 64, default));
    }

    [Fact]
    public void AfterAReportTheAcceleratorWorks()
    {
        using var bench = new Bench();
        var x = bench.View<float>(8);
        for (var i = 0; i < 3; i++)
        {
            bench.Reports<Arguments>(Fill, 1, 9, new() { X = x });
            bench.Run<Arguments>(Fill, 1, 8, new() { X = x });
        }

        Assert.Equal(Enumerable.Repeat(1f, 8), bench.Read(x));
    }

    [Fact]
    public void OutsideAKernelThereIsNoGroup()
    {
        Assert.Throws<InvalidKernelOperationException>(static () => Group.IdxX);
        Assert.Throws<InvalidKernelOperationException>(Group.Barrier);
        Assert.Throws<InvalidKernelOperationException>(static () => SharedMemory.Allocate<float>(1).Length);
    }

    [Fact]
    public void ViewsWorkOutsideAKernelToo()
    {
        using var bench = new Bench();
        var view = bench.View<float>(8).SubView(4);

        view[0] = 2;

        Assert.Equal(2, view[0]);
        Assert.Equal(FaultKind.OutOfBounds, Assert.Single(Assert.Throws<SanitizerException>(() => view[4]).Reports).Kind);
    }

    [Fact]
    public void AViewStaysInItsBuffer()
    {
        using var bench = new Bench();
        var buffer = bench.Accelerator.AllocateRaw(8, 4);

        Assert.Throws<SanitizerException>(() => new ArrayView<float>(buffer, 1, 8));
        Assert.Throws<SanitizerException>(() => buffer.MemSet(bench.Accelerator.CreateStream(), 0, 16, 17));
    }

    private static void Fill(Arguments a) => a.X[Group.IdxX] = 1;

    private struct Arguments
    {
        public ArrayView<float> X;
    }
}
