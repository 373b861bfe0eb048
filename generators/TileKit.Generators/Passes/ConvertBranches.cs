using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// A branch on a scalar that only maps tiles becomes selects on that scalar: the maps can then join the loops around them. Such a
/// select has the extents of the side it takes, and a target makes two versions of the loop of it, not a choice per element.
/// </summary>
internal static class ConvertBranches
{
    public static Kernel Run(Kernel kernel, PassContext context) => kernel with { Body = Convert(kernel.Body, context) };

    private static Region Convert(Region region, PassContext context)
    {
        var ops = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops)
        {
            var inner = op.Rebuild(v => v, r => Convert(r, context));
            if (inner is IfOp branch && branch.Results.Any(r => r.Type is not ScalarType) && OnlyMaps(branch.Then) && OnlyMaps(branch.Else))
            {
                ops.AddRange(branch.Then.Ops);
                ops.AddRange(branch.Else.Ops);
                for (var i = 0; i < branch.Results.Count; i++)
                {
                    Select(branch, i, ops, context);
                }
            }
            else
            {
                ops.Add(inner);
            }
        }

        return region with { Ops = ops.ToEquatableArray() };
    }

    private static void Select(IfOp branch, int index, List<Op> ops, PassContext context)
    {
        var (condition, then, otherwise) = (branch.Condition, branch.Then.Yields[index], branch.Else.Yields[index]);

        // if (a) x = b ? f(x) : x  is one choice on a & b
        if (ops.OfType<MapOp>().FirstOrDefault(m => m.Result.Id == then.Id) is { Function: Function.Select } nested
            && nested.Arguments[0].IsScalar() && nested.Arguments[2].Id == otherwise.Id)
        {
            var both = context.NewValue(ScalarType.Bool);
            ops.Add(new MapOp(branch.Site, both, Function.And, [condition, nested.Arguments[0]]));
            (condition, then) = (both, nested.Arguments[1]);
        }

        ops.Add(new MapOp(branch.Site, branch.Results[index], Function.Select, [condition, then, otherwise]));
    }

    private static bool OnlyMaps(Region region) => region.Ops.All(op => op
        is MapOp or FillOp or IndexOp or ConstantOp or DimOp or DimensionOp or ScalarParameterOp);
}
