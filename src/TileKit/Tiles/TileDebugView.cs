namespace TileKit;

/// <summary>What a debugger shows of a tile: its real elements as a table.</summary>
internal sealed class TileDebugView<T>(Tile<T> tile)
    where T : unmanaged
{
    public T[,] Elements { get; } = tile.Block.ToTable();
}
