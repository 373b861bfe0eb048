using System.Globalization;
using TileKit.Benchmarks.Peers;

namespace TileKit.Benchmarks.Speed;

/// <summary>A run as lines of text, each as soon as it is known.</summary>
internal static class ConsoleReport
{
    public static void Start(RunResult run)
    {
        var threads = run.Threads == 1 ? "thread" : "threads";
        Line($"{run.Processor}, {run.Threads} {threads}, vectors of {run.VectorBits} bits, {run.Rounds} rounds");
        foreach (var peer in run.Peers)
        {
            Line($"{peer.Name,-18}{peer.Version ?? $"missing (benchmarks/get-peers.sh gets it): {peer.Missing}"}");
        }

        Line($"{"machine",-18}{run.Machine}");
        Console.WriteLine();
        var names = string.Concat(run.Peers.Select(static peer => $"{peer.Name,18}"));
        Line($"{"milliseconds",-46}{Contestant.TileKit,10}{names}{"of roofline",13}{"error",9}");
    }

    public static void Wrong(string name, Rejected rejected) => Line(
        $"{name,-46}{rejected.By}, {rejected.Form}: WRONG, off by {rejected.Error:0.0e-0} where {rejected.Tolerance:0.0e-0} is allowed");

    public static void Print(CaseResult result, IReadOnlyList<Peer> peers)
    {
        var cells = string.Concat(peers.Select(peer => $"{result.Absence(peer) ?? Cell(result, result.Peer(peer.Name)!),18}"));
        var kernel = result.TileKit;
        Line($"{result.Name,-46}{kernel.Milliseconds,10:F3}{cells}{result.OfRoofline,13:P0}{kernel.Error,9:0e-0}");
        foreach (var timing in result.Timings.Skip(1))
        {
            var form = $"{timing.By}, {timing.Form}";
            Line($"    {form,-76}{timing.Milliseconds,10:F3} ms{result.Ratio(timing),8:F2} ×   error {timing.Error:0.0e-0}");
        }

        foreach (var goal in result.Goals)
        {
            if (result.Reached(goal) is { } reached && reached < goal.AtLeast)
            {
                Line($"    goal missed: {goal.Against}: {reached:F3} where {goal.AtLeast:F3} was aimed at");
            }
        }
    }

    public static void End(RunResult run, IReadOnlyList<string> wrong)
    {
        Console.WriteLine();
        Line($"{"machine",-18}{run.Machine} at best");
        if (wrong.Count > 0)
        {
            Line($"WRONG results of TileKit, not measured: {string.Join("; ", wrong)}");
        }
    }

    private static string Cell(CaseResult result, Timing timing) =>
        string.Create(CultureInfo.InvariantCulture, $"{timing.Milliseconds:F3} ({result.Ratio(timing):F2}×)");

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
