using System.Linq;
using Microsoft.CodeAnalysis;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>Memory between grids, ragged grids, and additions that instances may make to one element.</content>
internal sealed partial class ProgramLowering
{
    private Binding LowerTemp(IMethodSymbol method, Binding[] arguments, SyntaxNode at)
    {
        if (inGrid)
        {
            return Fail(Descriptors.TempInGrid, at);
        }

        var type = frame.Resolve(method.TypeArguments[0]);
        if (KnownTypes.Element(type) is not { } element || element == ElementType.Bool)
        {
            return Fail(Descriptors.UnsupportedType, at, Display(type), "tensors have float, Half, BFloat16, sbyte or int elements");
        }

        if (MaterializeAll([.. Enumerable.Repeat<Binding>(IntBinding.Constant(1), 4 - arguments.Length), .. arguments], at) is not { } shape)
        {
            return Binding.Poison;
        }

        var number = tensors.Count - signature.Tensors.Count + 1;
        while (signature.Tensors.Any(t => t.Name == $"temporary{number}") || signature.Scalars.Any(s => s.Name == $"temporary{number}") || tensors.Any(t => t.Name == $"temporary{number}"))
        {
            number++;
        }

        var matrix = new Matrix(tensors.Count, null, null);
        tensors.Add(new TensorParameter($"temporary{number}", element, IsTemp: true));
        builder.Add(new TempOp(context.Sites.Add(at), matrix.Tensor, [.. shape]));
        return new GlobalBinding(matrix, element);
    }

    // Every group has at most one tile that is not full, so that as many more instances as there are groups are enough.
    private Binding LowerGroups(Binding[] arguments, SyntaxNode at)
    {
        if (arguments[0] is not GlobalBinding { Matrix: { Batch: null, Slice: null } } offsets)
        {
            return arguments[0] is PoisonBinding ? arguments[0] : Fail(Descriptors.OffsetsNotATensor, at);
        }

        if (inGrid)
        {
            return Fail(Descriptors.NestedGrid, at);
        }

        var groups = Map(at, Function.Subtract, ScalarType.Int, Dimension(at, offsets.Matrix, Axis.Cols), IntBinding.Constant(1));
        var tiles = Map(at, Function.Add, ScalarType.Int, Map(at, Function.CeilDivide, ScalarType.Int, arguments[1], arguments[2]), groups);
        return MaterializeAll([tiles, arguments[1], arguments[2], .. arguments.Skip(3)], at) is { } values
            ? new GridBinding([values[0], .. values.Skip(3)], new RaggedBinding(offsets.Matrix, values[1], values[2]))
            : Binding.Poison;
    }

    private Binding LowerAtomicAdd(Binding[] arguments, SyntaxNode at)
    {
        if (!inGrid)
        {
            return Fail(Descriptors.OutsideGrid, at, "An atomic add", "");
        }

        if (arguments[0] is ViewBinding view && CanWrite(view.Matrix.Tensor, at) && MaterializeAll([.. arguments.Skip(1)], at) is [var row, var col, var value])
        {
            builder.Add(new AtomicAddOp(context.Sites.Add(at), new Window(view.Matrix, view.Kind, view.Rows, view.Cols, row, col), value));
        }

        return Binding.Poison;
    }

    private Binding LowerScatterAdd(Binding[] arguments, SyntaxNode at)
    {
        if (!inGrid)
        {
            return Fail(Descriptors.OutsideGrid, at, "An atomic add", "");
        }

        if (arguments[0] is GlobalBinding target && CanWrite(target.Matrix.Tensor, at) && MaterializeAll([.. arguments.Skip(1)], at) is { } values)
        {
            builder.Add(new ScatterAddOp(context.Sites.Add(at), target.Matrix, values[0], values.Length == 3 ? values[1] : null, values[values.Length - 1]));
        }

        return Binding.Poison;
    }
}
