using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime.CPU;

namespace TileKit.Ilgpu.Tests;

public class LifetimeTests
{
    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void DisposedTensorsAreFreed(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        var tensors = Enumerable.Range(0, 10).Select(i => device.Allocate<float>(i)).ToArray();
        Assert.Equal(10, device.LiveBuffers);
        foreach (var tensor in tensors)
        {
            tensor.Dispose();
            tensor.Dispose();
        }

        Assert.Equal(0, device.LiveBuffers);
        Assert.Throws<ObjectDisposedException>(() => tensors[3].ToArray());
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void ForgottenTensorsAreFreedByTheCollector(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        Forget(device);
        for (var i = 0; i < 20 && device.LiveBuffers > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, device.LiveBuffers);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget(IlgpuDevice device)
        {
            for (var i = 0; i < 100; i++)
            {
                device.Allocate<float>(1000);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void TensorsOutliveTheirDevice(IlgpuBackend backend)
    {
        var device = TestDevices.Create(backend);
        var first = device.Upload<float>([1, 2, 3], 3);
        var second = device.Upload<float>([4, 5], 2);
        device.Dispose();
        Assert.Equal([1, 2, 3], first.ToArray());
        first.Dispose();
        Assert.Equal([4, 5], second.ToArray());
        Assert.False(device.Accelerator.Accelerator.IsDisposed);
        second.Dispose();
        Assert.True(device.Accelerator.Accelerator.IsDisposed);
        Assert.Equal(0, device.LiveBuffers);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void MoreMemoryThanThereIsIsRefusedWithTheSizes(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        using var kept = device.Upload<float>([1, 2], 2);
        var error = Assert.ThrowsAny<OutOfMemoryException>(() => device.Allocate<float>(int.MaxValue, 1 << 16));
        Assert.Contains($"{4L * int.MaxValue * (1 << 16)} bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains($"8 of its {device.Profile.MemoryBytes} bytes are in 1 tensors", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, device.LiveBuffers);
        Assert.Equal([1, 2], kept.ToArray());
        using var y = device.Allocate<float>(2);
        ScaleProgram.Launch(device, ScaleProgram.Kernel(), kept, y, 2);
        Assert.Equal([2, 4], y.ToArray());
    }

    [Fact]
    public void AnAcceleratorOfTheUsersStaysTheUsers()
    {
        using var context = Context.Create(static builder => builder.Optimize(OptimizationLevel.O2));
        using var accelerator = new CPUDevice(16, 8, 1).CreateCPUAccelerator(context);
        for (var i = 0; i < 2; i++)
        {
            using var device = IlgpuDevice.Create(accelerator);
            using var x = device.Upload<float>([1, 2, 3], 3);
            using var y = device.Allocate<float>(3);
            ScaleProgram.Launch(device, ScaleProgram.Kernel(), x, y, 3);
            Assert.Equal([3, 6, 9], y.ToArray());
        }

        Assert.False(accelerator.IsDisposed);
    }

    [Fact]
    public void AUsersAcceleratorThatIsDisposedFirstIsReported()
    {
        using var context = Context.Create(static builder => builder.Optimize(OptimizationLevel.O2));
        var accelerator = new CPUDevice(16, 8, 1).CreateCPUAccelerator(context);
        var device = IlgpuDevice.Create(accelerator);
        var x = device.Upload<float>([1, 2, 3], 3);
        accelerator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => IlgpuDevice.Create(accelerator));
        Assert.Throws<ObjectDisposedException>(() => x.ToArray());
        Assert.Throws<ObjectDisposedException>(() => device.Allocate<float>(3));
        Assert.Throws<ObjectDisposedException>(device.Synchronize);
        Assert.Throws<ObjectDisposedException>(() => ScaleProgram.Launch(device, ScaleProgram.Kernel(), x, x, 1));
        x.Dispose();
        device.Dispose();
        Assert.Equal(0, device.LiveBuffers);
    }
}
