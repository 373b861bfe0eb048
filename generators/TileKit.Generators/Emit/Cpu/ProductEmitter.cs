using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;
using static TileKit.Generators.Emit.Cpu.BufferText;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Writes products, and what makes tiles in memory ready for them.</summary>
internal sealed class ProductEmitter(CpuPlan plan, IndentedWriter writer, Stack<ForOp> loops)
{
    public void Write(PackStep pack)
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
        var reads = $"Mma.ReadsInPlace({outer}, {lane}, {Contraction(product.Op)}, {ScalarFunctions.Whole(pack.Window.Matrix, plan.Kernel)}.RowStride, F.Count, transposed: {Bool(pack.Transposed)}, shared: {shared})";
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

    public static string Slot(Strip strip) => strip.SlotIndex is { } index ? $"s{index.Id}" : "0";

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

    public void Write(RowsStep rows)
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

    public void Write(MmaStep step)
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

        if (step.Target is { Loop: null })
        {
            DeclareTarget(step);
        }

        if (step.Pack is not { Window: { } window } pack)
        {
            WritePacked();
            return;
        }

        var memory = $"{WindowEmitter.Address(window, plan.Kernel)}, {ScalarFunctions.Whole(window.Matrix, plan.Kernel)}.RowStride";
        using (writer.Open($"if ({InPlace(pack)})"))
        {
            if (pack.Transposed)
            {
                writer.Line($"Mma.AccumulateTransposed<F, I>({x}, {xr}, {memory}, {target}, {outer}, {lane}, {k}, {overwrite});");
            }
            else
            {
                var to = pack.Source.Type.Element == ElementType.Float ? WriteTarget(step) : "";
                writer.Line($"Mma.AccumulateInPlace<F, I>({x}, {xr}, {xk}, {memory}, {target}, {outer}, {lane}, {k}, {overwrite}{to});");
            }
        }

        using (writer.Open("else"))
        {
            WritePacked();
        }

        void WritePacked()
        {
            var next = step.Pack is { } read && HasNext(read) ? $", {NextTile(read)}" : "";
            var to = WriteTarget(step);
            writer.Line($"Mma.Accumulate<{Vector(c)}, {Element(c)}>({x}, {xr}, {xk}, {data}, {RowStride(y)}, {pitch}, {target}, {outer}, {lane}, {k}, {overwrite}{next}{to});");
        }
    }

    public static string Target(MmaStep product) => $"o{product.Op.Result.Id}";

    public void DeclareTarget(MmaStep product) =>
        writer.Line($"var {Target(product)} = default(Target<{Element(plan.Places[product.Op.Result.Id])}>);");

    /// <summary>Writes where the sums of a product go, and returns the argument that says so.</summary>
    private string WriteTarget(MmaStep product)
    {
        if (product.Target is not { } target)
        {
            return "";
        }

        var completes = target.Loop is { } loop ? $"s{loop.Index.Id} + s{loop.Step.Id} >= s{loop.End.Id}" : "true";
        var memory = $"{WindowEmitter.Address(target.Window, plan.Kernel)}, {ScalarFunctions.Whole(target.Window.Matrix, plan.Kernel)}.RowStride";
        writer.Line($"{Target(product)} = Target.Of({completes}, {memory}, {target.Rows}, {target.Cols});");
        return $", target: {Target(product)}";
    }
}
