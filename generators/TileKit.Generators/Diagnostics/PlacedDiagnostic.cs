using System.Linq;
using Microsoft.CodeAnalysis;
using TileKit.Generators.IR;

namespace TileKit.Generators.Diagnostics;

/// <summary>A diagnostic with its place: values only, so that the incremental step that holds it can be compared.</summary>
internal sealed record PlacedDiagnostic(DiagnosticDescriptor Descriptor, SourceSite Site, EquatableArray<string> Arguments)
{
    public static PlacedDiagnostic Create(KernelDiagnostic diagnostic, EquatableArray<SourceSite> sites) =>
        new(diagnostic.Descriptor, sites[diagnostic.Site], diagnostic.Arguments);

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Site.ToLocation(), Arguments.ToArray<object>());
}
