using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// A product of a loaded tile that was cast from Half or BFloat16 to float reads the loaded tile itself: loads that feed products
/// widen on their way, so that the cast costs nothing and leaves no copy.
/// </summary>
internal static class WidenInProduct
{
    public static Kernel Run(Kernel kernel, PassContext context)
    {
        var loads = new HashSet<int>(kernel.Body.Descendants().OfType<ValueOp>().Where(o => o is LoadOp or GatherOp).Select(l => l.Result.Id));
        var widened = kernel.Body.Descendants().OfType<MapOp>()
            .Where(m => m.Function == Function.Cast && m.Result.Type is TileType { Element: ElementType.Float }
                && m.Arguments[0].Type.Element is ElementType.Half or ElementType.BFloat16 && loads.Contains(m.Arguments[0].Id))
            .ToDictionary(m => m.Result.Id, m => m.Arguments[0]);
        return widened.Count == 0 ? kernel : kernel with { Body = Rewrite(kernel.Body, widened) };
    }

    private static Region Rewrite(Region region, Dictionary<int, Value> widened)
    {
        return region with
        {
            Ops = region.Ops.Select(op => op is MmaOp mma
                ? mma with { A = Source(mma.A), B = Source(mma.B) }
                : op.Rebuild(v => v, r => Rewrite(r, widened))).ToEquatableArray(),
        };

        Value Source(Value value) => widened.TryGetValue(value.Id, out var source) ? source : value;
    }
}
