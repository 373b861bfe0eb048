using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>Calls of the language's own functions.</content>
internal sealed partial class ProgramLowering
{
    private Binding LowerKnown(KnownMethod known, IMethodSymbol method, Binding[] arguments, SyntaxNode at)
    {
        switch (known)
        {
            case KnownMethod.Grid:
                return LowerGrid(arguments, at);
            case KnownMethod.Groups:
                return LowerGroups(arguments, at);
            case KnownMethod.Temp:
                return LowerTemp(method, arguments, at);
            case KnownMethod.AtomicAdd:
                return LowerAtomicAdd(arguments, at);
            case KnownMethod.ScatterAdd:
                return LowerScatterAdd(arguments, at);
        }

        if (UnsupportedElement(method.ReturnType) is { } element)
        {
            return Fail(Descriptors.UnsupportedType, at, Display(element), "tiles and vectors have float, Half, BFloat16, sbyte, int or bool elements");
        }

        var type = TypeOf(method.ReturnType);
        return known switch
        {
            KnownMethod.Map map => Map(at, map.Function, type, arguments),
            KnownMethod.Fill fill => LowerFill(fill.Value, type, arguments, at),
            KnownMethod.Index index => Sized(type, arguments, at) is { } sized
                ? Emit(at, sized, (site, result) => new IndexOp(site, result, index.Axis))
                : Binding.Poison,
            KnownMethod.Subtile => Sized(type, arguments, at, firstSize: 3) is { } sized && MaterializeAll([arguments[0], arguments[1], arguments[2]], at) is [var tile, var row, var col]
                ? Emit(at, sized, (site, result) => new SubtileOp(site, result, tile, row, col))
                : Binding.Poison,
            KnownMethod.Mask mask => LowerMask(mask, type, arguments, at),
            KnownMethod.Reduce reduce => WithValues(type, arguments, at, (site, result, values) => new ReduceOp(site, result, reduce.Reduction, reduce.Scope, values[0])),
            KnownMethod.Mma mma => WithValues(type, arguments, at, (site, result, values) =>
                new MmaOp(site, result, mma.TransposeA, mma.TransposeB, values[0], values[1], mma.Accumulate ? values[2] : null)),
            KnownMethod.Transpose => WithValues(type, arguments, at, (site, result, values) => new TransposeOp(site, result, values[0])),
            _ => Binding.Poison,
        };
    }

    private delegate ValueOp MakeOp(int site, Value result, Value[] arguments);

    private Binding WithValues(IrType? type, Binding[] arguments, SyntaxNode at, MakeOp make) =>
        type is not null && MaterializeAll(arguments, at) is { } values
            ? Emit(at, type, (site, result) => make(site, result, values))
            : Binding.Poison;

    private Binding LowerGrid(Binding[] arguments, SyntaxNode at)
    {
        if (arguments is [ViewBinding view])
        {
            arguments = [Count(at, view, Axis.Rows), Count(at, view, Axis.Cols)];
        }

        return MaterializeAll(arguments, at) is { } counts ? new GridBinding([.. counts]) : Binding.Poison;
    }

    // Created in a type with arithmetic, then cast: storage types have no constants of their own.
    private Binding LowerFill(FillValue fill, IrType? type, Binding[] arguments, SyntaxNode at)
    {
        if (Sized(type, arguments, at) is not { } sized)
        {
            return Binding.Poison;
        }

        var element = sized.Element;
        var computed = element is ElementType.Half or ElementType.BFloat16 ? ElementType.Float
            : element == ElementType.SByte ? ElementType.Int
            : element;
        var value = fill == FillValue.Argument ? FillArgument(arguments[arguments.Length - 1], computed, at) : FillConstant(fill, computed);
        if (Materialize(value, at) is not { } scalar)
        {
            return Binding.Poison;
        }

        var filled = Emit(at, sized.WithElement(computed), (site, result) => new FillOp(site, result, scalar));
        return element == computed ? filled : Map(at, Function.Cast, sized, filled);
    }

    private Binding FillArgument(Binding value, ElementType computed, SyntaxNode at) =>
        value is ValueBinding { Value.Type: ScalarType scalar } && scalar.Element != computed ? Convert(at, value, scalar.Element, computed) : value;

    private static Binding FillConstant(FillValue fill, ElementType element) => (fill, element) switch
    {
        (FillValue.Zero, ElementType.Bool) => ConstantBinding.Of(false),
        (FillValue.One, ElementType.Bool) => ConstantBinding.Of(true),
        (FillValue.Zero, ElementType.Int) => IntBinding.Constant(0),
        (FillValue.One, ElementType.Int) => IntBinding.Constant(1),
        (FillValue.Lowest, ElementType.Int) => IntBinding.Constant(int.MinValue),
        (FillValue.Highest, ElementType.Int) => IntBinding.Constant(int.MaxValue),
        (FillValue.Zero, _) => ConstantBinding.Of(0f),
        (FillValue.One, _) => ConstantBinding.Of(1f),
        (FillValue.Lowest, _) => ConstantBinding.Of(float.NegativeInfinity),
        _ => ConstantBinding.Of(float.PositiveInfinity),
    };

    private Binding LowerMask(KnownMethod.Mask mask, IrType? type, Binding[] arguments, SyntaxNode at)
    {
        if (type is null || MaterializeAll(arguments, at) is not { } values)
        {
            return Binding.Poison;
        }

        EquatableArray<Value> positions = [.. values.Skip(1).Take(mask.Positions)];
        var fill = mask.FillsLowest ? Materialize(FillConstant(FillValue.Lowest, type.Element), at) : values[values.Length - 1];
        return fill is null
            ? Binding.Poison
            : Emit(at, type, (site, result) => new MaskOp(site, result, mask.Kind, values[0], positions, fill));
    }

    // The type with its dims taken from the arguments, or null after a report.
    private IrType? Sized(IrType? type, Binding[] arguments, SyntaxNode at, int firstSize = 0)
    {
        var rows = Size(arguments[firstSize], SizeSyntax(at, firstSize));
        var cols = type is TileType ? Size(arguments[firstSize + 1], SizeSyntax(at, firstSize + 1)) : null;
        return (type, rows, cols) switch
        {
            (TileType tile, { }, { }) => tile with { Rows = rows, Cols = cols },
            (ColVecType vec, { }, _) => vec with { Rows = rows },
            (RowVecType vec, { }, _) => vec with { Cols = rows },
            _ => null,
        };
    }

    private static SyntaxNode SizeSyntax(SyntaxNode at, int position) =>
        at is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } && position < arguments.Count && arguments[position].NameColon is null
            ? arguments[position]
            : at;

    private ITypeSymbol? UnsupportedElement(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var argument] } && frame.Resolve(argument) is var element && KnownTypes.Element(element) is null ? element : null;
}
