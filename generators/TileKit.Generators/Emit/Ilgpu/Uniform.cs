using System.Linq;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>What all threads of a group do alike: conditions and barriers.</summary>
internal static class Uniform
{
    /// <summary>All threads wait for each other. Without the fence ILGPU moves loads past it.</summary>
    public const string Barrier = "Fence.Shared(); Group.Barrier();";

    /// <summary>A thread waits for its copies; before a barrier, so that all threads see all of them.</summary>
    public const string Await = "Copies.Wait();";

    /// <summary>Whether an extent is as large as a tile; empty where it always is.</summary>
    public static string Covers(ExtentSet extent, int nominal) => string.Join(" & ", extent.Locals.Select(l => $"{l} >= {nominal}"));

    /// <summary>All of some conditions.</summary>
    public static string All(params string[] tests) => string.Join(" & ", tests.Where(t => t.Length > 0));
}
