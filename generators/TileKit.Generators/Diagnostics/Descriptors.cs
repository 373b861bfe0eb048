using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Diagnostics;

/// <summary>Every diagnostic of TileKit. TK0xxx: the launcher; TK1xxx: C#; TK2xxx: shapes and types; TK3xxx: memory; TK4xxx: GPUs; TK9xxx: TileKit itself.</summary>
internal static partial class Descriptors
{
    private const string HelpLink = "https://github.com/tilekit/tilekit/blob/main/docs/diagnostics/";

    private static DiagnosticDescriptor Warning(string id, string title, string message) => new(
        id, title, message, "TileKit", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink + id + ".md");

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id, title, message, "TileKit", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink + id + ".md");
}
