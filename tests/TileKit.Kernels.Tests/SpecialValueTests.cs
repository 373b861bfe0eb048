using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>NaN and infinities in the inputs come out where float64 has them, and nowhere else.</summary>
public sealed class SpecialValueTests
{
    internal static readonly double[] Special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    public static TheoryData<string> Kernels => Kernel.FloatNames;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Travel_as_in_float64(string name)
    {
        var kernel = Kernel.All[name];
        var random = new Random(5);
        using var device = new CpuDevice(2);
        for (var i = 0; i < 12; i++)
        {
            var launch = kernel.Draw(new Sizes(random, 40, matrices: 2, least: 3)).Spoiled(kernel.FiniteInputs, Special[i % 3], random);
            launch.RequireGenerated(device, $"with {Special[i % 3]}");
            launch.RequireAgreement(launch.Expected(), launch.RunEager(random), $"eager, with {Special[i % 3]}");
        }
    }
}
