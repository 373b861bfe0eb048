using System.ComponentModel;

namespace TileKit.Cpu;

/// <summary>What a launch comes to.</summary>
/// <param name="Units">The number of units, which run in any order and on any thread.</param>
/// <param name="ScratchBytes">The scratch memory that each thread needs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CpuWork(long Units, long ScratchBytes);
