using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor InternalError = Error(
        "TK9001", "TileKit failed", "TileKit could not compile '{0}' ({1}: {2}); please report this");
}
