using System.ComponentModel;

namespace TileKit.Tuning;

/// <summary>A generated kernel as the tile selector sees it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITileProgram
{
    /// <summary>Sets the tile sizes, in the order of the kernel's tunables.</summary>
    /// <param name="tiles">The sizes.</param>
    void SetTiles(ReadOnlySpan<int> tiles);

    /// <summary>Tells what a launch with these tile sizes does.</summary>
    /// <param name="cost">Adds it up.</param>
    void Describe(ref TileCost cost);
}
