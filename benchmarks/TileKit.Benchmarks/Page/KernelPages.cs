using TileKit.Benchmarks.Speed;

namespace TileKit.Benchmarks.Page;

/// <summary>
/// <c>docs/kernels/*.md</c>: between <c>&lt;!-- measured: cases text; text; !text --&gt;</c> and <c>&lt;!-- /measured: cases --&gt;</c> stand the cases with one
/// of the texts in their names, and with none of those after an exclamation mark.
/// </summary>
internal static class KernelPages
{
    private const string Begin = "<!-- measured: cases ";
    private const string Close = " -->";
    private const string End = "<!-- /measured: cases -->";

    /// <summary>Writes the tables of all pages that have the markers.</summary>
    /// <param name="docs">The folder that has the pages in its folder <c>kernels</c>.</param>
    /// <param name="runs">What was measured.</param>
    public static void Write(string docs, IReadOnlyList<RunResult> runs)
    {
        foreach (var page in Directory.EnumerateFiles(Path.Combine(docs, "kernels"), "*.md"))
        {
            var text = File.ReadAllText(page);
            var start = text.IndexOf(Begin, StringComparison.Ordinal);
            var stop = text.IndexOf(End, StringComparison.Ordinal);
            if (start >= 0 && stop > start)
            {
                var list = text.IndexOf(Close, start, StringComparison.Ordinal);
                var texts = text[(start + Begin.Length)..list].Split("; ");
                var table = PerformanceTables.Some(runs, name => Has(name, texts));
                File.WriteAllText(page, $"{text[..(list + Close.Length)]}\n{table}\n{text[stop..]}");
            }
        }
    }

    private static bool Has(string name, string[] texts) =>
        texts.Any(text => text[0] != '!' && name.Contains(text, StringComparison.OrdinalIgnoreCase))
        && !texts.Any(text => text[0] == '!' && name.Contains(text[1..], StringComparison.OrdinalIgnoreCase));
}
