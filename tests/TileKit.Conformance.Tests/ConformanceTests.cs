using TileKit.Cpu;

namespace TileKit.Conformance.Tests;

/// <summary>Every program gives the same as a generated kernel as it gives run as the C# it is: at ragged shapes, tile sizes that divide nothing, and every vector width.</summary>
public class ConformanceTests
{
    private static readonly int[] Extents = [0, 1, 2, 5, 15, 16, 17, 31, 33, 48, 64, 70];
    private static readonly int[] Sizes = [1, 3, 8, 16, 20, 32, 64];

    public static TheoryData<string> Names => [.. Case.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void GeneratedKernel_AgreesWithTheProgram(string name)
    {
        var program = Case.All.Single(c => c.Name == name);
        var random = new Random(name.Length * 31 + name[0]);
        foreach (var bits in (int[])[512, 256, 128])
        {
            CpuMachine.MaximumBits = bits;
            try
            {
                for (var i = 0; i < 14; i++)
                {
                    Check(program, Pick(random, Extents), Pick(random, Extents), Pick(random, Sizes), Pick(random, Sizes), random);
                }
            }
            finally
            {
                CpuMachine.MaximumBits = 0;
            }
        }
    }

    [Fact]
    public void GridsThatMeetTileOnTile_AreOneKernelWithoutTemporaries()
    {
        Assert.Equal(1, Programs.FusedInfo.Kernels);
        Assert.DoesNotContain("temp ", Programs.FusedInfo.Ir, StringComparison.Ordinal);
        Assert.Equal(0, Programs.FusedInfo.Count(new[] { 70, 50 }, new[] { 70, 50 }, new[] { 70, 50 }).TempBytes);

        Assert.Equal(4, Programs.PhasesInfo.Kernels);
        Assert.Equal(70 * 50 * sizeof(float), Programs.PhasesInfo.Count(new[] { 70, 50 }, new[] { 70, 50 }, new[] { 70, 50 }).TempBytes);
    }

    [Fact]
    public void Check_SeesOneWrongElement() => Assert.Throws<Xunit.Sdk.XunitException>(() => Compare([1f, 2f, 3f], [1f, 2.001f, 3f], "mutant"));

    private static void Check(Case program, int m, int n, int bm, int bn, Random random)
    {
        using var device = new CpuDevice(2) { TileSelector = TileSelector.Fixed(("BM", bm), ("BN", bn)) };
        Check(program, device, m, n, random, () => (bm, bn), $"{CpuMachine.MaximumBits} bits");
    }

    /// <summary>Runs a program on a device, and then as plain C# with the tile sizes that the launch had.</summary>
    internal static void Check(Case program, Device device, int m, int n, Random random, Func<(int Rows, int Cols)> tiles, string how)
    {
        var (rows, cols) = program.Shape(m, n);
        var (x, y, z) = (Draw(m * n, random), Draw(m * n, random), Draw(rows * cols, random));
        using var dx = device.Upload(x, m, n);
        using var dy = device.Upload(y, m, n);
        using var dz = device.Upload(z, rows, cols);
        program.Launcher(device, dx, dy, dz);

        var (bm, bn) = tiles();
        program.Eager(Global.Of(x, m, n), Global.Of(y, m, n), Global.Of(z, rows, cols), bm, bn);
        Compare(z, dz.ToArray(), $"{program.Name}: x, y [{m}, {n}], tiles {bm} x {bn}, {how}");
    }

    private static void Compare(float[] expected, float[] actual, string what)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var (e, a) = (expected[i], actual[i]);
            if (!(e.Equals(a) || Math.Abs(e - a) <= 2e-5f * (1 + Math.Abs(e))))
            {
                throw new Xunit.Sdk.XunitException($"{what}: element {i} is {a}, expected {e}");
            }
        }
    }

    private static int Pick(Random random, int[] values) => values[random.Next(values.Length)];

    private static float[] Draw(int length, Random random) => [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() * 2 - 1)];
}
