using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>Parts of a matrix: slices, gathered rows, scalars.</content>
internal sealed partial class ProgramLowering
{
    private Binding LowerPart(string method, GlobalBinding global, Binding[] arguments, IInvocationOperation invocation)
    {
        var at = invocation.Syntax;
        switch (method, arguments)
        {
            case (_, [GlobalBinding offsets, var group]):
                return SliceGroup(method, global, offsets, group, at);
            case ("At", _) when !inGrid:
                return Fail(Descriptors.OutsideGrid, at, "A read of a tensor's element", "");
            case ("At", _):
                return MaterializeAll(arguments, at) is [var row, var col] ? LoadScalar(at, global, row, col) : Binding.Poison;
            case ("Gather", [var rows, var size]):
                return Size(size, ArgumentSyntax(invocation, 1)) is { } cols && Materialize(rows, at) is { } numbers
                    ? new GatherBinding(global.Matrix, global.Element, numbers, cols)
                    : Binding.Poison;
            default:
                // rows one apart need no step
                var step = arguments is [_, _, var distance] && distance is not IntBinding { Dim.ConstantValue: 1 } ? Materialize(distance, at) : null;
                return MaterializeAll([arguments[0], arguments[1]], at) is [var start, var count] ? Slice(method, global, start, count, step, null, at) : Binding.Poison;
        }
    }

    // group g goes from offsets[g] to offsets[g + 1]; one that does not exist is empty
    private Binding SliceGroup(string method, GlobalBinding global, GlobalBinding offsets, Binding group, SyntaxNode at)
    {
        if (!inGrid)
        {
            return Fail(Descriptors.OutsideGrid, at, "A read of a tensor's element", "");
        }

        if (Materialize(group, at) is not { } index || Materialize(Map(at, Function.Add, ScalarType.Int, group, IntBinding.Constant(1)), at) is not { } next)
        {
            return Binding.Poison;
        }

        var start = LoadScalar(at, offsets, null, index);
        var length = Map(at, Function.Subtract, ScalarType.Int, LoadScalar(at, offsets, null, next), start);
        var exists = Map(at, Function.GreaterEqual, ScalarType.Bool, group, IntBinding.Constant(0));
        var count = Map(at, Function.Select, ScalarType.Int, exists, length, IntBinding.Constant(0));
        return Materialize(start, at) is { } first && Materialize(count, at) is { } many
            ? Slice(method, global, first, many, null, new Group(offsets.Matrix, index), at)
            : Binding.Poison;
    }

    private Binding Slice(string method, GlobalBinding global, Value start, Value count, Value? step, Group? group, SyntaxNode at)
    {
        var axis = method == "SliceRows" ? Axis.Rows : Axis.Cols;
        return Emit(at, new SliceType(global.Element), (site, result) => new SliceOp(site, result, global.Matrix, axis, start, count, step, group)) is ValueBinding slice
            ? global with { Matrix = new Matrix(global.Matrix.Tensor, null, null, slice.Value), IsOneMatrix = true }
            : Binding.Poison;
    }

    private Binding LoadScalar(SyntaxNode at, GlobalBinding global, Value? row, Value col) =>
        Emit(at, new ScalarType(global.Element), (site, result) => new LoadScalarOp(site, result, global.Matrix, row, col));

    private Binding Gather(IPropertyReferenceOperation indexer, GatherBinding gather)
    {
        if (!inGrid)
        {
            return Fail(Descriptors.OutsideGrid, indexer.Syntax, "A load or store", "");
        }

        // the numbers' length, and so the tile's, is known when shapes are resolved
        return MaterializeAll(Indices(indexer), indexer.Syntax) is [var col]
            ? Emit(indexer.Syntax, new TileType(gather.Element, Dim.Unknown, gather.Cols), (site, result) => new GatherOp(site, result, gather.Matrix, gather.Rows, col))
            : Binding.Poison;
    }
}
