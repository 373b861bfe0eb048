using TileKit.Tuning;

namespace TileKit.Ilgpu.Tests;

public class LaunchTests
{
    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void EveryVariantComputesTheSame(IlgpuBackend backend)
    {
        TileSelector[] selectors =
            [TileSelector.CostModel, TileSelector.Fixed(("B", 64)), TileSelector.Fixed(("B", 128)), TileSelector.Fixed(("other", 3))];
        foreach (var selector in selectors)
        {
            using var device = TestDevices.Create(backend, selector);
            foreach (var length in (int[])[1, 63, 64, 65, 300])
            {
                var data = Enumerable.Range(0, length).Select(static i => (float)i).ToArray();
                using var x = device.Upload<float>(data, length);
                using var y = device.Allocate<float>(length);
                ScaleProgram.Launch(device, ScaleProgram.Kernel(), x, y, 2);
                Assert.Equal(data.Select(static v => 2 * v), y.ToArray());
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void WithoutInstancesNothingIsLaunched(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        using var x = device.Allocate<float>(0);
        ScaleProgram.Launch(device, ScaleProgram.BrokenKernel(), x, x, 2);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void AKernelThatDoesNotCompileIsNamedAndTheDeviceStaysUsable(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        using var x = device.Upload<float>([1, 2, 3], 3);
        using var y = device.Upload<float>([7, 8, 9], 3);
        var good = ScaleProgram.Kernel();
        for (var i = 0; i < 2; i++)
        {
            var error = Assert.Throws<InvalidOperationException>(() => ScaleProgram.Launch(device, ScaleProgram.BrokenKernel(), x, y, 2));
            Assert.Contains("Scale: the GPU kernel (B 64, N", error.Message, StringComparison.Ordinal);
            Assert.Contains("groups of 64 threads, 0 bytes of shared memory", error.Message, StringComparison.Ordinal);
            Assert.Contains(device.Name, error.Message, StringComparison.Ordinal);
            Assert.NotNull(error.InnerException);
            Assert.Equal(i == 0 ? [7, 8, 9] : [2f, 4, 6], y.ToArray());

            ScaleProgram.Launch(device, good, x, y, 2);
            Assert.Equal([2, 4, 6], y.ToArray());
        }

        Assert.Equal(2, device.LiveBuffers);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void ADeviceWithTooLittleSharedMemoryIsReported(IlgpuBackend backend)
    {
        using var whole = TestDevices.Create(backend);
        using var device = IlgpuDevice.Create(
            new SharedAccelerator(whole.Accelerator.Accelerator, null), whole.Profile with { SharedBytesPerGroup = 300 }, null);
        using var x = device.Upload<float>([1, 2, 3], 3);

        // one of two variants still fits
        ScaleProgram.Launch(device, ScaleProgram.Kernel(), x, x, 2);
        Assert.Equal([2, 4, 6], x.ToArray());

        var error = Assert.Throws<NotSupportedException>(() => ScaleProgram.Launch(device, ScaleProgram.Kernel(sharedBytes: 1000), x, x, 2));
        Assert.Contains("Scale: its smallest GPU kernel for these extents (B 64, N", error.Message, StringComparison.Ordinal);
        Assert.Contains("1000 bytes of shared memory", error.Message, StringComparison.Ordinal);
        Assert.Contains("300 bytes of shared memory", error.Message, StringComparison.Ordinal);
        Assert.Contains(device.Name, error.Message, StringComparison.Ordinal);
        Assert.Equal([2, 4, 6], x.ToArray());
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void AnExtentBeyondAllVariantsIsReported(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        using var x = device.Allocate<float>(200);
        var error = Assert.Throws<ArgumentException>(() => ScaleProgram.Launch(device, ScaleProgram.Kernel(largest: 199), x, x, 2));
        Assert.Equal("N", error.ParamName);
        Assert.Contains("Scale: expected N of at most 199", error.Message, StringComparison.Ordinal);
        Assert.Contains("it is 200", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void FixedSizesThatNoVariantHasAreReported(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend, TileSelector.Fixed(("B", 48)));
        using var x = device.Allocate<float>(200);
        var error = Assert.Throws<ArgumentException>(() => ScaleProgram.Launch(device, ScaleProgram.Kernel(), x, x, 2));
        Assert.Equal("B", error.ParamName);
        Assert.Contains("B 64; B 128", error.Message, StringComparison.Ordinal);
        Assert.Contains("B 48", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void ThreadsLaunchAtTheSameTime(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        var kernel = ScaleProgram.Kernel();
        Parallel.For(0, 8, i =>
        {
            using var x = device.Upload<float>(Enumerable.Repeat((float)i, 100).ToArray(), 100);
            using var y = device.Allocate<float>(100);
            for (var repeat = 1; repeat < 4; repeat++)
            {
                ScaleProgram.Launch(device, kernel, x, y, repeat);
                Assert.All(y.ToArray(), value => Assert.Equal(i * repeat, value));
            }
        });
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void TensorsMayGoRightAfterALaunch(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        using var y = device.Allocate<float>(1000);
        for (var i = 1; i < 10; i++)
        {
            using (var x = device.Upload<float>(Enumerable.Repeat((float)i, 1000).ToArray(), 1000))
            {
                ScaleProgram.Launch(device, ScaleProgram.Kernel(), x, y, 2);
            }

            Assert.All(y.ToArray(), value => Assert.Equal(2 * i, value));
        }
    }

    [Fact]
    public void ADisposedDeviceRefusesLaunches()
    {
        var device = TestDevices.Create(IlgpuBackend.Debugger);
        using var x = device.Upload<float>([1], 1);
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ScaleProgram.Launch(device, ScaleProgram.Kernel(), x, x, 2));
    }

    [Fact]
    public void ChoosingAgainAllocatesNothing()
    {
        using var device = TestDevices.Create(IlgpuBackend.Debugger);
        var kernel = ScaleProgram.Kernel();
        var program = new ScaleProgram(1000);
        Choose(5);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Choose(100);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Choose(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var launch = new VariantLaunch<ScaleProgram>(kernel, device.Name, device.Profile, ref program);
                TileSelector.CostModel.SelectVariant(ref launch, default, out _);
            }
        }
    }
}
