using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TileKit.Generators.FrontEnd;

/// <summary>
/// A hash of all that a compilation declares: every token outside method bodies, and the references. While it stays the
/// same, a body in an unchanged file means what it meant.
/// </summary>
internal static class DeclarationFingerprint
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private static readonly ConditionalWeakTable<Compilation, StrongBox<ulong>> Compilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ulong>> Trees = new();

    public static ulong Of(Compilation compilation, CancellationToken token)
    {
        if (!Compilations.TryGetValue(compilation, out var known))
        {
            known = Compilations.GetValue(compilation, c => new StrongBox<ulong>(Compute(c, token)));
        }

        return known.Value;
    }

    private static ulong Compute(Compilation compilation, CancellationToken token)
    {
        // of the options, only what changes what a body means (they have no hash of their own: it is not implemented)
        var hash = Add(Start, compilation.Options.CheckOverflow ? 1UL : 0);
        foreach (var reference in compilation.References)
        {
            hash = Add(hash, (ulong)RuntimeHelpers.GetHashCode(reference));
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            token.ThrowIfCancellationRequested();
            hash = Add(hash, Trees.GetValue(tree, t => new StrongBox<ulong>(Compute(t.GetRoot()))).Value);
        }

        return hash;
    }

    private static ulong Compute(SyntaxNode root)
    {
        var hash = Start;
        foreach (var token in root.DescendantTokens(node => !IsBody(node)))
        {
            hash = Add(hash, (ulong)token.RawKind);
            foreach (var character in token.Text)
            {
                hash = Add(hash, character);
            }
        }

        return hash;
    }

    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax;

    private static ulong Add(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);
}
