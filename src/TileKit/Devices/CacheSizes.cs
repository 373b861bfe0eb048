using System.Globalization;

namespace TileKit;

/// <summary>The cache sizes of a core, in bytes; 0 where they are not known.</summary>
internal readonly record struct CacheSizes(long L1, long L2, long L3)
{
    private const long KiB = 1024;

    private static readonly CacheSizes s_small = new(32 * KiB, 512 * KiB, 0);

    /// <summary>These sizes, with others where they are 0.</summary>
    public CacheSizes Or(CacheSizes other) => new(L1 > 0 ? L1 : other.L1, L2 > 0 ? L2 : other.L2, L3 > 0 ? L3 : other.L3);

    /// <summary>
    /// Reads the folder of a core's caches. What is missing or unreadable there is taken from <paramref name="otherwise"/>, and at last from a common small core.
    /// </summary>
    public static CacheSizes Read(string folder, CacheSizes otherwise)
    {
        var (l1, l2, l3) = (0L, 0L, 0L);
        foreach (var cache in Caches(folder))
        {
            if (ReadText(cache, "type") == "Instruction" || ParseBytes(ReadText(cache, "size")) is not { } bytes)
            {
                continue;
            }

            switch (ReadText(cache, "level"))
            {
                case "1":
                    l1 = bytes;
                    break;
                case "2":
                    l2 = bytes;
                    break;
                case "3":
                    l3 = bytes;
                    break;
            }
        }

        // A machine without a third level has its second one as the last.
        var sizes = new CacheSizes(l1, l2, l3).Or(otherwise).Or(s_small);
        return sizes.Or(new(0, 0, Math.Max(sizes.L2, 4096 * KiB)));
    }

    /// <summary>A size as Linux writes it: a number with K, M or G after it, or none.</summary>
    internal static long? ParseBytes(string text)
    {
        var unit = text.Length == 0 ? 0 : text[^1] switch { 'K' => KiB, 'M' => KiB * KiB, 'G' => KiB * KiB * KiB, _ => 1 };
        var digits = unit > 1 ? text[..^1] : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1L << 30
            ? number * unit
            : null;
    }

    private static string[] Caches(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetDirectories(folder, "index*") : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string ReadText(string cache, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(cache, file)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
