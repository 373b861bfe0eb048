#if ILGPU_PACKAGE
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using TileKit.Ilgpu;
using TileKit.Kernels;

namespace TileKit.Benchmarks.Gpu;

/// <summary>How long ILGPU compiles each variant of TileKit.Kernels for a device, the driver's own time excepted.</summary>
internal static class CompileTimes
{
    public static void Print(IlgpuDevice device)
    {
        var variants = typeof(Gemm).Assembly.GetTypes()
            .Where(t => t.Namespace == "TileKit.Generated.Ilgpu" && t.Name.EndsWith("Variants", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .ToList();
        foreach (var variant in variants)
        {
            Compile(variant, device); // so that the measured ones do not wait for what the runtime compiles of ILGPU itself
        }

        var times = variants.Select(v => (Variant: v, Milliseconds: Compile(v, device))).OrderBy(t => t.Milliseconds).ToList();
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Compile time in ILGPU, {times.Count} variants: median {times[times.Count / 2].Milliseconds:F0} ms, 95 % within {times[times.Count * 95 / 100].Milliseconds:F0} ms"));
        foreach (var (variant, milliseconds) in times.TakeLast(5))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {milliseconds,5:F0} ms {variant.DeclaringType!.Name} {variant.Name}"));
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
