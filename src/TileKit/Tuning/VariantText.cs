namespace TileKit.Tuning;

/// <summary>How messages show a variant's sizes.</summary>
internal static class VariantText
{
    /// <summary><c>BM 128, BN 64</c>.</summary>
    public static string Sizes(ReadOnlySpan<string> names, ReadOnlySpan<int> sizes)
    {
        var parts = new string[sizes.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = $"{names[i]} {sizes[i]}";
        }

        return parts.Length == 0 ? "no tile sizes" : string.Join(", ", parts);
    }
}
