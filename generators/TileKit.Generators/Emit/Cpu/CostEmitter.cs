using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Writes what the steps of a plan cost on average, for the tile selector; the model of the machine is in the run time.</summary>
internal static class CostEmitter
{
    public static void Write(Kernel kernel, IReadOnlyList<CpuPlan> plans, IndentedWriter writer)
    {
        using (writer.Open("public void SetTiles(ReadOnlySpan<int> tiles)"))
        {
            for (var i = 0; i < kernel.Tunables.Count; i++)
            {
                writer.Line($"{kernel.Tunables[i].Name} = tiles[{i}];");
            }

            if (kernel.Tensors.Any(t => t.IsTemp))
            {
                writer.Line("ShapeTemps();");
            }
        }

        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open("public readonly void Describe(ref TileCost cost)"))
        {
            var loops = 0;
            foreach (var plan in plans)
            {
                if (plan.Phase > 0)
                {
                    writer.Line("cost.NextGrid();");
                }

                var averages = new Averages(kernel, plan.Grid);
                var times = $"t{loops++}";
                writer.Line($"double {times} = {averages.Instances};");
                writer.Line($"cost.Instances({times}, {averages.Of(plan.Grid.Counts[plan.FastIndex])}, {averages.WholeInstances}, {CpuNames.Reuses(plan)});");
                var operands = new HashSet<TileBuffer>(Operands(plan.Steps).Select(rows => plan.Places[rows.Result.Id]));
                foreach (var buffer in plan.Buffers.Where(b => b.Slot >= 0 && !operands.Contains(b)))
                {
                    writer.Line($"cost.Scratch({BufferText.Size(buffer, "cost.Lanes")});");
                }

                // rows are kept only where memory has them far apart, which the formulas do not know: their copies count, their room does not
                foreach (var strip in plan.Strips.Where(s => s.Load is not RowsStep))
                {
                    writer.Line($"cost.Strip({BufferText.Tiles(strip, kernel)}, {BufferText.Size(strip.Buffer, "cost.Lanes")});");
                }

                Steps(plan, plan.Steps, averages, times, null, ref loops, writer);
            }
        }
    }

    private static void Steps(CpuPlan plan, IReadOnlyList<Step> steps, Averages averages, string times, (ForOp Op, string Starts)? around, ref int loops, IndentedWriter writer)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case PackStep { Product: not null }:
                    break;
                case PackStep pack:
                    writer.Line($"cost.Pack({times}, {averages.Rows(pack.Source)}, {averages.Cols(pack.Source)}, transposed: {Bool(pack.Transposed)}, reused: {Bool(pack.Strip is not null)}{Widening(plan, pack)});");
                    break;
                case GatherStep gather:
                    writer.Line($"cost.Rows({times}, {averages.Rows(gather.Source)}, {averages.Cols(gather.Source)}, reused: {Bool(gather.Strip is not null)}{Widening(plan, gather)});");
                    break;
                case AtomicStep { Stored: var added }:
                    writer.Line($"cost.Atomic({times}, {averages.Rows(added)}, {averages.Cols(added)});");
                    break;
                case RowsStep copy:
                    var (copyRows, copyCols) = averages.ExtentsOf(copy.Load.Window);
                    writer.Line(MayStay(copy)
                        ? $"cost.Operand({times}, {copyRows}, {copyCols}, {plan.Kernel.Tensors[copy.Load.Window.Matrix.Tensor].Name}.Cols, {Lanes(plan, copy.Product!.Op, averages)}, {BufferText.Size(plan.Places[copy.Result.Id], "cost.Lanes")}, turned: {Bool(copy.Product!.XTransposed)}, reused: {Bool(copy.Strip is not null)});"
                        : $"cost.Rows({times}, {copyRows}, {copyCols}, reused: {Bool(copy.Strip is not null)}{Widening(plan, copy)});");
                    break;
                case MmaStep { Op: var mma } product:
                    var (outer, lane) = plan.Lanes == LaneAxis.Cols ? (averages.Rows(mma.Result), averages.Cols(mma.Result)) : (averages.Cols(mma.Result), averages.Rows(mma.Result));
                    var type = (TileType)mma.Result.Type;
                    var (tileRows, tileLanes) = plan.Lanes == LaneAxis.Cols ? (type.Rows, type.Cols) : (type.Cols, type.Rows);
                    var k = mma.TransposeA ? averages.Rows(mma.A) : averages.Cols(mma.A);
                    var stored = product.Target is { } target ? $", stored: {(target.Loop is not null ? around!.Value.Starts : times)}" : "";
                    writer.Line(product.Pack is { } packed
                        ? $"cost.Product({times}, {outer}, {tileRows}, {lane}, {tileLanes}, {k}, {plan.Kernel.Tensors[packed.Matrix.Tensor].Name}.Cols, transposed: {Bool(packed.Transposed)}, shared: {Bool(packed.Strip is not null)}, first: {First(packed, times, around)}{Packed(plan, packed)}{Widening(plan, packed)}{stored});"
                        : $"cost.Mma({times}, {outer}, {tileRows}, {lane}, {tileLanes}, {k}{stored});");
                    break;
                case StoreTransposedStep { Op: var store }:
                    var (storeRows, storeCols) = averages.ExtentsOf(store.Window);
                    writer.Line($"cost.Pack({times}, {storeRows}, {storeCols}, transposed: true, reused: false);");
                    break;
                case NestStep { UnlessStored: not null } store:
                    using (writer.Open("if (!cost.StoresSums)"))
                    {
                        Nest(plan, store.Nest, averages, times, writer);
                    }

                    break;
                case NestStep nest:
                    Nest(plan, nest.Nest, averages, times, writer);
                    break;
                case ForStep loop:
                    var name = $"t{loops++}";
                    writer.Line($"double {name} = {times} * {averages.Iterations(loop.Op)};");
                    Steps(plan, loop.Body, averages, name, (loop.Op, times), ref loops, writer);
                    break;
                case IfStep branch:
                    Steps(plan, branch.Then, averages, times, around, ref loops, writer);
                    Steps(plan, branch.Else, averages, times, around, ref loops, writer);
                    break;
            }
        }
    }

    // those whose room depends on how the launch reads them
    private static IEnumerable<RowsStep> Operands(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
    {
        RowsStep rows when MayStay(rows) => [rows],
        ForStep loop => Operands(loop.Body),
        IfStep branch => Operands(branch.Then).Concat(Operands(branch.Else)),
        _ => Enumerable.Empty<RowsStep>(),
    });

    private static bool MayStay(RowsStep rows) => rows is { Product: not null, Load.Result.Type.Element: ElementType.Float };

    // how many of the products have none before them that asks for what they read
    private static string First(PackStep pack, string times, (ForOp Op, string Starts)? around) =>
        around is { } loop && pack.Window is { } window && WindowEmitter.Walks(loop.Op, window) ? loop.Starts : times;

    private static string Lanes(CpuPlan plan, MmaOp mma, Averages averages) =>
        plan.Lanes == LaneAxis.Cols ? averages.Cols(mma.Result) : averages.Rows(mma.Result);

    private static string Packed(CpuPlan plan, PackStep pack) =>
        pack.MayBePacked ? $", packed: {plan.Kernel.Tensors[pack.Window!.Matrix.Tensor].Name}.IsPacked" : "";

    // what a gather left in scratch is widened
    private static string Widening(CpuPlan plan, ReadyStep step) => step is PackStep { Rows: not null } ? "" : plan.Kernel.Tensors[step.Matrix.Tensor].Element switch
    {
        ElementType.Half => ", widening: TileCost.FromHalf",
        ElementType.BFloat16 => ", widening: TileCost.FromBFloat16",
        _ => "",
    };

    private static void Nest(CpuPlan plan, Nest nest, Averages averages, string times, IndentedWriter writer)
    {
        foreach (var item in nest.Items)
        {
            var largest = item.Ops.Select(Subject).FirstOrDefault(v => v.Type is TileType) ?? Subject(item.Ops[0]);
            var (outer, lane) = plan.Lanes == LaneAxis.Cols ? (averages.Rows(largest), averages.Cols(largest)) : (averages.Cols(largest), averages.Rows(largest));
            writer.Line($"cost.Nest({times}, {outer}, {lane}, {item.Ops.Sum(Weight)}, lanesInside: {Bool(nest.Outside == Side.Outer)});");
        }

        // beside a product, what moves to and from memory counts little
        var windows = plan.Steps.Any(s => s is MmaStep or ForStep) ? [] : nest.Ops.SelectMany(op => Windows(plan, op)).Distinct().ToList();
        foreach (var window in windows)
        {
            var (rows, cols) = averages.ExtentsOf(window);
            writer.Line($"cost.Stream({times}, {rows}, {cols}, {plan.Kernel.Tensors[window.Matrix.Tensor].Name}.Cols, {windows.Count});");
        }
    }

    private static IEnumerable<Window> Windows(CpuPlan plan, Op op) => op.Operands().Where(plan.IsLazy).Select(v => plan.Definition(v)).OfType<LoadOp>().Select(l => l.Window)
        .Concat(op is StoreOp store ? [store.Window] : []).Where(w => w.Kind == WindowKind.Tile);

    private static Value Subject(Op op) => op switch
    {
        StoreOp store => store.Stored,
        ReduceOp reduce => reduce.Argument,
        ValueOp value => value.Result,
        _ => throw new System.InvalidOperationException(op.GetType().Name),
    };

    // vector instructions an element bundle takes, roughly
    internal static int Weight(Op op) => op switch
    {
        MapOp { Function: Function.Exp or Function.Exp2 } => 14,
        MapOp { Function: Function.Gelu or Function.Silu or Function.Sigmoid or Function.Tanh or Function.Log or Function.Log2 } => 30,
        MapOp { Function: Function.Divide or Function.Sqrt or Function.Rsqrt } => 8,
        _ => 2,
    };

    private static string Bool(bool value) => value ? "true" : "false";
}
