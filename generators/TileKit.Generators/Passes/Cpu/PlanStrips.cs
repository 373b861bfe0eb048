using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>
/// Finds the packed, copied and gathered tiles that one grid index does not change, and chooses the index that leaves most of them alone to run
/// fastest: a worker then packs a strip once and uses it while that index runs.
/// </summary>
internal sealed class PlanStrips
{
    private readonly Dictionary<int, int> dependsOn = [];
    private readonly HashSet<int> changesInLoops = [];

    private readonly HashSet<int> storedTensors;

    private PlanStrips(GridOp grid)
    {
        storedTensors = grid.Body.StoredTensors();
        for (var g = 0; g < grid.Indices.Count; g++)
        {
            dependsOn[grid.Indices[g].Id] = 1 << g;
        }

        Visit(grid.Body, inLoop: false);
    }

    public static (int FastIndex, List<Strip> Strips) Run(GridOp grid, IReadOnlyList<Step> steps, IReadOnlyDictionary<int, TileBuffer> places)
    {
        var pass = new PlanStrips(grid);
        var loads = Loads(steps, 1).ToList();

        // packing costs more than copying rows, which many launches need not do at all
        var fast = Enumerable.Range(0, grid.Indices.Count)
            .OrderByDescending(fast => Weight(fast, isPacked: true))
            .ThenByDescending(fast => Weight(fast, isPacked: false))
            .ThenByDescending(g => g)
            .First();

        var strips = new List<Strip>();
        foreach (var (load, _) in loads)
        {
            if (pass.SlotOf(load, fast) is { } slot)
            {
                var strip = new Strip
                {
                    Id = strips.Count,
                    Load = load,
                    Buffer = places[load.Result.Id],
                    SlotIndex = slot.Index,
                    SlotAxis = slot.Axis,
                };
                strips.Add(strip);
                load.Strip = strip;
            }
        }

        return (fast, strips);

        int Weight(int fast, bool isPacked) =>
            loads.Where(l => l.Load is PackStep == isPacked && pass.SlotOf(l.Load, fast) is not null).Sum(l => l.Weight);
    }

    private static IEnumerable<(ReadyStep Load, int Weight)> Loads(IReadOnlyList<Step> steps, int weight) => steps.SelectMany(step => step switch
    {
        ReadyStep { Window: not null } or GatherStep => [((ReadyStep)step, weight)],
        ForStep loop => Loads(loop.Body, weight * 16),
        IfStep branch => Loads(branch.Then, weight).Concat(Loads(branch.Else, weight)),
        _ => Enumerable.Empty<(ReadyStep, int)>(),
    });

    /// <summary>The index that numbers a load's tiles within the strip, or null when the fast index changes what they hold.</summary>
    private (Value? Index, Axis Axis)? SlotOf(ReadyStep load, int fast)
    {
        var moving = new List<(Value Index, Axis Axis)>();
        var (matrix, gather) = (load.Matrix, (load as GatherStep)?.Op);
        if (gather is not null && storedTensors.Contains(matrix.Tensor))
        {
            return null;
        }

        // a slice that a loop moves, or other numbers, have tiles of their own in each iteration
        foreach (var source in new[] { matrix.Slice, gather?.Rows })
        {
            if (source is not null && ((Mask(source) & (1 << fast)) != 0 || changesInLoops.Contains(source.Id)))
            {
                return null;
            }
        }

        foreach (var (index, axis) in new[] { (matrix.Batch, Axis.Batch), (matrix.Depth, Axis.Depth), (load.Window?.Row, Axis.Rows), (gather?.Col ?? load.Window?.Col, Axis.Cols) })
        {
            if (index is null)
            {
                continue;
            }

            if ((Mask(index) & (1 << fast)) != 0)
            {
                return null;
            }

            if (changesInLoops.Contains(index.Id))
            {
                moving.Add((index, axis));
            }
        }

        return moving switch
        {
            [] => (null, Axis.Rows),
            [(var index, Axis.Rows or Axis.Cols)] => (index, moving[0].Axis),
            _ => null,
        };
    }

    private int Mask(Value value) => dependsOn.TryGetValue(value.Id, out var mask) ? mask : 0;

    private void Visit(Region region, bool inLoop)
    {
        foreach (var op in region.Ops)
        {
            // what a loop carries may come to depend on anything
            var mask = op is ForOp ? ~0 : op.Operands().Aggregate(0, (all, o) => all | Mask(o));
            foreach (var value in op.Definitions())
            {
                dependsOn[value.Id] = op is IfOp || (op.TensorRead() is { } tensor && storedTensors.Contains(tensor)) ? ~0 : mask;
                if (inLoop || op.Operands().Any(o => changesInLoops.Contains(o.Id)))
                {
                    changesInLoops.Add(value.Id);
                }
            }

            if (op is ForOp loop)
            {
                foreach (var carried in loop.Carried)
                {
                    dependsOn[carried.Id] = ~0;
                    changesInLoops.Add(carried.Id);
                }

                // the index names a slot; how far it runs does not matter, where it starts and how it steps does
                dependsOn[loop.Index.Id] = Mask(loop.Start) | Mask(loop.Step);
                changesInLoops.Add(loop.Index.Id);
            }

            foreach (var nested in op.Regions())
            {
                Visit(nested, inLoop || op is ForOp);
            }
        }
    }
}
