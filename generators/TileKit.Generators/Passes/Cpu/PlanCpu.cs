using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>The passes of the CPU target, in order: each grid becomes a plan that the emitter only has to write down.</summary>
internal static class PlanCpu
{
    public static IReadOnlyList<CpuPlan> Run(Kernel kernel, PassContext context) =>
        kernel.Body.Ops.OfType<GridOp>().Select((grid, phase) => Run(kernel, grid, phase, context)).ToList();

    private static CpuPlan Run(Kernel kernel, GridOp grid, int phase, PassContext context)
    {
        // which side the lanes run along decides what is packed and what transposed, so it comes first
        var lanes = ChooseLanes.Run(kernel, grid);

        // steps in order: packs, nests, products
        var (steps, builder) = BuildSteps.Run(kernel, grid, lanes, context);

        // what is cheaper to compute again than to keep needs no buffer
        Recompute.Run(steps, lanes, builder);

        // who shares a buffer with whom is known once all steps are there
        var (places, buffers) = PlanBuffers.Run(steps, lanes, builder);

        // only then is it known which products add in place
        StartFromZero.Run(steps, places, builder.Definition);

        // strips are buffers that outlive a program instance; the rest share slots by liveness
        var (fastIndex, strips) = PlanStrips.Run(grid, steps, places);
        var slots = PlanBuffers.AssignSlots(buffers.Where(b => strips.All(s => s.Buffer != b)));

        return new CpuPlan
        {
            Kernel = kernel,
            Grid = grid,
            Phase = phase,
            Lanes = lanes,
            FastIndex = fastIndex,
            Steps = steps,
            Buffers = buffers,
            SlotCount = slots,
            Strips = strips,
            Places = places,
            Extents = builder.Extents,
            StoreTargets = builder.StoreTargets,
            IsLazy = builder.IsLazy,
            Definition = builder.Definition,
        };
    }
}
