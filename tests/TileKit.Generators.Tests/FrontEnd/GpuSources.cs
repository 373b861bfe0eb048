using System.Text.RegularExpressions;

namespace TileKit.Generators.Tests.FrontEnd;

/// <summary>Sources for GPU kernels: those have their sizes compiled in, so a test says which.</summary>
internal static class GpuSources
{
    /// <summary>The source with one small size for each tunable and each extent: one or two variants, and those are short.</summary>
    public static string Small(string source) => Sized(source, "16", "16");

    /// <summary>The source with products of BFloat16s: its operands' tensors hold them.</summary>
    public static string OfBFloat16(string source) => Regex
        .Replace(source, @"<float> (?<name>[xwqkv])\b", "<BFloat16> ${name}", RegexOptions.ExplicitCapture)
        .Replace("V[n, 0]", "Cast<float>(V[n, 0])", StringComparison.Ordinal);

    /// <summary>The source with products of sbytes in int, and all tensors of those.</summary>
    public static string OfSByte(string source) => Regex
        .Replace(source, @"(?<tensor>DeviceTensor|Global)<float> (?<name>[xwqkv])\b", "${tensor}<sbyte> ${name}", RegexOptions.ExplicitCapture)
        .Replace("<float>", "<int>", StringComparison.Ordinal);

    /// <summary>The source with lists of sizes for all tunables and for all extents that have none.</summary>
    public static string Sized(string source, string tunes, string extents) => source
        .Replace("[Tune]", $"[Tune({tunes})]", StringComparison.Ordinal)
        .Replace("Axis.Cols)]", $"Axis.Cols, {extents})]", StringComparison.Ordinal)
        .Replace("Axis.Rows)]", $"Axis.Rows, {extents})]", StringComparison.Ordinal);
}
