using System.Collections.Generic;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>A reduction of a whole tile becomes one along each row, then one of the ColVec.</summary>
internal static class LowerReductions
{
    public static Kernel Run(Kernel kernel, PassContext context) => kernel with { Body = Lower(kernel.Body, context) };

    private static Region Lower(Region region, PassContext context)
    {
        var ops = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops)
        {
            if (op is ReduceOp { Scope: ReduceScope.All, Argument.Type: TileType tile } reduce)
            {
                var rows = context.NewValue(new ColVecType(tile.Element, tile.Rows));
                ops.Add(new ReduceOp(reduce.Site, rows, reduce.Reduction, ReduceScope.Row, reduce.Argument));
                ops.Add(reduce with { Argument = rows });
            }
            else
            {
                ops.Add(op.Rebuild(v => v, r => Lower(r, context)));
            }
        }

        return region with { Ops = ops.ToEquatableArray() };
    }
}
