using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>Checks of launches by the variants that take them.</summary>
internal static class IlgpuChecks
{
    /// <summary>Repeats a launch with each variant that takes it.</summary>
    /// <returns>The variants.</returns>
    public static List<int> WithEveryVariant(this IlgpuTestDevice gpu, Action launch)
    {
        var taken = new List<int>();
        do
        {
            gpu.Variants.Next = taken.Count;
            launch();
            taken.Add(gpu.Variants.Taken);
        }
        while (taken.Count < gpu.Variants.Count);
        return taken;
    }

    /// <summary>Throws unless each variant that takes the launch computes what float64 does.</summary>
    /// <returns>The variants.</returns>
    public static List<int> RequireEveryVariant(this IlgpuTestDevice gpu, Launch launch, string where = "")
    {
        var expected = launch.Expected();
        return gpu.WithEveryVariant(() => Require(gpu, launch, expected, where));
    }

    /// <summary>Throws unless one of the variants that take the launch computes what float64 does.</summary>
    public static void RequireSomeVariant(this IlgpuTestDevice gpu, Launch launch, Random random, string where)
    {
        gpu.Variants.Next = random.Next(100);
        Require(gpu, launch, launch.Expected(), where);
    }

    /// <summary>The variant of the last launch, in words.</summary>
    public static string Variant(this IlgpuTestDevice gpu) => $"variant {gpu.Variants.Taken} [{string.Join(", ", gpu.Variants.Tiles)}]";

    private static void Require(IlgpuTestDevice gpu, Launch launch, Expectation expected, string where)
    {
        double[] actual;
        try
        {
            actual = launch.RunGenerated(gpu.Device);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{launch} {where}, {gpu.Variant()}: {exception.Message}", exception);
        }

        launch.RequireAgreement(expected, actual, $"{where} {gpu.Variant()}");
    }
}
