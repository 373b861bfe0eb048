namespace TileKit.Tests.Tuning;

/// <summary>What a launch costs beside its tiles.</summary>
public class LaunchCostTests
{
    private static readonly int[][] s_shapes = [[8, 8], [64, 64]]; // one tile, and enough for every thread

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void LaunchesAllocateNothing(int threads)
    {
        using var folder = new TemporaryFolder();
        TileSelector[] selectors =
        [
            TileSelector.CostModel, TileSelector.Fixed(("BM", 8)),
            TileSelector.Measure(TimeSpan.FromMinutes(1), folder.File("tiles.json")), TileSelector.Measure(TimeSpan.Zero, folder.File("tiles.json")),
        ];
        foreach (var selector in selectors)
        {
            using var device = new CpuDevice(threads) { TileSelector = selector };
            foreach (var shape in s_shapes)
            {
                using var x = device.Allocate<float>(shape);
                using var y = device.Allocate<float>(shape);
                using var z = device.Allocate<int>(shape);
                AllocatesNothing(() => Kernels.Double(device, x, y));
                AllocatesNothing(() => Kernels.ScaleBySum(device, x, y));
                AllocatesNothing(() => Kernels.Increment(device, z));
            }
        }
    }

    [Fact]
    public void LaunchesOverSpansAllocateNothing()
    {
        foreach (var shape in s_shapes)
        {
            using var x = Device.Default.Allocate<float>(shape);
            using var y = Device.Default.Allocate<float>(shape);
            AllocatesNothing(() => Kernels.Double(x.AsReadOnlyTensorSpan(), y.AsTensorSpan()));
        }
    }

    private static void AllocatesNothing(Action launch)
    {
        // more launches than any selector tries
        for (var i = 0; i < 80; i++)
        {
            launch();
        }

        // what launches allocate, they allocate in each round; an event of the runtime's for threads that meet at a lock, at most once
        var least = long.MaxValue;
        for (var round = 0; round < 5 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                launch();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
