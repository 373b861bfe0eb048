using System.Globalization;
using TileKit.Cpu;
using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;
using Xunit.Abstractions;

namespace TileKit.Kernels.Tests;

/// <summary>
/// 2,000 launches of all kernels on shapes nobody chose: chosen and forced tile sizes, one and two threads, each vector width. The
/// environment variable TILEKIT_SEED repeats a run.
/// </summary>
public sealed class RandomLaunchTests(ITestOutputHelper output)
{
    private const int Quarters = 4;
    private const int LaunchesPerQuarter = 500;

    // multiplications: the float64 reference and the eager run set the pace
    private const long MostWork = 30_000_000;
    private const long MostEagerWork = 50_000;

    private static readonly int[] ForcedTiles = [1, 2, 5, 8, 13, 16, 24, 32, 64, 96, 128, 300];
    private static readonly int[] WidthLimits = [0, 0, 256, 128];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agree_with_float64(int quarter)
    {
        var seed = Environment.GetEnvironmentVariable("TILEKIT_SEED") is { } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : Random.Shared.Next(int.MaxValue - Quarters);
        output.WriteLine($"TILEKIT_SEED={seed}");
        var random = new Random(seed + quarter);
        var kernels = Kernel.All.Values.ToArray();
        var eager = 0;
        for (var i = 0; i < LaunchesPerQuarter; i++)
        {
            eager += Check(kernels[((i * Quarters) + quarter) % kernels.Length], random, $"launch {i} of quarter {quarter}, seed {seed}") ? 1 : 0;
        }

        output.WriteLine($"{LaunchesPerQuarter} launches, {eager} of them also eagerly");
    }

    // returns whether the program also ran eagerly
    private static bool Check(Kernel kernel, Random random, string where)
    {
        var launch = Draw(kernel, random);
        var tiles = random.Next(2) == 0 ? [] : Array.ConvertAll(kernel.Tunables, name => (name, ForcedTiles[random.Next(ForcedTiles.Length)]));
        var threads = random.Next(1, 3);
        var width = WidthLimits[random.Next(WidthLimits.Length)];
        where += $", tiles [{string.Join(", ", tiles)}], {threads} threads, width limit {width}";
        try
        {
            using var device = new CpuDevice(threads)
            {
                TileSelector = tiles.Length == 0 ? TileSelector.CostModel : TileSelector.Fixed(tiles),
            };
            CpuMachine.MaximumBits = width;
            var expected = launch.Expected();
            launch.RequireAgreement(expected, launch.RunGenerated(device), $"generated, {where}");
            var runsEagerly = Work(launch) <= MostEagerWork;
            if (runsEagerly)
            {
                launch.RequireAgreement(expected, launch.RunEager(random), $"eager, {where}");
            }

            return runsEagerly;
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

    private static Launch Draw(Kernel kernel, Random random)
    {
        for (var most = 300; ; most = most * 3 / 4)
        {
            var launch = kernel.Draw(new Sizes(random, most));
            if (Work(launch) <= MostWork)
            {
                return launch;
            }
        }
    }

    // about the multiplications: each element of the first tensor meets a row or column of another
    private static long Work(Launch launch) =>
        launch.Inputs[0].Values.Length * (long)launch.Inputs.Skip(1).Select(t => Math.Max(t.Rows, t.Cols)).DefaultIfEmpty(1).Max();
}
