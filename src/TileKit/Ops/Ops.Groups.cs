namespace TileKit;

/// <content>Grids over groups of different lengths.</content>
public static partial class Ops
{
    /// <summary>
    /// A ragged grid: every group with every tile of it. Group g has the rows from <c>offsets[g]</c> up to <c>offsets[g + 1]</c>, cut into
    /// tiles of <paramref name="size"/>; the last tile of a group ends with it. Nothing is padded: an empty group has no tile.
    /// </summary>
    /// <remarks>
    /// The offsets are read while the kernel runs. They must ascend from 0 or more to at most <paramref name="length"/>: the eager run checks
    /// it, a kernel cannot, and where they do not, what is stored is undefined. An instance finds its group by a walk over the offsets.
    /// </remarks>
    /// <param name="offsets">Where the groups begin, and at last where the last one ends: one more than there are groups.</param>
    /// <param name="length">How many rows (or columns) the groups share.</param>
    /// <param name="size">The rows (or columns) of a tile, positive.</param>
    /// <exception cref="ArgumentException">The offsets do not ascend, or leave the range.</exception>
    public static IEnumerable<(int Group, int Tile)> Groups(Global<int> offsets, int length, int size) => RaggedGrid.Tiles(offsets, length, size);

    /// <summary>A ragged grid, each of its instances for all values of another index. See <see cref="Groups(Global{int}, int, int)"/>.</summary>
    /// <param name="offsets">Where the groups begin, and at last where the last one ends: one more than there are groups.</param>
    /// <param name="length">How many rows (or columns) the groups share.</param>
    /// <param name="size">The rows (or columns) of a tile, positive.</param>
    /// <param name="count">How many other indices there are.</param>
    /// <exception cref="ArgumentException">The offsets do not ascend, or leave the range.</exception>
    public static IEnumerable<(int Group, int Tile, int Third)> Groups(Global<int> offsets, int length, int size, int count)
    {
        foreach (var (group, tile) in Groups(offsets, length, size))
        {
            foreach (var i in Grid(count))
            {
                yield return (group, tile, i);
            }
        }
    }

    /// <summary>A ragged grid, each of its instances for all pairs of two other indices. See <see cref="Groups(Global{int}, int, int)"/>.</summary>
    /// <param name="offsets">Where the groups begin, and at last where the last one ends: one more than there are groups.</param>
    /// <param name="length">How many rows (or columns) the groups share.</param>
    /// <param name="size">The rows (or columns) of a tile, positive.</param>
    /// <param name="third">How many third indices there are.</param>
    /// <param name="fourth">How many fourth indices there are.</param>
    /// <exception cref="ArgumentException">The offsets do not ascend, or leave the range.</exception>
    public static IEnumerable<(int Group, int Tile, int Third, int Fourth)> Groups(Global<int> offsets, int length, int size, int third, int fourth)
    {
        foreach (var (group, tile) in Groups(offsets, length, size))
        {
            foreach (var (i, j) in Grid(third, fourth))
            {
                yield return (group, tile, i, j);
            }
        }
    }
}
