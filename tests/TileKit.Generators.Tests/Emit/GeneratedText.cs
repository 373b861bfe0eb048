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

    [GeneratedRegex("""
        "(?:[^"\\\n]|\\.){200,}"
        """)]
    private static partial Regex LongLiteral();
}
