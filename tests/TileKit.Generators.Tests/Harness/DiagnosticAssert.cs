using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TileKit.Generators.Tests.Harness;

/// <summary>Asserts that marked source gets exactly the diagnostics it asks for, at exactly the marked spans.</summary>
internal static class DiagnosticAssert
{
    /// <summary>
    /// Runs generator and analyzers over <paramref name="marked"/> (see <see cref="Markup"/>) and compares id and span of
    /// everything they report. No mark: nothing may be reported.
    /// </summary>
    /// <returns>What was reported, ordered by place.</returns>
    public static ImmutableArray<Diagnostic> Reports(string marked, string? id = null, GeneratorSubject? subject = null)
    {
        var (source, expected) = Markup.Parse(marked, id);
        var run = GeneratorRun.Of(source, subject);
        ImmutableArray<Diagnostic> reported = [.. All(run).OrderBy(static diagnostic => diagnostic.Location.SourceSpan)];

        var missing = expected.Select(Key).ToList();
        var unexpected = reported.Where(diagnostic => !missing.Remove(Key(diagnostic))).ToList();
        Assert.True(missing.Count == 0 && unexpected.Count == 0, Explain(source, missing, unexpected));
        return reported;
    }

    /// <summary>As <see cref="Reports"/> with one mark, and the message must contain every fragment.</summary>
    public static void Reports(string marked, string id, params string[] fragments)
    {
        var message = Assert.Single(Reports(marked, id)).GetMessage(null);
        Assert.All(fragments, fragment => Assert.Contains(fragment, message, StringComparison.Ordinal));
    }

    /// <summary>Asserts that TileKit and the compiler together report the marked errors and no others, in generated files neither.</summary>
    public static void OnlyErrors(string marked)
    {
        var (source, expected) = Markup.Parse(marked);
        var run = GeneratorRun.Of(source);
        var missing = expected.Select(Key).ToList();
        var unexpected = All(run).Concat(run.Output.GetDiagnostics())
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Where(diagnostic => !missing.Remove(Key(diagnostic))).ToList();
        Assert.True(missing.Count == 0 && unexpected.Count == 0, Explain(source, missing, unexpected));
    }

    /// <summary>Everything TileKit reports on the source of a run: the generator's diagnostics and the analyzers'.</summary>
    public static IEnumerable<Diagnostic> All(GeneratorRun run)
    {
        var analyzers = run.Subject.Analyzers;
        return analyzers.IsEmpty
            ? run.Diagnostics
            : run.Diagnostics.Concat(run.Output.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult());
    }

    private static (string, string, int, int) Key(ExpectedDiagnostic expected) =>
        (TestCompilation.SourcePath, expected.Id, expected.Span.Start, expected.Span.End);

    private static (string, string, int, int) Key(Diagnostic reported)
    {
        var place = reported.Location;
        return (place.GetLineSpan().Path ?? "", reported.Id, place.SourceSpan.Start, place.SourceSpan.End);
    }

    // Prints what would have to be marked, ready to paste.
    private static string Explain(string source, List<(string, string Id, int Start, int End)> missing, List<Diagnostic> unexpected)
    {
        var lines = missing.Select(e => $"not reported: {{|{e.Id}:{source[e.Start..e.End]}|}}").ToList();
        foreach (var diagnostic in unexpected)
        {
            var span = diagnostic.Location.SourceSpan;
            var text = span.End <= source.Length && span.Length > 0 ? source.Substring(span.Start, span.Length) : "";
            lines.Add($"not expected: {{|{diagnostic.Id}:{text}|}} {diagnostic}");
        }

        return string.Join("\n", lines);
    }
}
