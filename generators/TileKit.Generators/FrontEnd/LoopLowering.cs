using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>for loops. Locals declared outside and assigned inside are carried from iteration to iteration.</content>
internal sealed partial class ProgramLowering
{
    private void LowerFor(IForLoopOperation loop)
    {
        var site = Header(loop);
        if (!inGrid)
        {
            context.Report(Descriptors.OutsideGrid, site, "A for loop", "");
            return;
        }

        if (ReadHeader(loop, site) is not { } header)
        {
            return;
        }

        var assigned = AssignedVariables.In(loop.Body);
        if (CheckAssignments(header, assigned, site) is false)
        {
            return;
        }

        var start = Materialize(Lower(header.Start), header.Start.Syntax);
        var endBinding = Lower(header.End);
        var end = Materialize(
            header.IsInclusive ? Map(header.End.Syntax, Function.Add, ScalarType.Int, endBinding, IntBinding.Constant(1)) : endBinding,
            header.End.Syntax);
        var stepBinding = header.Step is null ? IntBinding.Constant(1) : Lower(header.Step);
        if (stepBinding is IntBinding { Dim.ConstantValue: <= 0 })
        {
            context.Report(Descriptors.LoopForm, site, "The loop's step must be positive");
            return;
        }

        var step = Materialize(stepBinding, header.Step?.Syntax ?? loop.Condition!.Syntax);

        // Ints made of tunables become plain values here, since the next iteration has other ones.
        var before = frame.Bindings;
        var carried = new Carried(site);
        frame.Bindings = new(before, SymbolEqualityComparer.Default);
        foreach (var (symbol, place) in assigned)
        {
            if (before.TryGetValue(symbol, out var binding))
            {
                frame.Bindings[symbol] = Carry(carried, symbol, binding, place);
            }
        }

        var index = builder.NewValue(ScalarType.Int);
        frame.Bindings[header.Variable] = new ValueBinding(index);
        var entry = frame.Bindings.ToDictionary<KeyValuePair<ISymbol, Binding>, ISymbol, Binding>(p => p.Key, p => p.Value, SymbolEqualityComparer.Default);
        var bodyOps = new List<Op>();
        var outer = builder.Enter(bodyOps);
        LowerStatement(loop.Body);

        var results = new List<Value>();
        var yields = new List<Value>();
        foreach (var (symbol, place) in assigned)
        {
            if (before.ContainsKey(symbol))
            {
                before[symbol] = Yield(symbol, entry[symbol], frame.Bindings[symbol], place, yields, results);
            }
        }

        builder.Enter(outer);
        frame.Bindings = before;
        if (start is not null && end is not null && step is not null && yields.Count == carried.Arguments.Count)
        {
            builder.Add(new ForOp(
                site, index, start, end, step, [.. carried.Inits], [.. carried.Arguments], [.. results], new Region([.. bodyOps], [.. yields])));
        }
    }

    private LoopHeader? ReadHeader(IForLoopOperation loop, int site)
    {
        if (loop.Before is not [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var variable } declarator] }] }]
            || declarator.Initializer is not { } initializer
            || variable.IsRef)
        {
            context.Report(Descriptors.LoopForm, site, "The loop must declare one variable");
            return null;
        }

        if (variable.Type.TypeKind == TypeKind.Error || initializer.Value.Kind == OperationKind.Invalid)
        {
            FailBroken(declarator.Syntax);
            return null;
        }

        if (variable.Type.SpecialType != SpecialType.System_Int32)
        {
            context.Report(Descriptors.LoopForm, site, "The loop's variable must be an int");
            return null;
        }

        if (loop.Condition is { Kind: OperationKind.Invalid } || loop.AtLoopBottom.Any(o => o.Kind == OperationKind.Invalid))
        {
            FailBroken(loop.Syntax);
            return null;
        }

        var (end, isInclusive) = loop.Condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, OperatorMethod: null } c when Is(c.LeftOperand, variable) => (c.RightOperand, false),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThanOrEqual, OperatorMethod: null } c when Is(c.LeftOperand, variable) => (c.RightOperand, true),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan, OperatorMethod: null } c when Is(c.RightOperand, variable) => (c.LeftOperand, false),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThanOrEqual, OperatorMethod: null } c when Is(c.RightOperand, variable) => (c.LeftOperand, true),
            _ => (null, false),
        };
        if (end is null)
        {
            context.Report(Descriptors.LoopForm, site, "The loop must go on while its variable is less than an end");
            return null;
        }

        var bottom = loop.AtLoopBottom is [IExpressionStatementOperation statement] ? statement.Operation : null;
        switch (bottom)
        {
            case IIncrementOrDecrementOperation { Kind: OperationKind.Increment } increment when Is(increment.Target, variable):
                return new LoopHeader(variable, initializer.Value, end, isInclusive, null);
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } add when Is(add.Target, variable):
                return new LoopHeader(variable, initializer.Value, end, isInclusive, add.Value);
            default:
                context.Report(Descriptors.LoopForm, site, "The loop must count its variable up");
                return null;
        }
    }

    // C# evaluates end and step again in every iteration; the IR once.
    private bool CheckAssignments(LoopHeader header, List<(ISymbol Symbol, SyntaxNode Place)> assigned, int site)
    {
        foreach (var (symbol, place) in assigned)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, header.Variable))
            {
                Fail(Descriptors.LoopVariableAssigned, place, symbol.Name);
                return false;
            }

            if (References(header.End, symbol) || (header.Step is { } step && References(step, symbol)))
            {
                context.Report(Descriptors.LoopForm, site, $"The loop's end and step must stay the same, but '{symbol.Name}' is assigned inside");
                return false;
            }
        }

        if (References(header.End, header.Variable) || (header.Step is { } own && References(own, header.Variable)))
        {
            context.Report(Descriptors.LoopForm, site, $"The loop's end and step must stay the same, but depend on '{header.Variable.Name}'");
            return false;
        }

        return true;
    }

    private static bool Is(IOperation operation, ILocalSymbol variable) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable);

    private static bool References(IOperation operation, ISymbol symbol) => operation.DescendantsAndSelf().Any(o => o switch
    {
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, symbol),
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, symbol),
        _ => false,
    });

    private Binding Carry(Carried carried, ISymbol symbol, Binding binding, SyntaxNode place)
    {
        switch (binding)
        {
            case PoisonBinding:
                return binding;
            case TupleBinding tuple:
                return new TupleBinding([.. tuple.Elements.Select(e => Carry(carried, symbol, e, place))]);
            case var _ when IsScalarOrTile(binding):
                if (Materialize(binding, place) is not { } init)
                {
                    return Binding.Poison;
                }

                var argument = builder.NewValue(init.Type);
                carried.Inits.Add(init);
                carried.Arguments.Add(argument);
                return new ValueBinding(argument);
            default:
                context.Report(Descriptors.VariableNotAValue, carried.Site, symbol.Name);
                return Binding.Poison;
        }
    }

    // Follows the structure of what entered, so that yields stand in the order of the carried values.
    private Binding Yield(ISymbol symbol, Binding entered, Binding leaves, SyntaxNode place, List<Value> yields, List<Value> results)
    {
        switch (entered, leaves)
        {
            case (TupleBinding a, TupleBinding b) when a.Elements.Count == b.Elements.Count:
                var elements = new Binding[a.Elements.Count];
                for (var i = 0; i < elements.Length; i++)
                {
                    elements[i] = Yield(symbol, a.Elements[i], b.Elements[i], place, yields, results);
                }

                return new TupleBinding([.. elements]);
            case (ValueBinding argument, _) when Materialize(leaves, place) is { } value:
                var result = builder.NewValue(argument.Value.Type);
                yields.Add(value);
                results.Add(result);
                return new ValueBinding(result);
            default:
                return Binding.Poison;
        }
    }

    private sealed record LoopHeader(ILocalSymbol Variable, IOperation Start, IOperation End, bool IsInclusive, IOperation? Step);

    /// <summary>The values that a loop carries, with what they are before the first iteration.</summary>
    private sealed record Carried(int Site)
    {
        public List<Value> Inits { get; } = [];

        public List<Value> Arguments { get; } = [];
    }
}
