using System.Diagnostics;

namespace TileKit.Benchmarks.Speed;

/// <summary>What was measured: times of each workload, and rates of the machine, one of each a round.</summary>
internal sealed record Measurements(IReadOnlyList<(Workload Workload, double[] Nanoseconds)> Times, double[] GflopsPeak, double[] CopyGigabytes);

/// <summary>
/// Measures everything in turns, A B C A B C …, so that whatever slows the machine down slows all of it. A turn repeats a short
/// workload until it has run long enough for the clock and for the caches to be its own, not its neighbour's.
/// </summary>
internal static class Rounds
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    public static Measurements Measure(IReadOnlyList<Workload> workloads, Machine machine, int rounds)
    {
        var times = workloads.Select(w => (w, new double[rounds])).ToList();
        var peaks = new double[rounds];
        var copies = new double[rounds];
        machine.Gflops();
        machine.CopyGigabytes();
        for (var round = 0; round < rounds; round++)
        {
            peaks[round] = machine.Gflops();
            copies[round] = machine.CopyGigabytes();
            foreach (var (workload, nanoseconds) in times)
            {
                nanoseconds[round] = Time(workload);
            }
        }

        return new(times, peaks, copies);
    }

    private static double Time(Workload workload)
    {
        workload.Run();
        var start = Stopwatch.GetTimestamp();
        var runs = 0;
        do
        {
            workload.Run();
            runs++;
        }
        while (Stopwatch.GetElapsedTime(start) < Turn);

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / runs;
    }
}
