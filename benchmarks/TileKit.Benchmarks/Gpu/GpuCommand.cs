#if ILGPU_PACKAGE
using System.Diagnostics;
using System.Globalization;
using TileKit.Benchmarks.Speed;

namespace TileKit.Benchmarks.Gpu;

/// <summary>
/// <c>gpu [--device opencl|cuda] [--tensor-cores off|on|tf32] [--sizes n,n…] [--rounds n] [--only text]</c>: generated kernels on a GPU, beside what one would
/// write otherwise, and those with tensor cores beside those without, in turns with the device's peak; then how long ILGPU takes to compile each variant of TileKit.Kernels.
/// </summary>
internal static class GpuCommand
{
    private const string Usage = "gpu [--device opencl|cuda] [--tensor-cores off|on|tf32] [--sizes n,n] [--rounds n] [--only text-in-a-name]";

    public static int Run(IReadOnlyList<string> arguments)
    {
        var (backend, rounds, only, tensorCores) = (IlgpuBackend.Best, 15, "", TensorCores.Off);
        int[] sizes = [512, 1024];
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            switch (arguments[i])
            {
                case "--device" when Enum.TryParse<IlgpuBackend>(arguments[i + 1], ignoreCase: true, out var chosen):
                    backend = chosen;
                    break;
                case "--rounds" when int.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out var number) && number > 0:
                    rounds = number;
                    break;
                case "--tensor-cores" when Enum.TryParse(arguments[i + 1], ignoreCase: true, out tensorCores):
                    break;
                case "--sizes" when Array.TrueForAll(arguments[i + 1].Split(','), static text => int.TryParse(text, CultureInfo.InvariantCulture, out var size) && size > 0):
                    sizes = Array.ConvertAll(arguments[i + 1].Split(','), static text => int.Parse(text, CultureInfo.InvariantCulture));
                    break;
                case "--only":
                    only = arguments[i + 1];
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }

        using var device = IlgpuDevice.Create(backend, tensorCores: tensorCores);
        Console.WriteLine($"{device.Name}, {rounds} rounds, everything once a round");
        var right = true;
        using var peak = new DevicePeak(device);
        foreach (var contest in Contests.All(device, sizes).Where(c => c.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            using (contest)
            {
                right &= Run(contest, device, peak, rounds);
            }
        }

        CompileTimes.Print(device);
        return right ? 0 : 1;
    }

    private static bool Run(Contest contest, IlgpuDevice device, DevicePeak peak, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine(contest.Name);
        var right = true;
        foreach (var entry in contest.Entries)
        {
            var start = Stopwatch.GetTimestamp();
            entry.Run();
            (entry.Device ?? device).Synchronize();
            var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var error = entry.Error();
            right &= error <= entry.Tolerance;
            Line($"  {entry.Name,-38} error {error,8:0.0e-0} {(error <= entry.Tolerance ? "within" : "NOT WITHIN")} {entry.Tolerance:0e-0}, first run {first,6:F0} ms");
        }

        var times = contest.Entries.Select(_ => new double[rounds]).ToArray();
        var (gflops, gigabytes) = (new double[rounds], new double[rounds]);
        peak.Gflops();
        for (var round = 0; round < rounds; round++)
        {
            (gflops[round], gigabytes[round]) = (peak.Gflops(), peak.CopyGigabytes());
            for (var i = 0; i < contest.Entries.Count; i++)
            {
                var (entry, on) = (contest.Entries[i], contest.Entries[i].Device ?? device);
                entry.Run();
                on.Synchronize();
                var start = Stopwatch.GetTimestamp();
                entry.Run();
                on.Synchronize();
                times[i][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        var reference = Median(times[0]);
        for (var i = 0; i < contest.Entries.Count; i++)
        {
            var median = Median(times[i]);
            var reached = contest.Entries[i].Flops / median / 1e6;
            Line($"  {contest.Entries[i].Name,-38}{median,9:F2} ms{reached,9:F1} GFLOP/s,{reached / Median(gflops),5:P0} of the peak{median / reference,8:F2} x the time of the first");
        }

        Line($"  {"the device's peak in the same rounds",-38}{Median(gflops),21:F1} GFLOP/s, copies {Median(gigabytes):F1} GB/s");

        return right;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
#endif
