using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators;

/// <summary>What the front end makes of one attributed method.</summary>
/// <param name="Kernel">The IR; null when the program or the launcher has an error.</param>
/// <param name="Rejected">What is left of a kernel with an error; null also when not even its launcher can be implemented.</param>
/// <param name="Sites">The places that ops and diagnostics refer to by number; the launcher's name is number 0.</param>
/// <param name="Diagnostics">The front end's own diagnostics.</param>
internal sealed record LoweredKernel(
    Kernel? Kernel, RejectedKernel? Rejected, EquatableArray<SourceSite> Sites, EquatableArray<KernelDiagnostic> Diagnostics);
