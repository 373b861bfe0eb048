using System.Linq;
using Microsoft.CodeAnalysis;
using TileKit.Generators.IR;

namespace TileKit.Generators.Diagnostics;

/// <summary>A diagnostic on a kernel before it has a location: <see cref="Site"/> numbers one of the kernel's source sites.</summary>
internal sealed record KernelDiagnostic(DiagnosticDescriptor Descriptor, int Site, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic(EquatableArray<SourceSite> sites) =>
        Diagnostic.Create(Descriptor, sites[Site].ToLocation(), Arguments.ToArray<object>());
}
