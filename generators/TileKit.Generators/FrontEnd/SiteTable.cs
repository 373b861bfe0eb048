using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>Numbers places in the user's source in the order in which they are first met, so that numbers do not depend on positions.</summary>
internal sealed class SiteTable
{
    private readonly Dictionary<(SyntaxTree Tree, TextSpan Span), int> numbers = [];
    private readonly List<(SyntaxTree Tree, TextSpan Span)> places = [];

    public int Add(SyntaxNode node) => Add(node.SyntaxTree, node.Span);

    public int Add(SyntaxToken token) => Add(token.SyntaxTree!, token.Span);

    public int Add(SyntaxTree tree, TextSpan span)
    {
        if (!numbers.TryGetValue((tree, span), out var number))
        {
            number = places.Count;
            numbers.Add((tree, span), number);
            places.Add((tree, span));
        }

        return number;
    }

    public EquatableArray<SourceSite> ToSites()
    {
        var sites = new SourceSite[places.Count];
        for (var i = 0; i < sites.Length; i++)
        {
            var (tree, span) = places[i];
            sites[i] = new SourceSite(tree.FilePath, span, tree.GetLineSpan(span).Span);
        }

        return [.. sites];
    }
}
