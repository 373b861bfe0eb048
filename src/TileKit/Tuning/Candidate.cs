namespace TileKit.Tuning;

/// <summary>Tile sizes that a launch may use.</summary>
/// <param name="Tiles">The sizes, in the order of the kernel's tunables.</param>
/// <param name="Variant">The GPU variant that has them; −1 on the CPU.</param>
internal sealed record Candidate(int[] Tiles, int Variant = -1);
