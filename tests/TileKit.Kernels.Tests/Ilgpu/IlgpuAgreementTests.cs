using System.Globalization;
using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;
using Xunit.Abstractions;

namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>Each kernel on an ILGPU device: what each of its variants computes is what float64 does.</summary>
public sealed class IlgpuAgreementTests(IlgpuTestDevice gpu, ITestOutputHelper output) : IClassFixture<IlgpuTestDevice>
{
    // what ILGPU's debugger does in a moment
    private const int MostOfASlowDevice = 40;

    public static TheoryData<string> Kernels => Kernel.Names;

    public static TheoryData<string> FloatKernels => Kernel.FloatNames;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_variant_agrees_with_float64(string name)
    {
        var kernel = Kernel.All[name];
        var random = new Random(11);
        var taken = new HashSet<int>();
        foreach (var shape in Shapes(kernel))
        {
            var launch = kernel.Draw(new SizesInTurn(random, shape));
            taken.UnionWith(gpu.RequireEveryVariant(launch));
        }

        if (!IlgpuTestDevice.IsPackage)
        {
            Assert.Equal(gpu.Variants.All, taken.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void The_variant_that_the_cost_model_takes_agrees(string name)
    {
        var random = new Random(12);
        using var device = IlgpuTestDevice.Create();
        Kernel.All[name].Draw(new SizesInTurn(random, Kernel.All[name].GpuShapes[0])).RequireGenerated(device, "chosen variant");
    }

    [Theory]
    [MemberData(nameof(FloatKernels))]
    public void Special_values_travel_as_in_float64(string name)
    {
        var kernel = Kernel.All[name];
        var random = new Random(5);
        foreach (var value in SpecialValueTests.Special)
        {
            gpu.RequireEveryVariant(kernel.Draw(new Sizes(random, 40, matrices: 2, least: 3)).Spoiled(kernel.FiniteInputs, value, random), $"with {value}");
        }
    }

    [Theory]
    [MemberData(nameof(FloatKernels))]
    public void Shapes_nobody_chose(string name)
    {
        var seed = Environment.GetEnvironmentVariable("TILEKIT_SEED") is { } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"TILEKIT_SEED={seed}");
        var random = new Random(seed);
        for (var i = 0; i < 4; i++)
        {
            gpu.RequireSomeVariant(Kernel.All[name].Draw(new Sizes(random, IlgpuTestDevice.IsSlow ? MostOfASlowDevice : 100, matrices: 2)), random, $"seed {seed}");
        }
    }

    private static IEnumerable<int[]> Shapes(Kernel kernel)
        => IlgpuTestDevice.IsSlow ? kernel.GpuShapes.Where(shape => shape.All(size => size <= MostOfASlowDevice)) : kernel.GpuShapes;
}
