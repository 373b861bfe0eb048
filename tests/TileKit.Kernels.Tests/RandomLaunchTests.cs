using TileKit.Cpu;
using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;
using Xunit.Abstractions;

namespace TileKit.Kernels.Tests;

/// <summary>2,000 launches of all kernels on shapes nobody chose, with chosen and forced tile sizes, on one and two threads, at each vector width.</summary>
public sealed class RandomLaunchTests(ITestOutputHelper output)
{
    private const int Launches = 2_000;
    private const long EagerWork = 50_000;
    private const long LargestWork = 30_000_000;

    private static readonly int[] ForcedTiles = [1, 2, 5, 8, 13, 16, 24, 32, 64, 96, 128, 300];
    private static readonly int[] WidthLimits = [0, 0, 256, 128];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agree_with_float64(int quarter)
    {
        var seed = Environment.GetEnvironmentVariable("TILEKIT_SEED") is { } text ? int.Parse(text) : Random.Shared.Next();
        output.WriteLine($"TILEKIT_SEED={seed}");
        var random = new Random(seed + quarter);
        var kernels = Kernel.All.Values.Where(k => Environment.GetEnvironmentVariable("TILEKIT_ONLY") is not { } only || k.Name.StartsWith(only, StringComparison.Ordinal)).ToArray();
        var eager = 0;
        for (var i = 0; i < Launches / 4; i++)
        {
            var kernel = kernels[((i * 4) + quarter) % kernels.Length];
            var launch = Draw(kernel, random);
            var tiles = random.Next(2) == 0 ? [] : Array.ConvertAll(kernel.Tunables, name => (name, ForcedTiles[random.Next(ForcedTiles.Length)]));
            var threads = random.Next(1, 3);
            var width = WidthLimits[random.Next(WidthLimits.Length)];
            var where = $"launch {i} of quarter {quarter}, seed {seed}, tiles [{string.Join(", ", tiles)}], {threads} threads, width limit {width}";
            try
            {
                using var device = new CpuDevice(threads) { TileSelector = tiles.Length == 0 ? TileSelector.CostModel : TileSelector.Fixed(tiles) };
                CpuMachine.MaximumBits = width;
                var expected = launch.Expected();
                launch.RequireAgreement(expected, launch.RunGenerated(device), $"generated, {where}");
                if (Work(launch, expected) <= EagerWork)
                {
                    eager++;
                    launch.RequireAgreement(expected, launch.RunEager(random), $"eager, {where}");
                }
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"{launch}, {where}", exception);
            }
            finally
            {
                CpuMachine.MaximumBits = 0;
            }
        }

        output.WriteLine($"{Launches / 4} launches, {eager} of them also eagerly");
    }

    // large matrices seldom, and then few of them: the float64 reference sets the pace
    private static Launch Draw(Kernel kernel, Random random)
    {
        for (var most = 300; ; most = (most * 3) / 4)
        {
            var launch = kernel.Draw(new Sizes(random, most));
            if (Work(launch, null) <= LargestWork)
            {
                return launch;
            }
        }
    }

    // an upper bound of the multiplications: each element of one tensor meets a row or column of another
    private static long Work(Launch launch, Expectation? expected) =>
        Math.Max(expected?.Values.Length ?? 0, launch.Inputs[0].Values.Length) * (long)(launch.Inputs.Skip(1).Max(t => (int?)Math.Max(t.Rows, t.Cols)) ?? 1);
}
