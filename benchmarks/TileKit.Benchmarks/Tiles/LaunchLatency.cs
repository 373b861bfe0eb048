using System.Diagnostics;
using System.Globalization;

namespace TileKit.Benchmarks.Tiles;

/// <summary>What a launch costs beside its tiles.</summary>
internal static class LaunchLatency
{
    private const int Launches = 5000;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(0.5);

    /// <summary>Longer than idle threads wait busily.</summary>
    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Measures and prints.</summary>
    public static void Print()
    {
        Console.WriteLine("microseconds, median      to the first tile   whole launch   bytes allocated");
        Print(threads: 1, tiles: 1, TimeSpan.Zero);
        Print(threads: 2, tiles: 1, TimeSpan.Zero);
        Print(threads: 2, tiles: 2, TimeSpan.Zero);
        Print(threads: 2, tiles: 2, s_idle);
    }

    private static void Print(int threads, int tiles, TimeSpan idle)
    {
        using var device = new CpuDevice(threads);
        using var x = device.Allocate<float>(tiles);
        using var y = device.Allocate<float>(tiles);
        var (first, whole) = (new long[Launches], new long[Launches]);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_warmUp;)
        {
            ClockKernel.Launch(device, x, y);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var launches = idle > TimeSpan.Zero ? Launches / 10 : Launches;
        for (var i = 0; i < launches; i++)
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < idle)
            {
                Thread.SpinWait(10);
            }

            start = Stopwatch.GetTimestamp();
            first[i] = ClockKernel.Launch(device, x, y);
            whole[i] = Stopwatch.GetTimestamp() - start;
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Counted(tiles, "tile")} on {Counted(threads, "thread"),-9}{(idle > TimeSpan.Zero ? ", idle" : ""),-6}"
            + $"{Median(first[..launches]),17:F2}{Median(whole[..launches]),15:F2}{bytes,18}"));
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static double Median(long[] ticks) => ticks.Order().ElementAt(ticks.Length / 2) * 1e6 / Stopwatch.Frequency;
}
