namespace TileKit;

/// <summary>Groups of different lengths that lie one after the other.</summary>
internal static class RaggedGrid
{
    /// <summary>Where a group starts and how long it is; empty for one that does not exist.</summary>
    public static (int Start, int Count) Group(Global<int> offsets, int group)
        => group < 0 || group >= offsets.Cols - 1 ? (0, 0) : (offsets[group], offsets[group + 1] - offsets[group]);

    /// <summary>Each group with the number of each of its pieces.</summary>
    public static IEnumerable<(int Group, int Tile)> Tiles(Global<int> offsets, int length, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        for (var group = 0; group < offsets.Cols - 1; group++)
        {
            var (start, count) = Group(offsets, group);
            if (start < 0 || count < 0 || start + count > length)
            {
                throw new ArgumentException(
                    $"Offsets ascend from 0 to at most {length}, but group {group} goes from {start} to {start + count}.", nameof(offsets));
            }

            for (var tile = 0; tile < Ops.CeilDiv(count, size); tile++)
            {
                yield return (group, tile);
            }
        }
    }
}
