using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Writes the struct that runs a kernel on the CPU: its views and scalars, its plan, its program instance and its nests.</summary>
internal static class CpuEmitter
{
    public static void Write(Kernel kernel, IReadOnlyList<CpuPlan> plans, string name, IndentedWriter writer)
    {
        using (writer.Open($"file partial struct {name} : ICpuKernel, ITileProgram"))
        {
            WriteFields(kernel, plans, writer);
            writer.Line();
            TempEmitter.Write(kernel, writer);
            WritePhases(plans, writer);
            foreach (var plan in plans)
            {
                WritePlan(plan, writer);
                writer.Line();
                WriteRun(plan, writer);
                writer.Line();
                WriteInstance(plan, writer);
                writer.Line();
            }

            CostEmitter.Write(kernel, plans, writer);
            writer.Line();
            WorkEmitter.Write(kernel, writer);
        }
    }

    private static void WriteFields(Kernel kernel, IReadOnlyList<CpuPlan> plans, IndentedWriter writer)
    {
        foreach (var tensor in kernel.Tensors)
        {
            writer.Line($"public CpuView<{tensor.Element.CSharp()}> {tensor.Name};");
        }

        foreach (var scalar in kernel.Scalars)
        {
            writer.Line($"public {scalar.Element.CSharp()} {scalar.Name};");
        }

        foreach (var size in kernel.Tunables.Select(t => t.Name).Concat(kernel.Extents.Select(e => e.Name)))
        {
            writer.Line($"public int {size};");
        }

        if (plans.Count > 1)
        {
            writer.Line("private int phase;");
        }

        // the grids take turns with these: each plans them anew
        writer.Line("private CpuGrid grid;");
        foreach (var tensor in plans.SelectMany(Streamed).Distinct())
        {
            writer.Line($"private bool {CpuNames.Streams(kernel, tensor)};");
        }

        for (var slot = 0; slot < plans.Max(p => p.SlotCount); slot++)
        {
            writer.Line($"private nint {CpuNames.Slot(slot)};");
        }

        for (var strip = 0; strip < plans.Max(p => p.Strips.Count); strip++)
        {
            writer.Line($"private Strip {CpuNames.Strip(strip)};");
        }
    }

    // what the launcher calls, where it must choose among grids
    private static void WritePhases(IReadOnlyList<CpuPlan> plans, IndentedWriter writer)
    {
        writer.Line($"public readonly int Grids => {plans.Count};");
        writer.Line();
        if (plans.Count == 1)
        {
            return;
        }

        using (writer.Open("public CpuWork Plan(int index, int lanes, CpuProfile profile)"))
        {
            writer.Line("phase = index;");
            using (writer.Open("switch (index)"))
            {
                foreach (var plan in plans)
                {
                    writer.Line(plan.Phase < plans.Count - 1 ? $"case {plan.Phase}:" : "default:");
                    writer.Line($"    return {Planning(plan)}(lanes, profile);");
                }
            }
        }

        writer.Line();
        writer.Line("public readonly void Run<F, I>(long unit, Ptr<byte> scratch)");
        writer.Line("    where F : struct, IFloatVec<F, I>");
        using (writer.Open("    where I : struct, IIntVec<I, F>"))
        {
            using (writer.Open("switch (phase)"))
            {
                foreach (var plan in plans)
                {
                    writer.Line(plan.Phase < plans.Count - 1 ? $"case {plan.Phase}:" : "default:");
                    writer.Line($"    {Running(plan)}<F, I>(unit, scratch);");
                    writer.Line("    break;");
                }
            }
        }

        writer.Line();
    }

    private static string Planning(CpuPlan plan) => CpuNames.Method(plan, "PlanUnits");

    private static string Running(CpuPlan plan) => CpuNames.Method(plan, "RunUnit");

    private static bool IsAlone(CpuPlan plan) => plan.Kernel.Body.Ops.OfType<GridOp>().Count() == 1;

    private static IEnumerable<int> Streamed(CpuPlan plan) => plan.Grid.Body.StoredTensorsInOrder();

    private static void WritePlan(CpuPlan plan, IndentedWriter writer)
    {
        var kernel = plan.Kernel;
        using (writer.Open(IsAlone(plan) ? "public CpuWork Plan(int index, int lanes, CpuProfile profile)" : $"private CpuWork {Planning(plan)}(int lanes, CpuProfile profile)"))
        {
            WriteLaunchScalars(plan, writer);
            var counts = plan.Grid.Counts.Select(c => $"s{c.Id}");
            writer.Line($"grid = new CpuGrid({plan.FastIndex}, {CpuNames.Reuses(plan)}, profile, {string.Join(", ", counts)});");
            foreach (var tensor in Streamed(plan))
            {
                writer.Line($"{CpuNames.Streams(kernel, tensor)} = {kernel.Tensors[tensor].Name}.Streams(profile);");
            }

            writer.Line("var layout = new ScratchLayout();");
            foreach (var slot in plan.Buffers.Where(b => b.Slot >= 0).GroupBy(b => b.Slot).OrderBy(g => g.Key))
            {
                var sizes = slot.Select(b => BufferText.Size(b, "lanes")).Distinct().ToList();
                var size = sizes.Skip(1).Aggregate(sizes[0], (max, s) => $"Math.Max({max}, {s})");
                writer.Line($"{CpuNames.Slot(slot.Key)} = layout.Add({size});");
            }

            foreach (var strip in plan.Strips)
            {
                writer.Line($"{CpuNames.Strip(strip.Id)} = layout.AddStrip({BufferText.Tiles(strip, kernel)}, {BufferText.Size(strip.Buffer, "lanes")}, grid, profile{(strip.Load is RowsStep ? $", {CpuNames.IsKept(strip, kernel)}" : "")});");
            }

            writer.Line("return new CpuWork(grid.Units, layout.Bytes);");
        }
    }

    private static void WriteLaunchScalars(CpuPlan plan, IndentedWriter writer)
    {
        var steps = new StepEmitter(plan, writer, writer);
        foreach (var op in LaunchScalars.Needed(plan.Kernel, plan.Grid.Counts.Concat(plan.Grid.Body.Reads())))
        {
            steps.WriteScalar(op);
        }
    }

    private static void WriteRun(CpuPlan plan, IndentedWriter writer)
    {
        writer.Line(IsAlone(plan) ? "public readonly void Run<F, I>(long unit, Ptr<byte> scratch)" : $"private readonly void {Running(plan)}<F, I>(long unit, Ptr<byte> scratch)");
        writer.Line("    where F : struct, IFloatVec<F, I>");
        using (writer.Open("    where I : struct, IIntVec<I, F>"))
        {
            foreach (var strip in plan.Strips)
            {
                writer.Line($"{CpuNames.Strip(strip.Id)}.Reset(scratch);");
            }

            var fast = plan.Grid.Indices[plan.FastIndex];
            var slow = plan.Grid.Indices.Where(i => i != fast).ToList();
            writer.Line("var (first, end, rest) = grid.Range(unit);");
            for (var i = slow.Count - 1; i >= 0; i--)
            {
                var count = plan.Grid.Indices.ToList().IndexOf(slow[i]);
                writer.Line($"int s{slow[i].Id} = grid.Take(ref rest, {count});");
            }

            using (writer.Open($"for (int s{fast.Id} = first; s{fast.Id} < end; s{fast.Id}++)"))
            {
                writer.Line($"{CpuNames.Method(plan, "Instance")}<F, I>({string.Join(", ", plan.Grid.Indices.Select(i => $"s{i.Id}"))}, scratch);");
            }
        }
    }

    private static void WriteInstance(CpuPlan plan, IndentedWriter writer)
    {
        var methods = new IndentedWriter();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        writer.Line($"private readonly void {CpuNames.Method(plan, "Instance")}<F, I>({string.Join(", ", plan.Grid.Indices.Select(i => $"int s{i.Id}"))}, Ptr<byte> scratch)");
        writer.Line("    where F : struct, IFloatVec<F, I>");
        using (writer.Open("    where I : struct, IIntVec<I, F>"))
        {
            WriteLaunchScalars(plan, writer);
            foreach (var buffer in plan.Buffers)
            {
                if (buffer.Slot >= 0)
                {
                    writer.Line($"var {buffer.Name} = (scratch + {CpuNames.Slot(buffer.Slot)}).Cast<{BufferText.Element(buffer)}>();");
                }

                if (buffer.Layout == BufferLayout.Rows)
                {
                    writer.Line($"nint {buffer.Name}r = Scratch.RowStride({buffer.Lane}, F.Count);");
                }
                else if (buffer.Layout == BufferLayout.Panels)
                {
                    writer.Line($"nint {buffer.Name}v = Scratch.PanelRows({buffer.Outer});");
                }
            }

            new StepEmitter(plan, writer, methods).Write(plan.Steps);
        }

        writer.Lines(methods.ToString());
    }
}
