using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;
using static TileKit.Generators.Emit.Cpu.BufferText;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Writes the steps of a program instance; the nests become methods of their own.</summary>
internal sealed class StepEmitter(CpuPlan plan, IndentedWriter writer, IndentedWriter methods)
{
    private readonly Stack<ForOp> loops = new();
    private int nests;

    public void Write(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            Write(step);
        }
    }

    private void Write(Step step)
    {
        switch (step)
        {
            case ScalarStep scalar:
                WriteScalar(scalar.Op);
                break;
            case ExtentStep extent:
                writer.Line($"int {extent.Name} = {extent.Expression};");
                break;
            case AssignStep { Names.Count: 1 } assign:
                writer.Line($"{assign.Names[0]} = {assign.Expressions[0]};");
                break;
            case AssignStep assign:
                writer.Line($"({string.Join(", ", assign.Names)}) = ({string.Join(", ", assign.Expressions)});");
                break;
            case GroupsStep groups:
                WriteGroups(groups.Op);
                break;
            case GatherStep gather:
                WriteGather(gather);
                break;
            case AtomicStep add:
                WriteAtomic(add);
                break;
            case PackStep pack:
                WritePack(pack);
                break;
            case RowsStep rows:
                WriteRows(rows);
                break;
            case MmaStep mma:
                WriteMma(mma);
                break;
            case CopyStep copy:
                WriteCopy(copy);
                break;
            case RelayoutStep relayout:
                WriteRelayout(relayout);
                break;
            case StoreTransposedStep store:
                WriteStore(store.Op);
                break;
            case NestStep nest:
                WriteNest(nest.Nest, nest.Nest.Conditions.ToList());
                break;
            case ForStep loop:
                WriteFor(loop);
                break;
            case IfStep branch:
                WriteIf(branch);
                break;
        }
    }

    public void WriteScalar(Op op) => writer.Line(ScalarFunctions.Declare((ValueOp)op, plan.Kernel));

    private void WriteGroups(GroupsOp groups)
    {
        writer.Line($"var (s{groups.Group.Id}, s{groups.Tile.Id}) = RaggedGroups.Find({ScalarFunctions.View(groups.Offsets, plan.Kernel)}, s{groups.Size.Id}, s{groups.Index.Id});");
        using (writer.Open($"if (s{groups.Group.Id} < 0)"))
        {
            writer.Line("return;");
        }
    }

    private void WriteGather(GatherStep step)
    {
        var (gather, rows, numbers) = (step.Op, plan.Places[step.Result.Id], plan.Places[step.Numbers.Id]);
        var view = ScalarFunctions.View(gather.Matrix, plan.Kernel);
        var copy = $"Operand.Gather<F, I>({view}, (nint)s{gather.Col.Id} * {((TileType)gather.Result.Type).Cols.ToFactor()}, {numbers.Name}, "
            + $"{plan.Extents.Rows(step.Result)}, {plan.Extents.Cols(step.Result)}, {rows.Name}, {RowStride(rows)})";
        if (step.Strip is not { } strip)
        {
            writer.Line($"var x{step.Result.Id} = {copy};");
            return;
        }

        var (name, slot) = (CpuNames.Strip(strip.Id), Slot(strip));
        writer.Line($"var {rows.Name} = {name}.Tile<{Element(rows)}>(scratch, {slot});");
        using (writer.Open($"if ({name}.Claim(scratch, {slot}))"))
        {
            writer.Line($"{copy};");
        }

        writer.Line($"var x{step.Result.Id} = Operand.Of({rows.Name}, {RowStride(rows)});");
    }

    private void WriteAtomic(AtomicStep step)
    {
        var (from, view) = (plan.Places[step.Stored.Id], ScalarFunctions.View(Matrix(step.Op), plan.Kernel));
        var tile = from.Layout == BufferLayout.Vector ? from.Name : $"{from.Name}, {RowStride(from)}, {LaneStride(from)}";
        var turned = plan.Lanes == LaneAxis.Rows ? "true" : "false";
        writer.Line(step.Op switch
        {
            AtomicAddOp add => $"Atomics.Add<{Vector(from)}, {Element(from)}>({tile}, {step.Rows}, {step.Cols}, {turned}, {WindowEmitter.Address(add.Window, plan.Kernel)}, {ScalarFunctions.Whole(add.Window.Matrix, plan.Kernel)}.RowStride);",
            ScatterAddOp { Col: { } col } add => $"Atomics.Scatter<{Vector(from)}, {Element(from)}>({tile}, {step.Rows}, {step.Cols}, {turned}, {plan.Places[step.Numbers!.Id].Name}, {view}, (nint)s{col.Id} * {((TileType)add.Stored.Type).Cols.ToFactor()});",
            _ => $"Atomics.Scatter({tile}, {step.Rows}, {plan.Places[step.Numbers!.Id].Name}, {view});",
        });
    }

    private static Matrix Matrix(WriteOp op) => op is ScatterAddOp scatter ? scatter.Matrix : ((AtomicAddOp)op).Window.Matrix;

    /// <summary>A nest that chooses by scalars becomes one nest for each outcome.</summary>
    private void WriteNest(Nest nest, IReadOnlyList<Value> conditions)
    {
        if (conditions.Count == 0)
        {
            methods.Line();
            writer.Line(NestEmitter.Emit(plan, nest, CpuNames.Method(plan, $"Nest{nests++}"), methods));
            return;
        }

        var condition = conditions[0];
        var rest = conditions.Skip(1).ToList();
        using (writer.Open($"if (s{condition.Id})"))
        {
            WriteNest(nest.Assume(condition, true, plan.Places.ContainsKey), rest);
        }

        using (writer.Open("else"))
        {
            WriteNest(nest.Assume(condition, false, plan.Places.ContainsKey), rest);
        }
    }

    private void WritePack(PackStep pack)
    {
        var buffer = plan.Places[pack.Result.Id];
        var conditions = new List<string>();
        if (pack.Product is not null)
        {
            conditions.AddRange(WriteAlternatives(pack));
            if (HasNext(pack))
            {
                writer.Line($"var {NextTile(pack)} = default(Upcoming);");
            }
        }

        if (pack.Strip is { } strip)
        {
            // the strip keeps the packed tiles while the fast index runs; its flags say which are there
            var (name, slot) = (CpuNames.Strip(strip.Id), Slot(strip));
            writer.Line($"var {buffer.Name} = {name}.Tile<{Element(buffer)}>(scratch, {slot});");
            conditions.Add($"{name}.Claim(scratch, {slot})");
        }

        if (conditions.Count == 0)
        {
            WritePacking(pack, buffer);
            return;
        }

        using (writer.Open($"if ({string.Join(" && ", conditions)})"))
        {
            WritePacking(pack, buffer);
        }
    }

    /// <summary>What makes packing needless: the product reads few rows' worth in place, or the tensor came packed. Returns their opposites.</summary>
    private IEnumerable<string> WriteAlternatives(PackStep pack)
    {
        var (product, view) = (pack.Product!, ScalarFunctions.View(pack.Window!.Matrix, plan.Kernel));
        var (outer, lane) = Sides(product);
        var shared = pack.Strip is { } strip ? $"{CpuNames.Strip(strip.Id)}.IsKept" : "false";
        var reads = $"Mma.ReadsInPlace({outer}, {lane}, {Contraction(product.Op)}, F.Count, transposed: {Bool(pack.Transposed)}, shared: {shared})";
        if (!pack.MayBePacked)
        {
            writer.Line($"bool {InPlace(pack)} = {reads};");
            return [$"!{InPlace(pack)}"];
        }

        // a tile that begins with a panel is there already
        writer.Line($"bool {Ready(pack)} = {view}.IsPacked && {Origin(pack).Lane} % F.Count == 0;");
        writer.Line($"bool {InPlace(pack)} = !{view}.IsPacked && {reads};");
        return [$"!{Ready(pack)}", $"!{InPlace(pack)}"];
    }

    private void WritePacking(PackStep pack, TileBuffer buffer)
    {
        var (rows, cols) = (plan.Extents.Rows(pack.Result), plan.Extents.Cols(pack.Result));
        var (k, lanes) = pack.Transposed ? (cols, rows) : (rows, cols);
        var target = $"{buffer.Name}, {RowStride(buffer)}, {LaneStride(buffer)}";
        var (from, stride) = pack.Window is { } window
            ? (WindowEmitter.Address(window, plan.Kernel), $"{ScalarFunctions.Whole(window.Matrix, plan.Kernel)}.RowStride")
            : ($"x{pack.Rows!.Id}.Data", $"x{pack.Rows.Id}.Stride");
        var copy = $"Pack.{(pack.Transposed ? "PanelsTransposed" : "Panels")}<F, I>({from}, {stride}, {k}, {lanes}, {target});";
        if (!pack.MayBePacked)
        {
            WriteCopyAndNext();
            return;
        }

        var (view, origin) = (ScalarFunctions.View(pack.Window!.Matrix, plan.Kernel), Origin(pack));
        using (writer.Open($"if ({view}.IsPacked)"))
        {
            writer.Line($"Pack.Repack({view}, {origin.K}, {origin.Lane}, {k}, {lanes}, F.Count, {target});");
        }

        using (writer.Open("else"))
        {
            WriteCopyAndNext();
        }

        void WriteCopyAndNext()
        {
            writer.Line(copy);
            if (HasNext(pack))
            {
                var loop = loops.Peek();
                var next = WindowEmitter.NextAddress(pack.Window!, plan.Kernel, loop);
                writer.Line($"{NextTile(pack)} = Upcoming.Tile(s{loop.Index.Id} + s{loop.Step.Id} < s{loop.End.Id}, {next}, {stride}, {rows}, {cols});");
            }
        }
    }

    /// <summary>Whether the loop around a product packs another tile for it in the next iteration: the product asks for it.</summary>
    private bool HasNext(PackStep pack) =>
        pack is { Product: not null, Window: { } window } && loops.Count > 0 && WindowEmitter.Walks(loops.Peek(), window);

    private static string NextTile(PackStep pack) => $"u{pack.Result.Id}";

    private static string Slot(Strip strip) => strip.SlotIndex is { } index ? $"s{index.Id}" : "0";

    private static string InPlace(PackStep pack) => $"p{pack.Result.Id}";

    private static string Ready(PackStep pack) => $"q{pack.Result.Id}";

    // the first step of the contraction and the first lane
    private static (string K, string Lane) Origin(PackStep pack)
    {
        var window = pack.Window!;
        var (row, col) = ($"(nint)s{window.Row.Id} * {window.Rows.ToFactor()}", $"(nint)s{window.Col.Id} * {window.Cols.ToFactor()}");
        return pack.Transposed ? (col, row) : (row, col);
    }

    private static string Bool(bool value) => value ? "true" : "false";

    private ExtentSet Contraction(MmaOp mma) =>
        (mma.TransposeA ? plan.Extents.Rows(mma.A) : plan.Extents.Cols(mma.A)).And(mma.TransposeB ? plan.Extents.Cols(mma.B) : plan.Extents.Rows(mma.B));

    private (ExtentSet Outer, ExtentSet Lane) Sides(MmaStep step)
    {
        var mma = step.Op;
        var rowsOfA = mma.TransposeA ? plan.Extents.Cols(mma.A) : plan.Extents.Rows(mma.A);
        var colsOfB = mma.TransposeB ? plan.Extents.Rows(mma.B) : plan.Extents.Cols(mma.B);
        return plan.Lanes == LaneAxis.Cols ? (rowsOfA, colsOfB) : (colsOfB, rowsOfA);
    }

    private void WriteRows(RowsStep rows)
    {
        var buffer = plan.Places[rows.Result.Id];
        var window = rows.Load.Window;
        var from = $"{WindowEmitter.Address(window, plan.Kernel)}, {ScalarFunctions.Whole(window.Matrix, plan.Kernel)}.RowStride";
        var copy = $"{from}, {plan.Extents.Rows(rows.Result)}, {plan.Extents.Cols(rows.Result)}, {buffer.Name}, {RowStride(buffer)}";
        var operand = $"Operand.Rows<F, I>({copy}{(rows.Product is { } product ? $", {Sides(product).Lane}, turned: {Bool(product.XTransposed)}" : "")})";
        if (rows.Strip is not { } strip)
        {
            writer.Line($"var x{rows.Result.Id} = {operand};");
            return;
        }

        var (name, slot) = (CpuNames.Strip(strip.Id), Slot(strip));
        writer.Line($"var {buffer.Name} = {name}.Tile<{Element(buffer)}>(scratch, {slot});");
        using (writer.Open($"if ({name}.IsKept && {name}.Claim(scratch, {slot}))"))
        {
            writer.Line($"Pack.Rows<F, I>({copy});");
        }

        writer.Line($"var x{rows.Result.Id} = {name}.IsKept ? Operand.Of({buffer.Name}, {RowStride(buffer)}) : {operand};");
    }

    private void WriteMma(MmaStep step)
    {
        var mma = step.Op;
        var (c, y) = (plan.Places[mma.Result.Id], plan.Places[step.Y.Id]);
        var isRows = step.IsLoadedX;
        var (x, stride) = isRows ? ($"x{step.X.Id}.Data", $"x{step.X.Id}.Stride") : (plan.Places[step.X.Id].Name, RowStride(plan.Places[step.X.Id]));
        var (xr, xk) = step.XTransposed ? ("1", stride) : (stride, "1");
        var (outer, lane) = Sides(step);
        var k = Contraction(mma);
        var overwrite = $"overwrite: {(step.Starts is { Op: var loop } ? $"s{loop.Index.Id} == s{loop.Start.Id}" : Bool(mma.Accumulator is null))}";
        var target = $"{c.Name}, {RowStride(c)}, {LaneStride(c)}";
        var (data, pitch) = (y.Name, LaneStride(y));
        if (step.Pack is { MayBePacked: true } ready)
        {
            var view = ScalarFunctions.View(ready.Window!.Matrix, plan.Kernel);
            var (k0, lane0) = Origin(ready);
            (data, pitch) = ($"{Ready(ready)} ? {view}.Panel({k0}, {lane0}, F.Count) : {data}", $"{Ready(ready)} ? {view}.PanelStride / F.Count : {pitch}");
        }

        var packed = $"Mma.Accumulate<{Vector(c)}, {Element(c)}>({x}, {xr}, {xk}, {data}, {RowStride(y)}, {pitch}, {target}, {outer}, {lane}, {k}, {overwrite}{(step.Pack is { } read && HasNext(read) ? $", {NextTile(read)}" : "")});";
        if (step.Pack is not { Window: { } window } pack)
        {
            writer.Line(packed);
            return;
        }

        var memory = $"{WindowEmitter.Address(window, plan.Kernel)}, {ScalarFunctions.Whole(window.Matrix, plan.Kernel)}.RowStride";
        using (writer.Open($"if ({InPlace(pack)})"))
        {
            writer.Line(pack.Transposed
                ? $"Mma.AccumulateTransposed<F, I>({x}, {xr}, {memory}, {target}, {outer}, {lane}, {k}, {overwrite});"
                : $"Mma.AccumulateInPlace<F, I>({x}, {xr}, {xk}, {memory}, {target}, {outer}, {lane}, {k}, {overwrite});");
        }

        using (writer.Open("else"))
        {
            writer.Line(packed);
        }
    }

    private void WriteCopy(CopyStep copy)
    {
        var to = plan.Places[copy.To.Id];
        if (plan.Definition(copy.From) is FillOp fill && plan.IsLazy(copy.From))
        {
            var value = plan.Definition(fill.Scalar) is ConstantOp constant ? Literals.Of(constant) : $"s{fill.Scalar.Id}";
            var element = fill.Scalar.Type.Element;
            var text = $"Scratch.Fill<{Vector(to)}, {Element(to)}>({to.Name}, {Size(to, "F.Count")}, {(element is ElementType.Half or ElementType.BFloat16 ? "(float)" : "")}{value});";
            if (copy.UnlessRuns is not { Op: var loop })
            {
                writer.Line(text);
                return;
            }

            using (writer.Open($"if (s{loop.Start.Id} >= s{loop.End.Id})"))
            {
                writer.Line(text);
            }

            return;
        }

        var from = plan.Places[copy.From.Id];
        if (from == to)
        {
            return;
        }

        writer.Line(from.Layout == to.Layout
            ? $"Scratch.Copy<{Vector(to)}, {Element(to)}>({from.Name}, {to.Name}, {Size(to, "F.Count")});"
            : $"Pack.Copy<{Vector(to)}, {Element(to)}>({from.Name}, {RowStride(from)}, {LaneStride(from)}, 0, 0, {to.Name}, {RowStride(to)}, {LaneStride(to)}, {to.Outer}, {to.Lane}, false);");
    }

    private void WriteRelayout(RelayoutStep step)
    {
        var (from, to) = (plan.Places[step.From.Id], plan.Places[step.To.Id]);
        var (row, col) = (step.Row is null ? "0" : $"s{step.Row.Id}", step.Col is null ? "0" : $"s{step.Col.Id}");
        var (outerStart, laneStart) = plan.Lanes == LaneAxis.Cols ? (row, col) : (col, row);
        writer.Line(
            $"Pack.Copy<{Vector(to)}, {Element(to)}>({from.Name}, {RowStride(from)}, {LaneStride(from)}, {outerStart}, {laneStart}, "
            + $"{to.Name}, {RowStride(to)}, {LaneStride(to)}, {plan.Extents.Of(step.To, Side.Outer, plan.Lanes)}, {plan.Extents.Of(step.To, Side.Lane, plan.Lanes)}, "
            + $"{(step.Transposed ? "true" : "false")});");
    }

    private void WriteStore(StoreOp store)
    {
        var from = plan.Places[store.Stored.Id];
        var target = plan.StoreTargets[store];
        writer.Line(
            $"Pack.StoreTransposed<F, I>({from.Name}, {RowStride(from)}, {LaneStride(from)}, {plan.Extents.Of(target, Side.Outer, plan.Lanes)}, {plan.Extents.Of(target, Side.Lane, plan.Lanes)}, "
            + $"{WindowEmitter.Address(store.Window, plan.Kernel)}, {ScalarFunctions.Whole(store.Window.Matrix, plan.Kernel)}.RowStride);");
    }

    private void WriteFor(ForStep step)
    {
        var loop = step.Op;
        var carried = Enumerable.Range(0, loop.Carried.Count).Where(i => loop.Carried[i].Type is ScalarType).ToList();
        foreach (var i in carried)
        {
            writer.Line($"{loop.Carried[i].Type.Element.CSharp()} s{loop.Carried[i].Id} = s{loop.Inits[i].Id};");
        }

        using (writer.Open($"for (int s{loop.Index.Id} = s{loop.Start.Id}; s{loop.Index.Id} < s{loop.End.Id}; s{loop.Index.Id} += s{loop.Step.Id})"))
        {
            loops.Push(loop);
            Write(step.Body);
            loops.Pop();
            Assign([.. carried.Select(i => loop.Carried[i])], [.. carried.Select(i => loop.Body.Yields[i])]);
        }

        foreach (var i in carried)
        {
            writer.Line($"{loop.Results[i].Type.Element.CSharp()} s{loop.Results[i].Id} = s{loop.Carried[i].Id};");
        }
    }

    private void WriteIf(IfStep step)
    {
        var branch = step.Op;
        var scalars = Enumerable.Range(0, branch.Results.Count).Where(i => branch.Results[i].Type is ScalarType).ToList();
        foreach (var i in scalars)
        {
            writer.Line($"{branch.Results[i].Type.Element.CSharp()} s{branch.Results[i].Id};");
        }

        Arm($"if (s{branch.Condition.Id})", step.Then, branch.Then);
        if (step.Else.Count > 0 || scalars.Count > 0)
        {
            Arm("else", step.Else, branch.Else);
        }

        void Arm(string header, IReadOnlyList<Step> steps, Region region)
        {
            using (writer.Open(header))
            {
                Write(steps);
                Assign([.. scalars.Select(i => branch.Results[i])], [.. scalars.Select(i => region.Yields[i])]);
            }
        }
    }

    private void Assign(IReadOnlyList<Value> to, IReadOnlyList<Value> from)
    {
        var (names, values) = (string.Join(", ", to.Select(v => $"s{v.Id}")), string.Join(", ", from.Select(v => $"s{v.Id}")));
        if (to.Count > 0)
        {
            writer.Line(to.Count == 1 ? $"{names} = {values};" : $"({names}) = ({values});");
        }
    }
}
