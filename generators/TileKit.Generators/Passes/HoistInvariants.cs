using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// Moves out of each loop the loads, fills and scalar arithmetic that its iterations do not change. Maps of tiles stay: they are
/// cheap where they are used and cost memory where they are not.
/// </summary>
internal static class HoistInvariants
{
    public static Kernel Run(Kernel kernel, PassContext context)
    {
        var stored = kernel.Body.StoredTensors();
        return kernel with { Body = Hoist(kernel.Body, stored) };
    }

    private static Region Hoist(Region region, HashSet<int> stored)
    {
        var ops = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops)
        {
            var inner = op.Rebuild(v => v, r => Hoist(r, stored));
            if (inner is ForOp loop)
            {
                var variant = new HashSet<int>(loop.Carried.Select(c => c.Id)) { loop.Index.Id };
                var body = new List<Op>(loop.Body.Ops.Count);
                foreach (var nested in loop.Body.Ops)
                {
                    if (CanHoist(nested, stored) && nested.Operands().All(v => !variant.Contains(v.Id)))
                    {
                        ops.Add(nested);
                    }
                    else
                    {
                        body.Add(nested);
                        variant.UnionWith(nested.Definitions().Select(d => d.Id));
                    }
                }

                inner = loop with { Body = loop.Body with { Ops = body.ToEquatableArray() } };
            }

            ops.Add(inner);
        }

        return region with { Ops = ops.ToEquatableArray() };
    }

    private static bool CanHoist(Op op, HashSet<int> stored) => op switch
    {
        LoadOp or LoadScalarOp or GatherOp => !stored.Contains(op.TensorRead()!.Value),
        FillOp or ConstantOp or DimOp or DimensionOp or ScalarParameterOp or IndexOp or SliceOp => true,
        MapOp map => map.Result.IsScalar(),
        _ => false,
    };
}
