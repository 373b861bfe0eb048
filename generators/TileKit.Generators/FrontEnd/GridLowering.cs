using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>foreach over Grid(...), and Require.</content>
internal sealed partial class ProgramLowering
{
    private void LowerForEach(IForEachLoopOperation loop)
    {
        if (loop.Collection.Type is { TypeKind: TypeKind.Error })
        {
            FailBroken(loop.Collection.Syntax);
            return;
        }

        var grid = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
        if (inGrid)
        {
            Fail(IsGrid(grid) ? Descriptors.NestedGrid : Descriptors.NotAGrid, grid.Syntax);
            return;
        }

        var source = IsGrid(grid) || grid is ILocalReferenceOperation or IParameterReferenceOperation ? Lower(grid) : null;
        if (source is not (GridBinding or PoisonBinding))
        {
            Fail(Descriptors.NotAGrid, grid.Syntax);
            return;
        }

        hasGrid = true;
        foreach (var (symbol, place) in AssignedVariables.In(loop.Body))
        {
            if (frame.Find(symbol) is not null)
            {
                Fail(Descriptors.SharedVariable, place, symbol.Name);
            }
        }

        var before = frame.Bindings;
        frame.Bindings = new(before, SymbolEqualityComparer.Default);
        var bodyOps = new List<Op>();
        var outer = builder.Enter(bodyOps);
        inGrid = true;
        var counts = source is GridBinding { Counts: var c } ? c : [];
        EquatableArray<Value> indices = [.. counts.Select(_ => builder.NewValue(ScalarType.Int))];
        BindIndices(loop.LoopControlVariable, source, source is GridBinding { Ragged: { } ragged } ? AddGroups(ragged, indices, grid.Syntax) : indices);
        LowerStatement(loop.Body);
        inGrid = false;
        builder.Enter(outer);
        frame.Bindings = before;
        builder.Add(new GridOp(context.Sites.Add(grid.Syntax), indices, counts, new Region([.. bodyOps], [])));
    }

    private void BindIndices(IOperation target, Binding source, EquatableArray<Value> indices)
    {
        var value = source is PoisonBinding ? source
            : indices.Count == 1 ? new ValueBinding(indices[0])
            : new TupleBinding([.. indices.Select(i => new ValueBinding(i))]);
        if (target is IVariableDeclaratorOperation declarator)
        {
            frame.Bindings[declarator.Symbol] = value;
        }
        else
        {
            Assign(target, value);
        }
    }

    // the first index of a ragged grid stands for a group and a tile in it
    private EquatableArray<Value> AddGroups(RaggedBinding ragged, EquatableArray<Value> indices, SyntaxNode at)
    {
        var (group, tile) = (builder.NewValue(ScalarType.Int), builder.NewValue(ScalarType.Int));
        builder.Add(new GroupsOp(context.Sites.Add(at), group, tile, ragged.Offsets, ragged.Length, ragged.Size, indices[0]));
        return [group, tile, .. indices.Skip(1)];
    }

    private static bool IsGrid(IOperation operation) =>
        operation is IInvocationOperation invocation
        && KnownTypes.Classify(invocation.TargetMethod.ContainingType) == KnownType.Ops
        && KnownMethods.Find(invocation.TargetMethod.Name, invocation.TargetMethod.Parameters.Length) is KnownMethod.Grid or KnownMethod.Groups;

    private Binding LowerRequire(IInvocationOperation require)
    {
        if (inGrid)
        {
            return Fail(Descriptors.RequireInGrid, require.Syntax);
        }

        IOperation? condition = null;
        string? text = null;
        foreach (var argument in require.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                condition = argument.Value;
            }
            else if (argument.ArgumentKind == ArgumentKind.Explicit)
            {
                text = argument.Value.ConstantValue.Value as string;
            }
        }

        if (condition is not null)
        {
            AddRequire(condition, text);
        }

        return Binding.Poison;
    }

    // One op per term of a conjunction, so that a launch that fails names the term.
    private void AddRequire(IOperation condition, string? text)
    {
        if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both)
        {
            AddRequire(both.LeftOperand, text);
            AddRequire(both.RightOperand, text);
            return;
        }

        var binding = Lower(condition);
        if (binding is not ConstantBinding { Bits: 1 } && Materialize(binding, condition.Syntax) is { } value)
        {
            builder.Add(new RequireOp(context.Sites.Add(condition.Syntax), value, text ?? OneLineText.Of(condition.Syntax)));
        }
    }
}
