#if !ILGPU_PACKAGE
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TileKit.Ilgpu.Tests.Generated;

namespace TileKit.Ilgpu.Tests.Mutants;

/// <summary>Makes faults in the text of a generated kernel, and a source that has all its mutants as further variants.</summary>
internal static partial class MutantSource
{
    private static readonly string[] Formats = ["F32", "F16", "BF16", "U16", "I8", "I32"];

    /// <summary>
    /// All mutants of a variant. Unrolled code has the same statement many times over, with other numbers in its names: its fault is made
    /// once.
    /// </summary>
    public static IReadOnlyList<Mutant> Of(MethodDeclarationSyntax variant)
    {
        var mutants = new List<Mutant>();
        var seen = new HashSet<string>();
        foreach (var node in variant.Body!.DescendantNodes())
        {
            foreach (var (kind, span, text) in Faults(node))
            {
                var where = (node.FirstAncestorOrSelf<StatementSyntax>() is { } statement ? Head(statement) : node.ToString()).ReplaceLineEndings(" ");
                var loops = node.Ancestors().OfType<ForStatementSyntax>().Count();
                var whole = node is IfStatementSyntax ? node.ToString() : where;
                var barrier = kind == MutantKind.Barrier ? span.Start : 0;
                if (!seen.Add($"{kind} {barrier} {loops} {Numbers().Replace($"{text} {whole}", "$1#")}"))
                {
                    continue;
                }

                var name = $"Mutant{mutants.Count}";
                var body = SourceText.From(variant.SyntaxTree.ToString())
                    .WithChanges(new TextChange(variant.Identifier.Span, name), new TextChange(span, text))
                    .ToString(new TextSpan(variant.SpanStart, variant.Span.Length + name.Length - variant.Identifier.Span.Length + text.Length - span.Length));
                mutants.Add(new(kind, $"{where.Trim()}{(kind == MutantKind.Barrier ? Neighbours(node) : "")}", body, name));
            }
        }

        return mutants;
    }

    /// <summary>The generated file with the mutants behind the variants it has.</summary>
    public static string Add(GeneratedKernel kernel, MethodDeclarationSyntax variant, IReadOnlyList<Mutant> mutants)
    {
        var entry = Regex.Match(kernel.Text, $@"new[^\n]*IlgpuVariant<[^\n]*\n[^\n]*\n[^\n]*\.{variant.Identifier.ValueText}\b[^)]*\)\)");
        var last = Regex.Matches(kernel.Text, @"\.Variant\d+[^)]*\)\)(?=\);)").Single();
        var entries = string.Concat(mutants.Select(mutant => ",\n" + Regex.Replace(entry.Value, $@"\.{variant.Identifier.ValueText}\b", $".{mutant.Name}")));
        var bodies = mutants.Aggregate(new StringBuilder(), static (text, mutant) => text.Append("\n\n").Append(mutant.Body));
        return SourceText.From(kernel.Text)
            .WithChanges(new TextChange(new(last.Index + last.Length, 0), entries), new TextChange(new(kernel.Variants[^1].Span.End, 0), bodies.ToString()))
            .ToString();
    }

    private static IEnumerable<(MutantKind Kind, TextSpan Span, string Text)> Faults(SyntaxNode node)
    {
        switch (node)
        {
            case ExpressionStatementSyntax statement when statement.ToString() == "Group.Barrier();":
                yield return (MutantKind.Barrier, statement.Span, ";");
                break;
            case ExpressionStatementSyntax statement when statement.ToString() == "Copies.Wait();":
                yield return (MutantKind.Wait, statement.Span, ";");
                break;
            case InvocationExpressionSyntax copy when copy.Expression.ToString() == "Copies.Start":
                var places = copy.ArgumentList.Arguments;
                yield return (MutantKind.Column, places[1].Span, $"{places[1]} + 8");
                yield return (MutantKind.Column, places[3].Span, $"{places[3]} + 8");
                if (places.Count > 4)
                {
                    yield return (MutantKind.Edge, TextSpan.FromBounds(places[3].Span.End, places[4].Span.End), "");
                }

                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } access 
                when (Formats.Contains(method.Expression.ToString()) || IsOfFragments(method)) && access.ArgumentList.Arguments.Count > 1:
                var name = method.Name.Identifier.ValueText;
                var arguments = access.ArgumentList.Arguments;
                var index = arguments[1].Expression;
                var isGuarded = !IsOfFragments(method) && arguments.Count > (name.StartsWith("Store", StringComparison.Ordinal) ? 3 : 2);
                var inQuads = arguments[0].ToString() is "qa" or "qb";
                var one = isGuarded || inQuads ? 1 : Formats.Contains(method.Expression.ToString()) ? Lanes(name) : 8;
                yield return (MutantKind.Column, index.Span, $"{index} + {one}");
                if (index.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault(IsRow) is { } row)
                {
                    yield return (MutantKind.Pitch, row.Right.Span, $"({row.Right} + {one})");
                }

                if (isGuarded)
                {
                    // the whole access; its index is that of its quad
                    yield return (MutantKind.Edge, TextSpan.FromBounds(arguments[^2].Span.End, arguments[^1].Span.End), "");
                }

                break;
            case ConditionalExpressionSyntax choice when IsEdge(choice.Condition):
                yield return (MutantKind.Edge, choice.Condition.Span, "true");
                break;
            case IfStatementSyntax test when IsEdge(test.Condition):
                yield return (MutantKind.Edge, test.Condition.Span, "true");
                break;
        }
    }

    private static bool IsOfFragments(MemberAccessExpressionSyntax method) => method.ToString() is "Fragments.Load" or "Fragments.LoadTurned" or "Fragments.Gather";

    // how many elements a method moves
    private static int Lanes(string name) => name.AsSpan().IndexOfAnyInRange('0', '9') is var digit and >= 0 ? Math.Min(4, int.Parse(name.AsSpan(digit), CultureInfo.InvariantCulture)) : 1;

    private static bool IsRow(BinaryExpressionSyntax product) =>
        product.IsKind(SyntaxKind.MultiplyExpression) && product.Left.ToString() != "0" && (product.Right is MemberAccessExpressionSyntax || product.Right is LiteralExpressionSyntax { Token.Value: > 4 });

    // of threads, rows and columns against extents; choices of the program have an s, one is the device's
    private static bool IsEdge(ExpressionSyntax condition) => !Choice().IsMatch(condition.ToString());

    private static string Head(StatementSyntax statement) => statement is IfStatementSyntax { Statement: BlockSyntax then } test
        ? $"if ({test.Condition}) {{ {then.Statements[0].ToString().Split('\n')[0]} …"
        : statement.ToString();

    private static string Neighbours(SyntaxNode barrier)
    {
        var block = ((BlockSyntax)barrier.Parent!).Statements;
        var at = block.IndexOf((StatementSyntax)barrier);
        return $" after [{Text(at - 1)}] before [{Text(at + 1)}]";

        string Text(int i) => i < 0 ? "{" : i == block.Count ? "}" : block[i].ToString().Split('\n') is [var line] ? line : $"{block[i].ToString().Split('\n')[0]} …";
    }

    // those in names and in sums: k1, c0_2, .V3, k0 + 3
    [GeneratedRegex(@"\b([a-z]+)[\d_]+\b|(?<=\.V)\d+|(?<=\(\w+ \+ )\d+(?=\))")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b(s\d+|exact0)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Choice();
}
#endif
