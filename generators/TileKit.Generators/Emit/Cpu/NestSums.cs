using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>
/// Products that only a sum along a loop reads, and are one instruction with it: of floats, and of bytes, whose sums stay in 16 bits until the loop is over.
/// </summary>
internal sealed class NestSums
{
    private readonly CpuPlan plan;
    private readonly Nest nest;
    private readonly Dictionary<int, IReadOnlyList<MapOp>> products = [];
    private readonly HashSet<int> taken = [];

    public NestSums(CpuPlan plan, Nest nest)
    {
        this.plan = plan;
        this.nest = nest;
        foreach (var item in nest.Items)
        {
            foreach (var sum in item.Ops.OfType<ReduceOp>().Where(r => r.Reduction == Reduction.Sum))
            {
                Take(sum, item.Ops);
            }
        }
    }

    /// <summary>Whether a map is computed as part of a sum and nowhere else.</summary>
    public bool Takes(MapOp map) => taken.Contains(map.Result.Id);

    /// <summary>The product of floats, or the products of bytes, that a sum adds up; none if it reads another value.</summary>
    public IReadOnlyList<MapOp> ProductsOf(ReduceOp sum) => products.TryGetValue(sum.Result.Id, out var list) ? list : [];

    /// <summary>Whether a sum of bytes' products is still in parts when its loop is over.</summary>
    public bool IsOfBytes(ReduceOp sum) => ProductsOf(sum).Any(p => p.Function == Function.Dot4);

    /// <summary>What none of a value's bytes exceeds where a mask shows that it is at most 127.</summary>
    public static int? MostOfBytes(Value value, CpuPlan plan) => plan.Definition(value) is MapOp { Function: Function.And } and
        ? and.Arguments.Select(plan.Definition).OfType<ConstantOp>().Where(c => (c.Bits & 0x80808080) == 0)
            .Select(c => (int?)Enumerable.Range(0, 4).Max(i => c.Bits >> (8 * i) & 255)).FirstOrDefault()
        : null;

    private void Take(ReduceOp sum, IReadOnlyList<Op> ops)
    {
        var maps = new List<MapOp>();
        var leaves = Leaves(sum.Argument, ops, maps).ToList();
        var fits = sum.Argument.Type.Element == ElementType.Float
            ? leaves is [{ Function: Function.Multiply }]
            : leaves.All(l => l?.Function == Function.Dot4) && FitInto16Bits(sum, leaves!);
        if (fits)
        {
            products[sum.Result.Id] = leaves!;
            taken.UnionWith(maps.Select(m => m.Result.Id));
        }
    }

    /// <summary>The maps whose values a sum of ints adds up, or the one that a sum of floats reads; null where there is none that nobody else reads.</summary>
    private IEnumerable<MapOp?> Leaves(Value value, IReadOnlyList<Op> ops, List<MapOp> maps)
    {
        var map = ops.OfType<MapOp>().FirstOrDefault(m => m.Result.Id == value.Id);
        if (map is null || plan.Places.ContainsKey(value.Id) || nest.Ops.SelectMany(o => o.Operands(plan)).Count(v => v.Id == value.Id) != 1)
        {
            return [null];
        }

        maps.Add(map);
        return map.Function == Function.Add && value.Type.Element == ElementType.Int ? map.Arguments.SelectMany(a => Leaves(a, ops, maps)) : [map];
    }

    // each 16 bits take two products of a byte with one that has a sign
    private bool FitInto16Bits(ReduceOp sum, List<MapOp> dots) =>
        sum.Scope != ReduceScope.All && sum.Argument.Type is TileType tile && plan.Lanes.ReducedBy(sum.Scope) == Side.Outer
        && plan.Lanes.Outer(tile).ConstantValue is { } steps
        && dots.All(d => MostOfBytes(d.Arguments[0], plan) is not null)
        && (long)steps * dots.Sum(d => 2L * 128 * MostOfBytes(d.Arguments[0], plan)!.Value) <= short.MaxValue;
}
