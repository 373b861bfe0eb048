using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>The shape and element type of each op's result. Where an operand's shape is unknown because of an earlier error, nothing more is reported.</summary>
internal sealed class ShapeRules(PassContext context, Func<Value, Value> lookup)
{
    public static bool IsKnown(IrType type) => type switch
    {
        TileType tile => !tile.Rows.IsUnknown && !tile.Cols.IsUnknown,
        ColVecType vec => !vec.Rows.IsUnknown,
        RowVecType vec => !vec.Cols.IsUnknown,
        _ => true,
    };

    public static IrType TypeOf(Window window, ElementType element) => window.Kind switch
    {
        WindowKind.Tile => new TileType(element, window.Rows, window.Cols),
        WindowKind.RowVec => new RowVecType(element, window.Cols),
        _ => new ColVecType(element, window.Rows),
    };

    public IrType TypeOf(ValueOp op) => op switch
    {
        MapOp map => OfMap(map),
        MaskOp mask => OfMask(mask),
        ReduceOp reduce => OfReduce(reduce),
        MmaOp mma => OfMma(mma),
        TransposeOp transpose when Type(transpose.Argument) is TileType tile => new TileType(tile.Element, tile.Cols, tile.Rows),
        SubtileOp subtile => OfSubtile(subtile),
        FillOp { Result.Type.Element: ElementType.Bool } fill => OfFilledMask(fill),
        LoadOp load => TypeOf(load.Window, load.Result.Type.Element),
        GatherOp { Result.Type: TileType tile } gather when Type(gather.Rows) is ColVecType numbers => tile with { Rows = numbers.Rows },
        _ => op.Result.Type,
    };

    private IrType Type(Value value) => lookup(value).Type;

    private IrType OfMap(MapOp map)
    {
        var types = map.Arguments.Select(Type).ToArray();
        if (map.Result.Type is not ScalarType)
        {
            CheckElements(map, types);
        }

        // the first tile (or, without one, the first vector) gives the shape; all others must fit it
        var shape = types.FirstOrDefault(t => t is TileType) ?? types.FirstOrDefault(t => t is not ScalarType);
        if (shape is null)
        {
            return map.Result.Type;
        }

        foreach (var type in types)
        {
            if (IsKnown(type) && IsKnown(shape) && !Fits(type, shape))
            {
                var (descriptor, arguments) = type is TileType || type.GetType() == shape.GetType()
                    ? (Descriptors.ShapesDiffer, new[] { map.Function.ToString(), shape.Describe(), type.Describe() })
                    : (Descriptors.VectorLengthDiffers, [type.Describe(), shape.Describe()]);
                context.Report(descriptor, map.Site, arguments);
                return Unknown(map.Result.Type);
            }
        }

        return types.All(IsKnown) ? shape.WithElement(map.Result.Type.Element) : Unknown(map.Result.Type);
    }

    private void CheckElements(MapOp map, IReadOnlyList<IrType> types)
    {
        if (map.Function == Function.Cast && types[0].Element == ElementType.Bool)
        {
            context.Report(Descriptors.MaskIsNoNumber, map.Site, "Cast");
        }

        if (map.Function is Function.Select or Function.Cast or Function.And or Function.Or or Function.Not)
        {
            return;
        }

        if (types.FirstOrDefault(t => !t.Element.HasArithmetic()) is { } storage)
        {
            context.Report(Descriptors.StorageArithmetic, map.Site, map.Function.ToString(), storage.Element.Describe());
        }
        else if (map.Function is Function.Divide or Function.Remainder && map.Result.Type.Element == ElementType.Int)
        {
            context.Report(Descriptors.IntegerDivision, map.Site);
        }
    }

    private IrType OfMask(MaskOp mask)
    {
        var type = Type(mask.Tile);
        if (!type.Element.HasArithmetic())
        {
            context.Report(Descriptors.StorageArithmetic, mask.Site, mask.Kind == MaskKind.Causal ? "MakeCausal" : mask.Kind.ToString(), type.Element.Describe());
        }

        return type;
    }

    private IrType OfReduce(ReduceOp reduce)
    {
        var type = Type(reduce.Argument);
        if (!type.Element.HasArithmetic())
        {
            context.Report(Descriptors.StorageArithmetic, reduce.Site, reduce.Reduction.ToString(), type.Element.Describe());
        }

        return (reduce.Scope, type) switch
        {
            (ReduceScope.Row, TileType tile) => new ColVecType(tile.Element, tile.Rows),
            (ReduceScope.Col, TileType tile) => new RowVecType(tile.Element, tile.Cols),
            _ => reduce.Result.Type,
        };
    }

    private IrType OfMma(MmaOp mma)
    {
        if (Type(mma.A) is not TileType a || Type(mma.B) is not TileType b || !IsKnown(a) || !IsKnown(b))
        {
            return Unknown(mma.Result.Type);
        }

        var (rows, left) = mma.TransposeA ? (a.Cols, a.Rows) : (a.Rows, a.Cols);
        var (right, cols) = mma.TransposeB ? (b.Cols, b.Rows) : (b.Rows, b.Cols);
        if (!left.Equals(right))
        {
            context.Report(
                Descriptors.ContractionDiffers, mma.Site, mma.Name(),
                mma.TransposeA ? "the rows" : "the columns", left.ToString(),
                mma.TransposeB ? "the columns" : "the rows", right.ToString());
            return Unknown(mma.Result.Type);
        }

        var product = new TileType(mma.Result.Type.Element, rows, cols);
        if (mma.Accumulator is { } accumulator && Type(accumulator) is TileType c && IsKnown(c) && !c.Equals(product))
        {
            context.Report(Descriptors.AccumulatorDiffers, mma.Site, product.Describe(), c.Describe());
            return Unknown(product);
        }

        return product;
    }

    private IrType OfFilledMask(FillOp fill)
    {
        context.Report(Descriptors.MaskIsNoNumber, fill.Site, "A fill");
        return fill.Result.Type;
    }

    private IrType OfSubtile(SubtileOp subtile)
    {
        var size = (TileType)subtile.Result.Type;
        if (Type(subtile.Argument) is TileType { Rows.ConstantValue: { } rows, Cols.ConstantValue: { } cols } tile
            && (size.Rows.ConstantValue > rows || size.Cols.ConstantValue > cols))
        {
            context.Report(Descriptors.SubtileTooLarge, subtile.Site, size.Describe(), tile.Describe());
        }

        return size;
    }

    private static bool Fits(IrType type, IrType shape) => (type, shape) switch
    {
        (ScalarType, _) => true,
        (TileType a, TileType b) => a.Rows.Equals(b.Rows) && a.Cols.Equals(b.Cols),
        (ColVecType a, TileType b) => a.Rows.Equals(b.Rows),
        (RowVecType a, TileType b) => a.Cols.Equals(b.Cols),
        (ColVecType a, ColVecType b) => a.Rows.Equals(b.Rows),
        (RowVecType a, RowVecType b) => a.Cols.Equals(b.Cols),
        _ => false,
    };

    private static IrType Unknown(IrType type) => type switch
    {
        TileType tile => tile with { Rows = Dim.Unknown, Cols = Dim.Unknown },
        ColVecType vec => vec with { Rows = Dim.Unknown },
        RowVecType vec => vec with { Cols = Dim.Unknown },
        _ => type,
    };
}
