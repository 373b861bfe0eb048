using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>
/// Chooses the lane axis of a grid by what each would cost: transposing copies, reductions across lanes, rearranged tiles, all
/// weighed by loop depth. Without a matrix product, and where all have few rows, lanes run along columns, as memory does.
/// </summary>
internal static class ChooseLanes
{
    private const int Iterations = 16;
    private const int FewRows = 32;

    public static LaneAxis Run(Kernel kernel, GridOp grid)
    {
        var ops = Weighted(grid.Body, 1).ToList();
        if (!ops.Any(o => o.Op is MmaOp) || ops.Select(o => o.Op).OfType<MmaOp>().All(mma => HasFewRows(kernel, mma)))
        {
            return LaneAxis.Cols;
        }

        var loads = ops.Where(o => o.Op is LoadOp or GatherOp).ToDictionary(o => ((ValueOp)o.Op).Result.Id, o => o.Weight);
        return ops.Sum(o => Cost(o.Op, o.Weight, LaneAxis.Rows, loads)) < ops.Sum(o => Cost(o.Op, o.Weight, LaneAxis.Cols, loads))
            ? LaneAxis.Rows
            : LaneAxis.Cols;
    }

    // rows that never fill a bundle would leave lanes idle all the time
    private static bool HasFewRows(Kernel kernel, MmaOp mma)
    {
        var rows = ((TileType)mma.Result.Type).Rows;
        var largest = kernel.Tunables.Where(t => t.Values.Count > 0).ToDictionary(t => t.Name, t => t.Values.Max());
        return rows.Terms.All(t => t.Symbols.All(largest.ContainsKey)) && rows.Evaluate(name => largest[name]) <= FewRows;
    }

    private static int Cost(Op op, int weight, LaneAxis lanes, Dictionary<int, int> loads) => op switch
    {
        MmaOp mma => OperandCost(mma, weight, lanes, loads),
        ReduceOp { Argument.Type: TileType } reduce when lanes.ReducedBy(reduce.Scope) == Side.Lane => 2 * weight,
        StoreOp { Window.Kind: WindowKind.Tile } when lanes == LaneAxis.Rows => 2 * weight,
        MapOp map when lanes == LaneAxis.Rows => map.Arguments.Count(a => a.Type is TileType && loads.ContainsKey(a.Id)) * 2 * weight,
        _ => 0,
    };

    private static int OperandCost(MmaOp mma, int weight, LaneAxis lanes, Dictionary<int, int> loads)
    {
        var vector = lanes == LaneAxis.Cols ? mma.B : mma.A;
        if (loads.TryGetValue(vector.Id, out var loadWeight))
        {
            return (PacksTransposed(mma, lanes) ? 2 : 1) * loadWeight;
        }

        return NeedsOtherOrientation(mma, lanes) ? 4 * weight : 0;
    }

    /// <summary>Whether the vector operand's memory has its lanes along rows, so that packing transposes.</summary>
    public static bool PacksTransposed(MmaOp mma, LaneAxis lanes) => lanes == LaneAxis.Cols ? mma.TransposeB : !mma.TransposeA;

    /// <summary>Whether a computed vector operand lies with its lanes along the contraction and must be turned.</summary>
    public static bool NeedsOtherOrientation(MmaOp mma, LaneAxis lanes) => lanes == LaneAxis.Cols ? mma.TransposeB : mma.TransposeA;

    private static IEnumerable<(Op Op, int Weight)> Weighted(Region region, int weight)
    {
        foreach (var op in region.Ops)
        {
            yield return (op, weight);
            foreach (var nested in op.Regions().SelectMany(r => Weighted(r, weight * (op is ForOp ? Iterations : 1))))
            {
                yield return nested;
            }
        }
    }
}
