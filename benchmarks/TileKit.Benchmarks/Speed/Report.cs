using System.Globalization;

namespace TileKit.Benchmarks.Speed;

/// <summary>The measurements as a table of text.</summary>
internal static class Report
{
    public static void Print(Measurements measured)
    {
        // the best the machine did, and a kernel's median: the comparison that flatters the kernel least
        var (peak, copy) = (measured.GflopsPeak.Max(), measured.CopyGigabytes.Max());
        Line($"{"",-28}{"median",12}{"best",12}{"rate",16}{"of machine",14}");
        foreach (var (workload, nanoseconds) in measured.Times)
        {
            var median = Median(nanoseconds);
            var rate = workload.Work / median;
            var (unit, limit, name) = workload.IsMemoryBound ? ("GB/s", copy, "copy") : ("GFLOP/s", peak, "peak");
            Line($"{workload.Name,-28}{median / 1e6,9:F3} ms{nanoseconds.Min() / 1e6,9:F3} ms{rate,8:F1} {unit,-7}{rate / limit,8:P0} {name}");
        }

        Line($"{"FMA peak",-28}{"",24}{peak,8:F1} GFLOP/s (median {Median(measured.GflopsPeak):F1})");
        Line($"{"copy",-28}{"",24}{copy,8:F1} GB/s    (median {Median(measured.CopyGigabytes):F1})");
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
