using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>A float product that only a sum reads becomes one fused multiply-add with it: the JIT does not contract the two.</summary>
internal static class ContractFma
{
    public static Kernel Run(Kernel kernel, PassContext context)
    {
        var reads = new Dictionary<int, int>();
        foreach (var value in kernel.Body.Reads())
        {
            reads[value.Id] = reads.TryGetValue(value.Id, out var count) ? count + 1 : 1;
        }

        return kernel with { Body = Contract(kernel.Body, reads) };
    }

    private static Region Contract(Region region, Dictionary<int, int> reads)
    {
        var products = new Dictionary<int, MapOp>();
        var contracted = new HashSet<int>();
        var ops = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops)
        {
            var inner = op.Rebuild(v => v, r => Contract(r, reads));
            if (inner is MapOp { Result.Type: not ScalarType and { Element: ElementType.Float } } map)
            {
                if (map.Function == Function.Multiply && reads.TryGetValue(map.Result.Id, out var count) && count == 1)
                {
                    products[map.Result.Id] = map;
                }
                else if (map.Function == Function.Add && Product(map) is { } product)
                {
                    var other = map.Arguments[map.Arguments[0].Id == product.Result.Id ? 1 : 0];
                    contracted.Add(product.Result.Id);
                    inner = map with { Function = Function.Fma, Arguments = [product.Arguments[0], product.Arguments[1], other] };
                }
            }

            ops.Add(inner);
        }

        return region with { Ops = ops.Where(o => o is not ValueOp value || !contracted.Contains(value.Result.Id)).ToEquatableArray() };

        // the sum must have the product's own shape: a vector times a vector stays one multiplication per element of the vector
        MapOp? Product(MapOp sum) => sum.Arguments
            .Select(a => products.TryGetValue(a.Id, out var found) && found.Result.Type.Equals(sum.Result.Type) ? found : null)
            .FirstOrDefault(p => p is not null);
    }
}
