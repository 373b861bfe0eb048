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
        OwnRows.Mark(builder.Steps, variant.Threads);
        var slots = SharedMemory.Place(builder.Steps, builder.Tiles, shareAll: false);
        if (slots.Sum(slot => slot.Bytes) > IlgpuPlan.SharedLimit)
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
}
