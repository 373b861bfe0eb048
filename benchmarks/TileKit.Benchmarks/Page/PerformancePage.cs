using System.Globalization;
using TileKit.Benchmarks.Speed;

namespace TileKit.Benchmarks.Page;

/// <summary>
/// <c>docs/performance.md</c>: what a run measured is kept beside it, one file for each number of threads, and the parts of the page
/// between markers are written anew out of all of these. The text around them is people's.
/// </summary>
internal static class PerformancePage
{
    private const string Folder = "performance";

    /// <summary>Keeps a run and writes the page and its charts.</summary>
    /// <param name="docs">The folder of the page.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="InvalidDataException">The page lacks a marker.</exception>
    public static void Write(string docs, RunResult run)
    {
        var folder = Directory.CreateDirectory(Path.Combine(docs, Folder)).FullName;
        run.Write(Path.Combine(folder, Invariant($"threads-{run.Threads}.json")));
        RunResult[] runs = [.. Directory.EnumerateFiles(folder, "threads-*.json").Select(RunResult.Read).OrderBy(static kept => kept.Threads)];
        foreach (var kept in runs)
        {
            File.WriteAllText(Path.Combine(folder, Chart(kept)), RooflineChart.Draw(kept));
        }

        var page = Path.Combine(docs, "performance.md");
        var text = File.ReadAllText(page);
        text = Replace(text, "machine", string.Join('\n', runs.Select(MachineLine)));
        text = Replace(text, "charts", string.Join("\n\n", runs.Select(static kept => $"![Roofline, {Threads(kept)}]({Folder}/{Chart(kept)})")));
        text = Replace(text, "tables", string.Join("\n\n", runs.Select(Tables)));
        File.WriteAllText(page, Replace(text, "missed", PerformanceTables.Missed(runs)));
        KernelPages.Write(docs, runs);
    }

    /// <summary>Replaces what is between a part's markers.</summary>
    private static string Replace(string text, string part, string content)
    {
        var (begin, end) = ($"<!-- measured: {part} -->", $"<!-- /measured: {part} -->");
        var start = text.IndexOf(begin, StringComparison.Ordinal);
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        return start < 0 || stop < start
            ? throw new InvalidDataException($"The page has no place for '{part}': it needs the lines {begin} and {end}.")
            : $"{text[..(start + begin.Length)]}\n{content}\n{text[stop..]}";
    }

    private static string MachineLine(RunResult run)
    {
        var peers = string.Join("; ", run.Peers.Select(static peer => $"{peer.Name} {peer.Version ?? "missing"}"));
        return Invariant(
            $"""
            - **{Capital(Threads(run))}**, {run.Date}, {run.Processor}, vectors of {run.VectorBits} bits, at most {run.Rounds} rounds: {run.Machine}.
              {peers}.
            """);
    }

    private static string Tables(RunResult run) => $"### {Capital(Threads(run))}\n\n{PerformanceTables.All(run)}";

    private static string Chart(RunResult run) => Invariant($"roofline-{run.Threads}.svg");

    private static string Threads(RunResult run) => run.Threads == 1 ? "one thread" : Invariant($"{run.Threads} threads");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
