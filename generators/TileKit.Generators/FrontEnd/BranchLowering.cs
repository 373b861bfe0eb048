using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>if and else. What the branches assign differently leaves as results of the IfOp.</content>
internal sealed partial class ProgramLowering
{
    private void LowerIf(IConditionalOperation branch)
    {
        var condition = Lower(branch.Condition);
        if (condition is ConstantBinding known)
        {
            if ((known.Bits != 0 ? branch.WhenTrue : branch.WhenFalse) is { } taken)
            {
                LowerStatement(taken);
            }

            return;
        }

        if (!inGrid)
        {
            // With a poisoned condition this would be a second report of one fault.
            if (condition is not PoisonBinding)
            {
                context.Report(Descriptors.OutsideGrid, Header(branch), "An if", ", unless its condition is constant; for scalars use ?:");
            }

            return;
        }

        var value = Materialize(condition, branch.Condition.Syntax);
        var before = frame.Bindings;
        var thenOps = new List<Op>();
        var elseOps = new List<Op>();

        frame.Bindings = new(before, SymbolEqualityComparer.Default);
        var outer = builder.Enter(thenOps);
        LowerStatement(branch.WhenTrue);
        var thenBindings = frame.Bindings;

        frame.Bindings = new(before, SymbolEqualityComparer.Default);
        builder.Enter(elseOps);
        if (branch.WhenFalse is { } whenFalse)
        {
            LowerStatement(whenFalse);
        }

        var elseBindings = frame.Bindings;
        builder.Enter(outer);
        frame.Bindings = before;

        var site = Header(branch);
        var merge = new Merge(site, branch.Condition.Syntax, thenOps, elseOps);
        foreach (var pair in thenBindings)
        {
            // Absent in one branch: declared inside the other, or unassigned after the if.
            if (elseBindings.TryGetValue(pair.Key, out var otherwise))
            {
                before[pair.Key] = MergeBranches(merge, pair.Key, pair.Value, otherwise);
            }
        }

        if (value is not null && (thenOps.Count > 0 || elseOps.Count > 0 || merge.Results.Count > 0))
        {
            builder.Add(new IfOp(
                site, value, new Region([.. thenOps], [.. merge.Then]), new Region([.. elseOps], [.. merge.Else]), [.. merge.Results]));
        }
    }

    private Binding MergeBranches(Merge merge, ISymbol symbol, Binding then, Binding otherwise)
    {
        if (then.Equals(otherwise))
        {
            return then;
        }

        if (then is PoisonBinding || otherwise is PoisonBinding)
        {
            return Binding.Poison;
        }

        if (then is TupleBinding a && otherwise is TupleBinding b && a.Elements.Count == b.Elements.Count)
        {
            var elements = new Binding[a.Elements.Count];
            for (var i = 0; i < elements.Length; i++)
            {
                elements[i] = MergeBranches(merge, symbol, a.Elements[i], b.Elements[i]);
            }

            return new TupleBinding([.. elements]);
        }

        if (!IsScalarOrTile(then) || !IsScalarOrTile(otherwise))
        {
            context.Report(Descriptors.VariableNotAValue, merge.Site, symbol.Name);
            return Binding.Poison;
        }

        var outer = builder.Enter(merge.ThenOps);
        var thenValue = Materialize(then, merge.At);
        builder.Enter(merge.ElseOps);
        var elseValue = Materialize(otherwise, merge.At);
        builder.Enter(outer);
        if (thenValue is null || elseValue is null)
        {
            return Binding.Poison;
        }

        var result = builder.NewValue(thenValue.Type.Equals(elseValue.Type) ? thenValue.Type : WithUnknownDims(thenValue.Type));
        merge.Then.Add(thenValue);
        merge.Else.Add(elseValue);
        merge.Results.Add(result);
        return new ValueBinding(result);
    }

    private static bool IsScalarOrTile(Binding binding) => binding is ValueBinding or IntBinding or ConstantBinding;

    private static IrType WithUnknownDims(IrType type) => type switch
    {
        TileType tile => tile with { Rows = Dim.Unknown, Cols = Dim.Unknown },
        ColVecType vec => vec with { Rows = Dim.Unknown },
        RowVecType vec => vec with { Cols = Dim.Unknown },
        _ => type,
    };

    // The site of a statement with a body is its first line: what stands before the body.
    private int Header(IOperation statement) => statement.Syntax switch
    {
        IfStatementSyntax s => context.Sites.Add(s.SyntaxTree, TextSpan.FromBounds(s.IfKeyword.SpanStart, s.CloseParenToken.Span.End)),
        ForStatementSyntax s => context.Sites.Add(s.SyntaxTree, TextSpan.FromBounds(s.ForKeyword.SpanStart, s.CloseParenToken.Span.End)),
        CommonForEachStatementSyntax s => context.Sites.Add(s.SyntaxTree, TextSpan.FromBounds(s.ForEachKeyword.SpanStart, s.CloseParenToken.Span.End)),
        var syntax => context.Sites.Add(syntax),
    };

    /// <summary>The two regions of an if while their yields are collected.</summary>
    private sealed record Merge(int Site, SyntaxNode At, List<Op> ThenOps, List<Op> ElseOps)
    {
        public List<Value> Then { get; } = [];

        public List<Value> Else { get; } = [];

        public List<Value> Results { get; } = [];
    }
}
