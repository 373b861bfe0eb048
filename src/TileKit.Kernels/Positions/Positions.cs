namespace TileKit.Kernels;

/// <summary>What tells a transformer the places of its tokens.</summary>
public static partial class Positions;
