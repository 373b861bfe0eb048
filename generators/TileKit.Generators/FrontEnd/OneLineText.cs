using System.Text;
using Microsoft.CodeAnalysis;

namespace TileKit.Generators.FrontEnd;

/// <summary>The text of a piece of source on one line and without comments, so that neither reaches the IR.</summary>
internal static class OneLineText
{
    public static string Of(SyntaxNode node)
    {
        var text = new StringBuilder();
        var isSpaced = false;
        foreach (var token in node.DescendantTokens())
        {
            if (text.Length > 0 && (isSpaced || token.HasLeadingTrivia))
            {
                text.Append(' ');
            }

            text.Append(token.Text);
            isSpaced = token.HasTrailingTrivia;
        }

        return text.ToString();
    }
}
