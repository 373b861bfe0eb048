using System.Diagnostics;
using TileKit.Cpu;
using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Tests.Tuning;

public class MeasuringSelectorTests
{
    // more than a contest of eight takes
    private const int Plenty = 60;

    private static readonly TimeSpan s_budget = TimeSpan.FromMinutes(1);

    private static readonly KernelInfo s_info = Info("ir");

    [Fact]
    public void TheFastestOfTheBestStays()
    {
        using var folder = new TemporaryFolder();
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(s_budget, folder.File("tiles.json")) };
        var used = Run(device, s_info, fastest: 32, Plenty);
        Assert.Equal(8, used[0]); // the cost model's
        Assert.Equal([8, 16, 32, 64], used.Distinct().Order());
        Assert.All(used[^10..], static size => Assert.Equal(32, size));
    }

    [Fact]
    public void AChoiceOutlivesTheProcess()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        using (var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(s_budget, path) })
        {
            Run(device, s_info, fastest: 64, Plenty);
        }

        using var next = new CpuDevice(1) { TileSelector = TileSelector.Measure(s_budget, path) };
        Assert.All(Run(next, s_info, fastest: 16, 5), static size => Assert.Equal(64, size));
        using var later = new CpuDevice(1) { TileSelector = TileSelector.Measure(TimeSpan.Zero, path) };
        Assert.All(Run(later, s_info, fastest: 16, 5), static size => Assert.Equal(64, size));

        // another program of the same name, and another device
        Assert.Equal(8, Run(next, Info("other ir"), fastest: 16, 1)[0]);
        using var wider = new CpuDevice(3) { TileSelector = TileSelector.Measure(s_budget, path) };
        Assert.Equal(8, Run(wider, s_info, fastest: 16, 1)[0]);
    }

    [Fact]
    public void ABudgetOfZeroIsTheCostModel()
    {
        using var folder = new TemporaryFolder();
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(TimeSpan.Zero, folder.File("tiles.json")) };
        Assert.All(Run(device, s_info, fastest: 32, 30), static size => Assert.Equal(8, size));
        Assert.Empty(folder.Files());
    }

    [Fact]
    public void ABudgetIsKept()
    {
        using var folder = new TemporaryFolder();
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(TimeSpan.FromTicks(1), folder.File("tiles.json")) };
        var used = Run(device, s_info, fastest: 32, 30);
        Assert.All(used, static size => Assert.Equal(8, size)); // the one trial was of the cost model's choice
        Assert.NotEmpty(folder.Files());
    }

    [Theory]
    [InlineData("BM", 48)] // not among the sizes
    [InlineData("BM", -8)]
    [InlineData("BN", 32)] // no tunable of the kernel
    public void SizesThatAreNotAllowedAreNotTaken(string name, int size)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        new TileFile(path).Add(Key(), new() { [name] = size });
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(s_budget, path) };
        Assert.Equal(8, Run(device, s_info, fastest: 32, 1)[0]);
    }

    [Fact]
    public void OnlyThisDeviceAndBuildCount()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("tiles.json");
        var file = new TileFile(path);
        file.Add(Key() with { Device = "another machine" }, new() { ["BM"] = 64 });
        file.Add(Key() with { Version = "0.0.1" }, new() { ["BM"] = 64 });
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(TimeSpan.Zero, path) };
        Assert.Equal(8, Run(device, s_info, fastest: 32, 1)[0]);

        file.Add(Key(), new() { ["BM"] = 64 });
        using var again = new CpuDevice(1) { TileSelector = TileSelector.Measure(TimeSpan.Zero, path) };
        Assert.Equal(64, Run(again, s_info, fastest: 32, 1)[0]);
    }

    [Fact]
    public void NearShapesShareAChoice()
    {
        using var folder = new TemporaryFolder();
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(s_budget, folder.File("tiles.json")) };
        Run(device, s_info, fastest: 32, Plenty, length: 1000);
        Assert.Equal(32, Run(device, s_info, fastest: 32, 1, length: 1024)[0]);
        Assert.Equal(8, Run(device, s_info, fastest: 32, 1, length: 2000)[0]);
    }

    [Fact]
    public void AFailingLaunchThrowsAndTheNextOneWorks()
    {
        using var folder = new TemporaryFolder();
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(s_budget, folder.File("tiles.json")) };
        var failures = 0;
        for (var launch = 0; launch < Plenty; launch++)
        {
            var kernel = new SlowKernel { Length = 100, Fastest = 64, Failing = 16 };
            failures += Record.Exception(() => KernelLauncher.Run(device, s_info, Shape(100), ref kernel)) is InvalidTimeZoneException ? 1 : 0;
        }

        Assert.Equal(1, failures);
        Assert.Equal(64, Run(device, s_info, fastest: 64, 1, length: 100)[0]);
    }

    [Fact]
    public void EveryLaunchHasItsEffectOnce()
    {
        using var folder = new TemporaryFolder();
        using var device = new CpuDevice(2) { TileSelector = TileSelector.Measure(s_budget, folder.File("tiles.json")) };
        using var y = device.Allocate<int>(70, 90);
        for (var launch = 1; launch <= 100; launch++)
        {
            Kernels.Increment(device, y);
            Assert.All(y.ToArray(), value => Assert.Equal(launch, value));
        }

        Assert.Equal(["tiles.json", "tiles.json.lock"], folder.Files());
    }

    [Fact]
    public async Task ThreadsMayLaunchAtOnce()
    {
        using var folder = new TemporaryFolder();
        using var device = new CpuDevice(2) { TileSelector = TileSelector.Measure(s_budget, folder.File("tiles.json")) };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            using var y = device.Allocate<int>(70, 90 + thread); // near shapes
            for (var launch = 0; launch < 100; launch++)
            {
                Kernels.Increment(device, y);
            }

            Assert.All(y.ToArray(), static value => Assert.Equal(100, value));
        })));
        Assert.Equal(["tiles.json", "tiles.json.lock"], folder.Files());
    }

    [Fact]
    public void AnEmptyLaunchIsNoTrial()
    {
        using var folder = new TemporaryFolder();
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Measure(s_budget, folder.File("tiles.json")) };
        using var y = device.Allocate<int>(0, 90);
        for (var launch = 0; launch < 100; launch++)
        {
            Kernels.Increment(device, y);
        }

        Assert.Empty(folder.Files());
    }

    [Fact]
    public void ImpossibleArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TileSelector.Measure(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(() => TileSelector.Measure(s_budget, ""));
        Assert.Throws<ArgumentException>(() => TileSelector.Measure(s_budget, "a\0b"));
    }

    /// <summary>Launches, and tells the sizes that were used.</summary>
    private static int[] Run(CpuDevice device, KernelInfo info, int fastest, int launches, int length = 1000)
    {
        var used = new int[launches];
        for (var launch = 0; launch < launches; launch++)
        {
            var kernel = new SlowKernel { Length = length, Fastest = fastest };
            KernelLauncher.Run(device, info, Shape(length), ref kernel);
            used[launch] = kernel.Size;
        }

        return used;
    }

    private static TileKey Key()
    {
        using var device = new CpuDevice(1);
        return TileKey.Of(ProcessorName.Text, device.Profile, s_info, Shape(1000));
    }

    private static KernelInfo Info(string ir) => new("Slow", [], [new Tunable("BM", [8, 16, 32, 64])], 1, "", "", ir, "", static _ => default);

    private static LaunchShape Shape(int length)
    {
        var shape = new LaunchShape();
        shape.Add(length);
        return shape;
    }

    /// <summary>Takes a millisecond with every size but one. The cost model thinks that small sizes are fast.</summary>
    private struct SlowKernel : ICpuKernel, ITileProgram
    {
        public int Length;
        public int Fastest;
        public int Failing;
        public int Size;

        public readonly int Grids => 1;

        public readonly long PlaceTemps(Ptr<byte> memory) => 0;

        public readonly CpuWork Plan(int index, int lanes, CpuProfile profile) => new(1, 64);

        public readonly void Run<F, I>(long unit, Ptr<byte> scratch)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            if (Size == Failing)
            {
                throw new InvalidTimeZoneException("on purpose");
            }

            var start = Stopwatch.GetTimestamp();
            while (Size != Fastest && Stopwatch.GetElapsedTime(start).TotalMilliseconds < 1)
            {
                Thread.SpinWait(10);
            }
        }

        public void SetTiles(ReadOnlySpan<int> tiles) => Size = tiles[0];

        public readonly void Describe(ref TileCost cost)
        {
            cost.Instances(1, 1, 1, reuses: false);
            cost.Rows(Size, Length, 100);
        }
    }
}
