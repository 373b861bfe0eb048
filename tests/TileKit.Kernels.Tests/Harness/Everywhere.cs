using TileKit.Cpu;

namespace TileKit.Kernels.Tests.Harness;

/// <summary>Checks of a launch wherever it runs but on a GPU.</summary>
internal static class Everywhere
{
    private static readonly int[] Tiles = [1, 8, 32, 64, 200];

    /// <summary>Throws unless the program as it stands computes what float64 does, whatever the tile sizes.</summary>
    public static void RequireEager(this Launch launch)
    {
        var expected = launch.Expected();
        for (var seed = 0; seed < 3; seed++)
        {
            launch.RequireAgreement(expected, launch.RunEager(new Random(seed)), $"eager, seed {seed}");
        }
    }

    /// <summary>Throws unless the CPU kernel computes what float64 does: with chosen and given tiles, one and two threads, all vectors.</summary>
    public static void RequireOnCpu(this Launch launch)
    {
        var expected = launch.Expected();
        using (var device = new CpuDevice(2))
        {
            launch.RequireAgreement(expected, launch.RunGenerated(device), "chosen tiles");
        }

        foreach (var size in Tiles)
        {
            using var device = new CpuDevice(1) { TileSelector = new TilesNear(size) };
            launch.RequireAgreement(expected, launch.RunGenerated(device), $"tiles near {size}");
        }

        try
        {
            using var device = new CpuDevice(1);
            foreach (var bits in (int[])[128, 256])
            {
                CpuMachine.MaximumBits = bits;
                launch.RequireAgreement(expected, launch.RunGenerated(device), $"vectors of {bits} bits");
            }
        }
        finally
        {
            CpuMachine.MaximumBits = 0;
        }
    }

    /// <summary>Throws unless the check rejects results that are wrong in the ways that kernels go wrong.</summary>
    public static void RequireMutantsRejected(this Launch launch)
    {
        var expected = launch.Expected();
        var right = expected.Values;
        var (cols, matrix) = (expected.Cols, expected.Rows * expected.Cols);
        Assert.Null(expected.Fault(right, launch.Precision));
        Reject("zeros", _ => 0);
        Reject("reversed rows", i => right[(i / matrix * matrix) + ((expected.Rows - 1 - (i % matrix / cols)) * cols) + (i % cols)], expected.Rows);
        Reject("swapped matrices", i => right[(i + matrix) % right.Length], right.Length / matrix);
        Reject("one wrong element", i => right[i] + (i == right.Length / 2 ? right.Max(Math.Abs) / 4 : 0));

        void Reject(string mutant, Func<int, double> at, int distinct = 2)
        {
            if (distinct > 1)
            {
                Assert.True(expected.Fault([.. right.Select((_, i) => at(i))], launch.Precision) is not null, $"{launch} with {mutant} passes");
            }
        }
    }
}
