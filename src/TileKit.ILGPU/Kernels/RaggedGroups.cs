using System.ComponentModel;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>Finds the instances of a ragged grid.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RaggedGroups
{
    /// <summary>The group of the instance; −1 past the last tile.</summary>
    public int Group;

    /// <summary>The tile in the group.</summary>
    public int Tile;

    /// <summary>Finds one.</summary>
    /// <param name="offsets">Where the groups begin and the last one ends.</param>
    /// <param name="size">The rows of a tile.</param>
    /// <param name="index">The instance's number among all groups' tiles.</param>
    public static RaggedGroups Find(View<int> offsets, int size, int index)
    {
        var found = new RaggedGroups { Group = -1 };
        if (offsets.Batch > 0 & offsets.Depth > 0 & offsets.Rows > 0)
        {
            var start = offsets.Data[0];
            for (var group = 1; group < offsets.Cols; group++)
            {
                var end = offsets.Data[group];
                var tiles = Extents.CeilDivide(Math.Max(end - start, 0), size);
                if (index >= 0 & index < tiles)
                {
                    found.Group = group - 1;
                    found.Tile = index;
                }

                index -= tiles;
                start = end;
            }
        }

        return found;
    }
}
