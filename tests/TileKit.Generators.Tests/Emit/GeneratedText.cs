using System.Globalization;
using System.Text.RegularExpressions;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Emit;

/// <summary>Parts of the one file generated for a source.</summary>
internal static partial class GeneratedText
{
    /// <summary>The struct that runs the kernel on the CPU.</summary>
    public static string Cpu(string source)
    {
        var text = GeneratorRun.Of(source).AssertCompiles().Text;
        return text[text.IndexOf("    file partial struct", StringComparison.Ordinal)..text.LastIndexOf("    file partial struct", StringComparison.Ordinal)];
    }

    /// <summary>All the rest: the launcher, its checks and the kernel's info, whose long texts (IR and source) are left out.</summary>
    public static string Launcher(string source)
    {
        var text = GeneratorRun.Of(source).AssertCompiles().Text;
        return LongLiteral().Replace(text.Replace(Cpu(source), "", StringComparison.Ordinal), "\"…\"");
    }

    /// <summary>
    /// What a GPU needs: the part of the kernel's struct that chooses and launches a variant, then the variants, of which only the one
    /// with the fewest threads is left whole.
    /// </summary>
    /// <param name="lanes">The adjacent columns of that variant's threads.</param>
    public static string Ilgpu(string source, int lanes = 4)
    {
        var text = GeneratorRun.Of(source, ilgpu: true).AssertCompiles().Text;
        text = text[text.LastIndexOf("    file partial struct", StringComparison.Ordinal)..];
        var variants = Variant().Matches(text).ToList();
        var shown = variants.Where(v => Number(v, "lanes") == lanes).MinBy(v => Number(v, "rows") * Number(v, "cols"))!;
        return Variant().Replace(text, v => v.Value == shown.Value ? v.Value : $"{v.Groups["head"].Value}        …\n");
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // the comment above a variant, then all up to its last line
    [GeneratedRegex("""
        (?<head> {8}// .*: (?<rows>\d+) x (?<cols>\d+) threads with (?<lanes>\d+) .*\n) {8}public static void Variant\d+\((?:.*\n)*? {8}\}\n
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Variant();

    [GeneratedRegex("""
        "(?:[^"\\\n]|\\.){200,}"
        """)]
    private static partial Regex LongLiteral();
}
