using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>Turns each mask into row and column numbers, a comparison and a select.</summary>
internal static class LowerMasks
{
    public static Kernel Run(Kernel kernel, PassContext context) => kernel with { Body = Lower(kernel.Body, context) };

    private static Region Lower(Region region, PassContext context)
    {
        var ops = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops)
        {
            if (op is MaskOp mask)
            {
                Lower(mask, ops, context);
            }
            else
            {
                ops.Add(op.Rebuild(v => v, r => Lower(r, context)));
            }
        }

        return region with { Ops = ops.ToEquatableArray() };
    }

    private static void Lower(MaskOp mask, List<Op> ops, PassContext context)
    {
        var ints = mask.Result.Type.WithElement(ElementType.Int);
        var bools = mask.Result.Type.WithElement(ElementType.Bool);
        var first = mask.Arguments[0];
        var keep = mask.Kind switch
        {
            // c - r <= rowStart - colStart: only the launch's side may be a large number
            MaskKind.Causal => Compare(Function.LessEqual, Diagonal(), Map(Function.Subtract, ScalarType.Int, first, mask.Arguments[1])),
            MaskKind.Tril => Compare(Function.LessEqual, Diagonal(), first),
            MaskKind.Triu => Compare(Function.GreaterEqual, Diagonal(), first),
            MaskKind.RightFill => Compare(Function.Less, Index(TileAxis.Col), first),
            MaskKind.LeftFill => Compare(Function.GreaterEqual, Index(TileAxis.Col), first),
            MaskKind.UpperFill => Compare(Function.GreaterEqual, Index(TileAxis.Row), first),
            _ => Compare(Function.Less, Index(TileAxis.Row), first),
        };
        if (mask.Kind == MaskKind.Causal && mask.Result.Type is TileType tile)
        {
            // a tile wholly below the diagonal keeps everything: one scalar comparison spares it the mask
            var width = Scalar(r => new DimOp(mask.Site, r, tile.Cols), ScalarType.Int);
            var last = Scalar(r => new MapOp(mask.Site, r, Function.Add, [mask.Arguments[1], width]), ScalarType.Int);
            var next = Scalar(r => new MapOp(mask.Site, r, Function.Add, [first, Scalar(o => new ConstantOp(mask.Site, o, 1), ScalarType.Int)]), ScalarType.Int);
            var any = Scalar(r => new MapOp(mask.Site, r, Function.Greater, [last, next]), ScalarType.Bool);
            var masked = context.NewValue(mask.Result.Type);
            ops.Add(new MapOp(mask.Site, masked, Function.Select, [keep, mask.Tile, mask.Fill]));
            ops.Add(new MapOp(mask.Site, mask.Result, Function.Select, [any, masked, mask.Tile]));
        }
        else
        {
            ops.Add(new MapOp(mask.Site, mask.Result, Function.Select, [keep, mask.Tile, mask.Fill]));
        }

        Value Scalar(Func<Value, Op> op, ScalarType type)
        {
            var result = context.NewValue(type);
            ops.Add(op(result));
            return result;
        }

        Value Diagonal() => Map(Function.Subtract, ints, Index(TileAxis.Col), Index(TileAxis.Row));

        Value Index(TileAxis axis)
        {
            var result = context.NewValue(ints);
            ops.Add(new IndexOp(mask.Site, result, axis));
            return result;
        }

        Value Compare(Function function, Value left, Value right) => Map(function, bools, left, right);

        Value Map(Function function, IrType type, Value left, Value right)
        {
            var result = context.NewValue(type);
            ops.Add(new MapOp(mask.Site, result, function, [left, right]));
            return result;
        }
    }
}
