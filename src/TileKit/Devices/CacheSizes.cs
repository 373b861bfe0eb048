using System.Globalization;

namespace TileKit;

/// <summary>The cache sizes that Linux tells of a core, in bytes.</summary>
internal readonly record struct CacheSizes(long L1, long L2, long L3)
{
    private const long KiB = 1024;

    /// <summary>Reads the folder of a core's caches. What is missing or unreadable falls back to the sizes of a common small core.</summary>
    public static CacheSizes Read(string folder)
    {
        var l1 = 32 * KiB;
        var l2 = 512 * KiB;
        var l3 = 0L;
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
        return new(l1, l2, l3 > 0 ? l3 : Math.Max(l2, 4096 * KiB));
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
