using System.Collections.Generic;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// Dividing a float tile by a vector or a scalar multiplies it by the reciprocal, which is computed once per row, column or
/// launch: a vector division costs as much as ten multiplications.
/// </summary>
internal static class DivideByReciprocal
{
    public static Kernel Run(Kernel kernel, PassContext context) => kernel with { Body = Rewrite(kernel.Body, context) };

    private static Region Rewrite(Region region, PassContext context)
    {
        var ops = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops)
        {
            if (op is MapOp { Function: Function.Divide, Result.Type: TileType { Element: ElementType.Float } } divide
                && divide.Arguments[0].Type is TileType && divide.Arguments[1].Type is not TileType)
            {
                var one = context.NewValue(ScalarType.Float);
                var reciprocal = context.NewValue(divide.Arguments[1].Type);
                ops.Add(new ConstantOp(op.Site, one, FloatBits.Of(1f)));
                ops.Add(new MapOp(op.Site, reciprocal, Function.Divide, [one, divide.Arguments[1]]));
                ops.Add(divide with { Function = Function.Multiply, Arguments = [divide.Arguments[0], reciprocal] });
            }
            else
            {
                ops.Add(op.Rebuild(v => v, r => Rewrite(r, context)));
            }
        }

        return region with { Ops = ops.ToEquatableArray() };
    }
}
