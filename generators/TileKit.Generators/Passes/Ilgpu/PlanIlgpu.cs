using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>Plans one variant of a kernel: steps, shared memory, barriers.</summary>
internal static class PlanIlgpu
{
    public static IlgpuPlan Run(Kernel kernel, Variant variant, int registers, PassContext context, int phase = 0)
    {
        kernel = variant.Apply(kernel);
        var grid = kernel.Body.Ops.OfType<GridOp>().ElementAt(phase);
        var builder = new BuildIlgpuSteps(kernel, grid, variant, context);
        MarkOwn(builder, variant.Threads);
        var slots = SharedMemory.Place(builder.Steps, builder.Tiles, shareAll: false);
        if (slots.Sum() > IlgpuPlan.SharedLimit / sizeof(float))
        {
            slots = SharedMemory.Place(builder.Steps, builder.Tiles, shareAll: true);
        }

        return new IlgpuPlan
        {
            Kernel = kernel,
            Grid = grid,
            Variant = variant,
            Steps = InsertBarriers.Run(builder.Steps, grid),
            Tiles = builder.Tiles,
            Slots = slots,
            Extents = builder.Extents,
            Forms = new Forms(grid.Body),
            Registers = registers,
        };
    }

    // A thread with whole rows writes the rows of an operand A that it multiplies itself.
    private static void MarkOwn(BuildIlgpuSteps builder, ThreadGrid threads)
    {
        var steps = All(builder.Steps).ToList();
        foreach (var put in steps.OfType<PutStep>().Where(p => !p.Turned && threads.HasOwnRows(p.Tile.Rows)))
        {
            put.Tile.IsOwn = steps.Where(s => s != put && s.Tiles().Contains(put.Tile)).All(s => s is ProductStep product && product.B != put.Tile);
        }
    }

    private static IEnumerable<Step> All(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
    {
        ForStep loop => All(loop.Body).Prepend(step),
        IfStep branch => All(branch.Then.Concat(branch.Else)).Prepend(step),
        _ => [step],
    });
}
