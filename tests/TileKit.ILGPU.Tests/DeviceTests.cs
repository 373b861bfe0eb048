namespace TileKit.Ilgpu.Tests;

public class DeviceTests
{
    [Fact]
    public void WithoutAGpu_TheMessageSaysWhatWasLookedForAndWhatToDo()
    {
        if (IlgpuDevice.FindDevices().Any(static device => device.Backend == IlgpuBackend.Cuda))
        {
            return;
        }

        var error = Assert.Throws<PlatformNotSupportedException>(() => IlgpuDevice.Create(IlgpuBackend.Cuda));
        Assert.Contains("Cuda", error.Message, StringComparison.Ordinal);
        Assert.Contains(TestDevices.IsPackage ? "install" : "-p:Ilgpu=Package", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TheBestDeviceIsNeverTheDebugger()
    {
        var found = IlgpuDevice.FindDevices();
        Assert.DoesNotContain(found, static device => device.Backend is IlgpuBackend.Debugger or IlgpuBackend.Best);
        if (found.Count == 0)
        {
            var error = Assert.Throws<PlatformNotSupportedException>(() => IlgpuDevice.Create());
            Assert.Contains(nameof(IlgpuBackend.Debugger), error.Message, StringComparison.Ordinal);
            return;
        }

        using var best = IlgpuDevice.Create();
        Assert.Contains(found[0].Name, best.Name, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void TensorCoresAreUsedByWhoAsksForThem(IlgpuBackend backend)
    {
        using var without = IlgpuDevice.Create(backend);
        using var with = IlgpuDevice.Create(backend, tensorCores: TensorCores.On);
        using var less = IlgpuDevice.Create(backend, tensorCores: TensorCores.Tf32);
        Assert.Equal((TensorCores.Off, TensorCores.On, TensorCores.Tf32), (without.TensorCores, with.TensorCores, less.TensorCores));
        Assert.Equal((0, 0), (without.Profile.TensorFmaPerCycle, without.Profile.TensorFloatFmaPerCycle));
        Assert.True(with.Profile.TensorFmaPerCycle > 0 || TestDevices.IsPackage, with.Name);
        Assert.Equal(without.Profile, with.Profile with { TensorFmaPerCycle = 0, TensorFloatFmaPerCycle = 0 });

        // two TF32s a float, and the product of the lower ones left out
        Assert.Equal(with.Profile, less.Profile with { TensorFloatFmaPerCycle = less.Profile.TensorFloatFmaPerCycle / 3 });
        Assert.Throws<ArgumentOutOfRangeException>("tensorCores", () => IlgpuDevice.Create(backend, tensorCores: (TensorCores)3));
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void AProfileHasLimitsAndRates(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend);
        var profile = device.Profile;
        Assert.True(profile.Multiprocessors > 0 && profile.WarpSize > 0, $"{profile}");
        Assert.InRange(profile.ThreadsPerGroup, 64, profile.ThreadsPerMultiprocessor);
        Assert.InRange(profile.SharedBytesPerGroup, 1 << 12, 48 << 10); // what a group gets without being asked for more
        Assert.InRange(profile.SharedBytesPerMultiprocessor, profile.SharedBytesPerGroup, int.MaxValue);
        Assert.InRange(profile.RegistersPerMultiprocessor, profile.RegistersPerGroup, int.MaxValue);
        Assert.InRange(profile.FmaPerCycle, 1, 1024);
        Assert.InRange(profile.ClockHertz, 1e8, 1e10);
        Assert.InRange(profile.BytesPerSecond, 1e9, 1e14);
        Assert.True(profile.MemoryBytes > 1 << 20, $"{profile}");
        Assert.Contains(profile.PreferredLanes, (int[])[4, 16]);
        Assert.Same(profile, ((Device)device).Profile);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void ADisposedDeviceRefusesAllButItsName(IlgpuBackend backend)
    {
        var device = TestDevices.Create(backend);
        device.Synchronize();
        device.Dispose();
        device.Dispose();
        Assert.True(device.IsDisposed);
        Assert.NotEmpty(device.Name);
        Assert.Throws<ObjectDisposedException>(() => device.Allocate<float>(4));
        Assert.Throws<ObjectDisposedException>(device.Synchronize);
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void SeveralDevicesComeAndGo(IlgpuBackend backend)
    {
        for (var i = 0; i < 4; i++)
        {
            using var one = TestDevices.Create(backend);
            using var other = TestDevices.Create(backend);
            using var x = one.Upload<float>([1, 2, 3], 3);
            using var y = other.Upload<float>([4, 5], 2);
            Assert.Equal([1, 2, 3], x.ToArray());
            Assert.Equal([4, 5], y.ToArray());
        }
    }
}
