using System.Numerics;

namespace TileKit.Tuning;

/// <summary>Hashes that are the same in every process, unlike the run time's own: they name things in files.</summary>
internal static class StableHash
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The hash of what had a hash, with a value after it.</summary>
    public static ulong Add(ulong hash, ulong value) => BitOperations.RotateLeft((hash ^ value) * Odd, 29) + 1;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(string text)
    {
        var hash = Add(0, (ulong)text.Length);
        foreach (var character in text)
        {
            hash = Add(hash, character);
        }

        return hash;
    }
}
