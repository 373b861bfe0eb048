using System.Globalization;
using System.Text;
using TileKit.Benchmarks.Peers;
using TileKit.Benchmarks.Speed;

namespace TileKit.Benchmarks.Page;

/// <summary>A run as tables of Markdown.</summary>
internal static class PerformanceTables
{
    private const string None = "–";
    private const string OfBest = "of the run's best";

    // columns of words; all others are of numbers
    private static readonly string[] s_words = ["case", "against", "best peer"];

    /// <summary>All cases: against peers, against other kernels, against the machine.</summary>
    public static string All(RunResult run)
    {
        var text = new StringBuilder();
        AgainstPeers(text, run, [.. run.Cases.Where(HasPeer)]);
        text.Append('\n');
        AgainstKernels(text, run, [.. run.Cases.Where(static result => result.Others.Any())]);
        text.Append('\n');
        AgainstMachine(text, run, [.. run.Cases.Where(static result => !HasPeer(result) && !result.Others.Any())]);
        return text.ToString().TrimEnd();
    }

    /// <summary>The goals that were not reached.</summary>
    public static string Missed(IEnumerable<RunResult> runs)
    {
        var text = new StringBuilder("| threads | case | against | aimed at | reached |\n|---|---|---|---|---|\n");
        foreach (var run in runs)
        {
            foreach (var result in run.Cases)
            {
                foreach (var goal in result.Goals)
                {
                    if (result.Reached(goal) is { } reached && reached < goal.AtLeast)
                    {
                        var (aim, was) = goal.Against == Goal.Roofline
                            ? (Text($"{goal.AtLeast:P0}"), Text($"{reached:P1}"))
                            : (Text($"{goal.AtLeast:F2} ×"), Text($"{reached:F3} ×"));
                        text.Append(CultureInfo.InvariantCulture, $"| {run.Threads} | {result.ShortName} | {goal.Against} | {aim} | {was} |\n");
                    }
                }
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The cases with some names, in all runs.</summary>
    public static string Some(IEnumerable<RunResult> runs, Func<string, bool> has)
    {
        var text = new StringBuilder();
        Head(text, ["case", "threads", Contestant.TileKit, "of roofline", "best / TileKit", "best peer"]);
        foreach (var run in runs)
        {
            foreach (var result in run.Cases.Where(result => has(result.Name)))
            {
                Row(text, [
                    result.ShortName, Text($"{run.Threads}"), Milliseconds(result.TileKit), Text($"{result.OfRoofline:P0}"),
                    Ratio(result.Ratio(result.Peer(Goal.BestPeer))), Best(result)]);
            }
        }

        return text.ToString().TrimEnd();
    }

    private static bool HasPeer(CaseResult result) => result.Peer(Goal.BestPeer) is not null;

    private static void AgainstPeers(StringBuilder text, RunResult run, IReadOnlyList<CaseResult> results)
    {
        Head(text, [
            "case", Contestant.TileKit, .. run.Peers.Select(static peer => peer.Name),
            "best / TileKit", "ORT / TileKit", "of roofline", OfBest, "error", "peers' error", "best peer"]);
        foreach (var result in results)
        {
            var errors = result.Timings.Where(static timing => timing.By != Contestant.TileKit).Max(static timing => timing.Error);
            Row(text, [
                result.ShortName, Milliseconds(result.TileKit),
                .. run.Peers.Select(peer => result.Absence(peer) ?? Milliseconds(result.Peer(peer.Name)!)),
                Ratio(result.Ratio(result.Peer(Goal.BestPeer))), Ratio(result.Ratio(result.Peer(PeerSet.OnnxName))),
                Text($"{result.OfRoofline:P0}"), Text($"{result.Of(run.Machine):P0}"), Text($"{result.TileKit.Error:0e-0}"), Text($"{errors:0e-0}"), Best(result)]);
        }
    }

    private static void AgainstKernels(StringBuilder text, RunResult run, IReadOnlyList<CaseResult> results)
    {
        Head(text, ["case", Contestant.TileKit, "against", "its time", "ratio", "aimed at", "of roofline", OfBest, "error"]);
        foreach (var result in results)
        {
            foreach (var other in result.Others)
            {
                var goal = result.Goals.FirstOrDefault(goal => goal.Against == other.Form);
                Row(text, [
                    result.ShortName, Milliseconds(result.TileKit), other.Form, Milliseconds(other), Ratio(result.Ratio(other)),
                    Ratio(goal?.AtLeast), Text($"{result.OfRoofline:P0}"), Text($"{result.Of(run.Machine):P0}"), Text($"{result.TileKit.Error:0e-0}")]);
            }
        }
    }

    private static void AgainstMachine(StringBuilder text, RunResult run, IReadOnlyList<CaseResult> results)
    {
        Head(text, ["case", Contestant.TileKit, "rate", "of roofline", OfBest, "error"]);
        foreach (var result in results)
        {
            var nanoseconds = result.TileKit.Milliseconds * 1e6;
            var rate = result.Work.IsMemoryBound(run.Machine)
                ? Text($"{result.Work.Bytes / nanoseconds:F1} GB/s")
                : Text($"{result.Work.Flops / nanoseconds:F1} GFLOP/s");
            Row(text, [
                result.ShortName, Milliseconds(result.TileKit), rate, Text($"{result.OfRoofline:P0}"), Text($"{result.Of(run.Machine):P0}"),
                Text($"{result.TileKit.Error:0e-0}")]);
        }
    }

    private static void Head(StringBuilder text, IReadOnlyList<string> cells)
    {
        Row(text, cells);
        Row(text, [.. cells.Select(static cell => s_words.Contains(cell) ? "---" : "---:")]);
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Best(CaseResult result) => result.Peer(Goal.BestPeer) is { } best ? $"{best.By}: {best.Form}" : None;

    private static string Milliseconds(Timing timing) => Text($"{timing.Milliseconds:G4} ms");

    private static string Ratio(double? ratio) => ratio is null ? None : Text($"{ratio:F2} ×");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
