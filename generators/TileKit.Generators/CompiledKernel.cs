using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators;

/// <summary>What the passes and the emitters make of one kernel.</summary>
/// <param name="HintName">The generated file's name.</param>
/// <param name="Source">Its text; for a kernel with errors a launcher that throws.</param>
/// <param name="Diagnostics">What the passes found wrong.</param>
internal sealed record CompiledKernel(string HintName, string Source, EquatableArray<KernelDiagnostic> Diagnostics);
