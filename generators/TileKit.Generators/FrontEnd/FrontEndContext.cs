using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TileKit.Generators.Diagnostics;

namespace TileKit.Generators.FrontEnd;

/// <summary>What the parts of the front end share while they lower one kernel.</summary>
/// <param name="model">The model of the launcher's tree; shared by the kernels of a file, it binds what they share once.</param>
/// <param name="token">Cancels the lowering.</param>
internal sealed class FrontEndContext(SemanticModel model, CancellationToken token)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = new() { [model.SyntaxTree] = model };
    private readonly List<SyntaxNode> bodies = [];

    public CancellationToken Token { get; } = token;

    public SiteTable Sites { get; } = new();

    public List<KernelDiagnostic> Diagnostics { get; } = [];

    /// <summary>The first place where the C# itself looks wrong, so that the compiler reports and the front end does not.</summary>
    public SyntaxNode? BrokenCode { get; private set; }

    public bool HasErrors => Diagnostics.Count > 0 || BrokenCode is not null;

    /// <summary>The files that bodies were read from.</summary>
    public IReadOnlyCollection<SyntaxTree> Trees => models.Keys;

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var found))
        {
            found = model.Compilation.GetSemanticModel(tree);
            models.Add(tree, found);
        }

        return found;
    }

    public void Report(DiagnosticDescriptor descriptor, SyntaxNode at, params string[] arguments) => Report(descriptor, Sites.Add(at), arguments);

    // A helper that is inlined twice has its fault once.
    public void Report(DiagnosticDescriptor descriptor, int site, params string[] arguments)
    {
        var diagnostic = new KernelDiagnostic(descriptor, site, [.. arguments]);
        if (!Diagnostics.Contains(diagnostic))
        {
            Diagnostics.Add(diagnostic);
        }
    }

    public void ReportBrokenCode(SyntaxNode at) => BrokenCode ??= at;

    /// <summary>Remembers a method whose body is being lowered.</summary>
    public void EnterBody(SyntaxNode declaration) => bodies.Add(declaration);

    public bool IsInBody(SyntaxNode node) => bodies.Any(b => b.SyntaxTree == node.SyntaxTree && b.Span.Contains(node.Span));

    /// <summary>Whether the compiler reports errors in a body that was lowered. Slow: it analyses the bodies; only for programs with errors.</summary>
    public bool HasCompilerErrors() => bodies.Distinct().Any(body => ModelOf(body.SyntaxTree)
        .GetDiagnostics(body.Span, Token)
        .Any(d => d.Severity == DiagnosticSeverity.Error));
}
