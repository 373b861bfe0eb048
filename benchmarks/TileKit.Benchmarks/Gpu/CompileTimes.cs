#if ILGPU_PACKAGE
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using TileKit.Ilgpu;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Gpu;

/// <summary>How long ILGPU compiles each variant of TileKit.Kernels for a device, the driver's own time excepted: the median of several rounds.</summary>
internal static class CompileTimes
{
    private const int Rounds = 5;
    private const int Limit = 150;
    private const int Shown = 10;

    public static void Print(IlgpuDevice device)
    {
        var variants = typeof(Gemm).Assembly.GetTypes()
            .Where(t => t.Namespace == "TileKit.Generated.Ilgpu" && t.Name.EndsWith("Variants", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(v => IsFor(v, device))
            .ToList();
        var rounds = new List<double[]>();
        for (var round = 0; round <= Rounds; round++)
        {
            rounds.Add([.. variants.Select(v => Compile(v, device))]);
        }

        rounds.RemoveAt(0); // it waits for what the runtime compiles of ILGPU itself
        var times = variants
            .Select((v, i) => (Variant: v, Median: rounds.Select(r => r[i]).Order().ElementAt(Rounds / 2), Most: rounds.Max(r => r[i])))
            .OrderBy(t => t.Median)
            .ToList();
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Compile time in ILGPU, {times.Count} variants, the median of {Rounds} times each: half of them within {times[times.Count / 2].Median:F0} ms, "
                + $"95 % within {times[times.Count * 95 / 100].Median:F0} ms, {times.Count(t => t.Median <= Limit)} within {Limit} ms ({times.Count(t => t.Most <= Limit)} each time)"));
        foreach (var (variant, median, most) in times.TakeLast(Shown))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {median,5:F0} ms, at most {most:F0}: {variant.DeclaringType!.Name} {variant.Name}"));
        }
    }

    // those for tensor cores have instructions that other devices have not
    private static bool IsFor(MethodInfo variant, IlgpuDevice device)
    {
        try
        {
            Compile(variant, device);
            return true;
        }
        catch (InternalCompilerException exception) when (device.Profile.TensorFmaPerCycle == 0 && exception.InnerException is NotSupportedIntrinsicException)
        {
            return false;
        }
    }

    private static double Compile(MethodInfo variant, IlgpuDevice device)
    {
        var start = Stopwatch.GetTimestamp();
        KernelCompiler.Compile(device.Accelerator.Accelerator, variant);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
#endif
