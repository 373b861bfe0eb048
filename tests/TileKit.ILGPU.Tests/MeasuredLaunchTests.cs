using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Ilgpu.Tests;

/// <summary>Variants chosen by measurement.</summary>
public sealed class MeasuredLaunchTests : IDisposable
{
    private const int Length = 300;

    private static readonly TimeSpan s_budget = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tilekit");

    private string CacheFile => Path.Combine(_folder.FullName, "tiles.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void EveryTrialIsALaunchThatCounts(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend, TileSelector.Measure(s_budget, CacheFile));
        using var x = device.Upload<float>([.. Enumerable.Range(0, Length).Select(static i => (float)i)], Length);
        using var y = device.Allocate<float>(Length);
        var kernel = ScaleProgram.Kernel();
        for (var launch = 1; launch <= 10; launch++)
        {
            ScaleProgram.Launch(device, kernel, x, y, launch);
            Assert.Equal(Enumerable.Range(0, Length).Select(i => (float)launch * i), y.ToArray());
        }

        // three turns of two variants and the first launch
        Assert.True(File.Exists(CacheFile));
        Assert.NotNull(new TileFile(CacheFile).Find(Key(device)));
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void AChoiceInTheFileIsTaken(IlgpuBackend backend)
    {
        foreach (var size in (int[])[64, 128])
        {
            Remember(backend, size);
            using var device = TestDevices.Create(backend, TileSelector.Measure(TimeSpan.Zero, CacheFile));
            Assert.Equal(size, Chosen(device, ScaleProgram.Kernel()));
        }
    }

    [Theory]
    [MemberData(nameof(TestDevices.All), MemberType = typeof(TestDevices))]
    public void AChoiceThatNoVariantHasOrThatDoesNotFitIsNotTaken(IlgpuBackend backend)
    {
        using var device = TestDevices.Create(backend, TileSelector.Measure(s_budget, CacheFile));
        var best = Chosen(device, ScaleProgram.Kernel());
        Remember(backend, 96);
        using var next = TestDevices.Create(backend, TileSelector.Measure(s_budget, CacheFile));
        Assert.Equal(best, Chosen(next, ScaleProgram.Kernel()));

        // the shape is the same to the selector, but the kernel's variants end before it
        Remember(backend, 64);
        using var last = TestDevices.Create(backend, TileSelector.Measure(s_budget, CacheFile));
        Assert.Equal(64, Chosen(last, ScaleProgram.Kernel()));
        Assert.Equal(-1, Chosen(last, ScaleProgram.Kernel(largest: Length - 1)));
    }

    private void Remember(IlgpuBackend backend, int size)
    {
        using var device = TestDevices.Create(backend);
        new TileFile(CacheFile).Add(Key(device), new() { ["B"] = size });
    }

    private static TileKey Key(IlgpuDevice device) => TileKey.Of(device.Name, device.Profile, ScaleProgram.Info, Shape());

    // the size of the chosen variant, or −1
    private static int Chosen(IlgpuDevice device, IlgpuKernel<ScaleArguments> kernel)
    {
        var program = new ScaleProgram(Length);
        var launch = new VariantLaunch<ScaleProgram>(kernel, device.Name, device.Profile, ref program);
        var variant = device.TileSelector.SelectVariant(ref launch, Shape(), out var trial);
        Assert.Null(trial); // the first launch is never one
        return variant < 0 ? -1 : launch.Tiles(variant)[0];
    }

    private static LaunchShape Shape()
    {
        var shape = new LaunchShape();
        shape.Add(Length);
        return shape;
    }
}
