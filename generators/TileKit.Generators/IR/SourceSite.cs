using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TileKit.Generators.IR;

/// <summary>A place in the user's source. Kept apart from the IR, so that typing a comment moves sites and changes no IR.</summary>
internal sealed record SourceSite(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
