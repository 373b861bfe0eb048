using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>How far a loop over one side runs.</summary>
/// <param name="Full">Up to here every load, store and reduction of the loop has all its elements.</param>
/// <param name="Bound">Up to here the loop must run: it covers all that is stored, reduced or kept.</param>
/// <param name="HasExact">Whether anything in the loop may not be touched past its own end.</param>
internal sealed record NestBounds(ExtentSet Full, ExtentSet Bound, bool HasExact)
{
    public static NestBounds Of(IEnumerable<NestItem> items, Side side, CpuPlan plan, bool vectors)
    {
        var exact = new List<ExtentSet>();
        var needed = new List<ExtentSet>();
        foreach (var op in items.SelectMany(i => i.Ops))
        {
            exact.AddRange(op.Operands(plan).Where(v => Along(v) && plan.Definition(v) is LoadOp && plan.IsLazy(v)).Select(Extent));
            switch (op)
            {
                case StoreOp store when Along(store.Stored):
                    exact.Add(Extent(plan.StoreTargets[store]));
                    needed.Add(Extent(plan.StoreTargets[store]));
                    break;
                case ReduceOp reduce when reduce.Scope == ReduceScope.All || plan.Lanes.ReducedBy(reduce.Scope) == side:
                    exact.Add(Extent(reduce.Argument));
                    needed.Add(Extent(reduce.Argument));
                    break;
                case LoadOp load when Along(load.Result):
                    exact.Add(Extent(load.Result));
                    break;
            }

            needed.AddRange(op.Definitions().Where(r => plan.Places.ContainsKey(r.Id) && Along(r)).Select(Extent));
        }

        // nothing needed: all results stay in registers of an outer loop; run over what there is
        var all = needed.Count > 0 ? needed : exact;
        var bound = all.Aggregate((a, b) => a.Or(b));
        return new NestBounds(exact.Aggregate(bound, (a, b) => a.And(b)), bound, exact.Count > 0);

        bool Along(Value value) => value.Type is TileType || (value.Type.IsVector() && (vectors || plan.Lanes.SideOf(value.Type) == side));

        ExtentSet Extent(Value value) => value.Type is TileType ? plan.Extents.Of(value, side, plan.Lanes) : plan.Extents.Length(value);
    }
}
