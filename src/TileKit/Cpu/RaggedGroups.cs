using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>Finds the instances of a ragged grid.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RaggedGroups
{
    /// <summary>The group and the tile in it that an instance stands for.</summary>
    /// <param name="offsets">Where the groups begin and the last one ends.</param>
    /// <param name="size">The rows of a tile.</param>
    /// <param name="index">The instance's number among all groups' tiles.</param>
    /// <returns>The group and the tile; −1 and 0 past the last tile.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int Group, int Tile) Find(CpuView<int> offsets, int size, int index)
    {
        // there may be hundreds of groups, and a division takes as long as ten shifts
        var shift = BitOperations.IsPow2(size) ? BitOperations.Log2((uint)size) : -1;
        var begin = offsets.Scalar(0, 0);
        for (var group = 0; group < offsets.Cols - 1; group++)
        {
            var end = offsets.Scalar(0, group + 1);
            var rows = Math.Max(end - begin, 0);
            var tiles = shift >= 0 ? (int)(((uint)rows + (uint)size - 1) >> shift) : Extents.CeilDivide(rows, size);
            if (index < tiles)
            {
                return (group, index);
            }

            index -= tiles;
            begin = end;
        }

        return (-1, 0);
    }
}
