using System.Globalization;
using TileKit.Benchmarks.Peers;
using TileKit.Benchmarks.Speed;

namespace TileKit.Benchmarks.Tiles;

/// <summary>
/// <c>tiles [--threads n] [--filter text]</c>: the cost model's tile sizes beside the best of all that a kernel may have, for every launch of every
/// case. <c>tiles launch</c>: what a launch costs.
/// </summary>
internal static class TilesCommand
{
    private const double Close = 1.05;

    /// <summary>Searches and prints; the process's exit code, 2 where the arguments make no sense.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments is ["launch"])
        {
            LaunchLatency.Print();
            return 0;
        }

        if (!TryRead(arguments, out var threads, out var filter))
        {
            Console.Error.WriteLine("tiles [--threads n] [--filter text-in-a-name], or tiles launch");
            return 2;
        }

        var selector = new SearchSelector();
        using var device = new CpuDevice(threads) { TileSelector = selector };
        using var peers = new PeerSet(threads);
        using var cases = new Cases(device, peers, threads);
        Line($"{device.Name}: a launch's sizes by the cost model, the best of all, and how much longer the first takes");
        var ratios = new List<(double Ratio, string Launch)>();
        foreach (var name in cases.Names(filter))
        {
            Line($"{name}");
            foreach (var contestant in cases.Open(name).Contestants.Where(static contestant => contestant.By == Contestant.TileKit))
            {
                selector.Clear();
                do
                {
                    contestant.Run();
                }
                while (!selector.IsDone);

                foreach (var search in selector.Searches)
                {
                    Report(search);
                    if (search.Combinations > 1)
                    {
                        ratios.Add((search.Choice.Median / search.Best.Median, $"{search.Info.Name} in {name}"));
                    }
                }
            }

            cases.Close();
        }

        if (ratios.Count > 0)
        {
            var worst = ratios.MaxBy(static entry => entry.Ratio);
            var close = ratios.Count(static entry => entry.Ratio <= Close);
            Line($"{close} of {ratios.Count} launches within {Close - 1:P0} of the best; worst {worst.Ratio:F3}: {worst.Launch}");
        }

        return 0;
    }

    private static void Report(LaunchSearch search)
    {
        if (search.Combinations == 1)
        {
            Line($"  {search.Info.Name,-24} has no sizes to choose");
            return;
        }

        var (choice, best) = (search.Choice, search.Best);
        var columns = string.Create(
            CultureInfo.InvariantCulture,
            $"{search.Info.Name,-24} {Text(search, choice),-28}{choice.Median,9:F3} ms   {Text(search, best),-28}{best.Median,9:F3} ms");
        Line($"  {columns}{choice.Median / best.Median,8:F3}   of {search.Combinations}");
    }

    private static string Text(LaunchSearch search, SizeTimes entry) =>
        string.Join(", ", search.Info.Tunables.Zip(entry.Sizes, static (tunable, size) => $"{tunable.Name} {size}"));

    private static bool TryRead(IReadOnlyList<string> arguments, out int threads, out string filter)
    {
        (threads, filter) = (Environment.ProcessorCount, "");
        for (var i = 0; i < arguments.Count; i += 2)
        {
            switch (arguments[i], i + 1 < arguments.Count ? arguments[i + 1] : null)
            {
                case ("--threads", { } value) when int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number > 0:
                    threads = number;
                    break;
                case ("--filter", { } value):
                    filter = value;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
