using System.Diagnostics;

namespace TileKit.Benchmarks.Speed;

/// <summary>
/// Measures all contestants of a case in turns, A B C A B C …, so that whatever slows the machine down slows all of them. A turn repeats a
/// short run until it has taken long enough for the clock and for the caches to be its own, not its neighbour's.
/// </summary>
internal static class Rounds
{
    private const int Fewest = 5;

    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(15);

    // threads of a library wait busily for a while after a run: they must not take the next one's cores
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(40);

    // a case that takes longer has fewer rounds
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(15);

    /// <summary>Measures a case.</summary>
    /// <param name="tested">The case.</param>
    /// <param name="contestants">Those whose results are right, with their errors; the kernel first.</param>
    /// <param name="machine">Measured along: what the machine can do in these very moments.</param>
    /// <param name="usual">What it could do before.</param>
    /// <param name="rounds">How many rounds, unless they take too long.</param>
    public static CaseResult Measure(
        Case tested, IReadOnlyList<(Contestant Contestant, double Error)> contestants, Machine machine, Rates usual, int rounds)
    {
        var times = contestants.Select(_ => new List<double>()).ToArray();
        foreach (var (kernel, _) in contestants.Where(static entry => entry.Contestant.By == Contestant.TileKit))
        {
            Settling.Run(kernel.Run);
        }

        var limits = new List<Rates>();
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds && (round < Fewest || Stopwatch.GetElapsedTime(start) < s_budget); round++)
        {
            limits.Add(Limit(tested.Work, machine, usual));
            for (var i = 0; i < times.Length; i++)
            {
                times[i].Add(Milliseconds(contestants[i].Contestant.Run));
            }
        }

        var timings = contestants.Zip(times, static (entry, list) =>
            new Timing(entry.Contestant.By, entry.Contestant.Form, Median(list), list.Min(), entry.Error));
        var best = limits.Aggregate(usual, static (best, limit) => best.Best(limit));
        var meanwhile = best with
        {
            ReadGigabytes = Median(limits.Select(static limit => limit.ReadGigabytes)),
            CopyGigabytes = Median(limits.Select(static limit => limit.CopyGigabytes)),
        };
        return new(tested.Name, tested.Work, meanwhile, best, [.. timings], [], tested.Goals);
    }

    // only the limit that the case has: measuring memory takes longer than most cases
    private static Rates Limit(Work work, Machine machine, Rates usual)
    {
        if (!work.IsMemoryBound(usual))
        {
            return usual with { Gflops = machine.Gflops() };
        }

        return work.OnlyReads ? usual with { ReadGigabytes = machine.ReadGigabytes() } : usual with { CopyGigabytes = machine.CopyGigabytes() };
    }

    private static double Milliseconds(Action run)
    {
        Thread.Sleep(s_pause);
        var start = Stopwatch.GetTimestamp();
        run();
        if (Stopwatch.GetElapsedTime(start) is var first && first > 10 * s_turn)
        {
            return first.TotalMilliseconds; // nothing that a first run finds cold takes part of this
        }

        // a core that has slept takes a while to its full clock
        while (Stopwatch.GetElapsedTime(start) < s_warmUp)
        {
            run();
        }

        var runs = 0;
        start = Stopwatch.GetTimestamp();
        do
        {
            run();
            runs++;
        }
        while (Stopwatch.GetElapsedTime(start) < s_turn);

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / runs;
    }

    /// <summary>The value in the middle, or the mean of the two there.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
