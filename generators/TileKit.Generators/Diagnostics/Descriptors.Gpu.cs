using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Diagnostics;

/// <summary>Kernels for GPUs.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor NoGpuVariant = Warning(
        "TK4001", "No tile sizes fit a GPU",
        "'{0}' runs on the CPU only: with all of its tile sizes a tile needs more registers or shared memory than a GPU grants a group of threads; allow smaller sizes in [Tune] or [Extent]");
}
