using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TileKit.Generators.Tests.Robustness;

/// <summary>One random deletion, swap or insertion of a token. Prints as what it did and where.</summary>
internal sealed record Mutilation(SyntaxTree Tree, string Description)
{
    public static Mutilation Of(SyntaxTree tree, Random random)
    {
        var tokens = tree.GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0).ToArray();
        SyntaxToken Any() => tokens[random.Next(tokens.Length)];

        // a name for a name, a number for a number: what is still C# gets further than what is not
        SyntaxToken Like(SyntaxToken token) => tokens.Where(t => t.IsKind(token.Kind())).ToArray() is var alike ? alike[random.Next(alike.Length)] : token;

        var at = Any();
        var other = random.Next(2) == 0 ? Any() : Like(at);
        var (changes, description) = random.Next(4) switch
        {
            0 => (new[] { new TextChange(at.Span, "") }, $"deleted '{at}'"),
            1 => ([new TextChange(at.Span, other.Text), .. at == other ? [] : new[] { new TextChange(other.Span, at.Text) }], $"swapped '{at}' and '{other}'"),
            2 => ([new TextChange(new TextSpan(at.SpanStart, 0), other.Text + " ")], $"inserted '{other}' before '{at}'"),
            _ => (SwapWithNext(tokens, random, out var swapped), swapped),
        };
        var place = tree.GetLineSpan(at.Span).StartLinePosition;
        return new Mutilation(tree.WithChangedText(tree.GetText().WithChanges(changes)), $"{description} at {tree.FilePath}({place.Line + 1},{place.Character + 1})");
    }

    public override string ToString() => Description;

    private static TextChange[] SwapWithNext(SyntaxToken[] tokens, Random random, out string description)
    {
        var index = random.Next(tokens.Length - 1);
        var (first, second) = (tokens[index], tokens[index + 1]);
        description = $"swapped neighbours '{first}' and '{second}'";
        return [new TextChange(first.Span, second.Text), new TextChange(second.Span, first.Text)];
    }
}
