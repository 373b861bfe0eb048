using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace TileKit.Generators.IR;

/// <summary>Writes IR as text: one line per op, regions indented. Golden tests compare it and KernelInfo shows it.</summary>
internal sealed class IrPrinter
{
    private readonly StringBuilder text = new();
    private readonly EquatableArray<TensorParameter> tensors;
    private int depth;

    private IrPrinter(EquatableArray<TensorParameter> tensors) => this.tensors = tensors;

    /// <summary>The whole kernel: a head line with its parameters, then its body.</summary>
    public static string Print(Kernel kernel)
    {
        var printer = new IrPrinter(kernel.Tensors);
        printer.Line($"kernel {kernel.Launcher.Name}({string.Join(", ", Parameters(kernel))}) {{");
        printer.PrintBody(kernel.Body);
        printer.Line("}");
        return printer.text.ToString();
    }

    /// <summary>A region on its own, with the kernel's tensors for their names.</summary>
    public static string Print(Region region, EquatableArray<TensorParameter> tensors)
    {
        var printer = new IrPrinter(tensors);
        printer.PrintRegion(region);
        return printer.text.ToString();
    }

    private static IEnumerable<string> Parameters(Kernel kernel)
    {
        foreach (var tensor in kernel.Tensors)
        {
            yield return $"{tensor.Name}: global<{tensor.Element.Name()}>";
        }

        foreach (var scalar in kernel.Scalars)
        {
            yield return $"{scalar.Name}: {scalar.Element.Name()}";
        }

        foreach (var tunable in kernel.Tunables)
        {
            yield return $"tune {tunable.Name}{Values(tunable.Values)}";
        }

        foreach (var extent in kernel.Extents)
        {
            yield return $"extent {extent.Name} = {kernel.Tensors[extent.Tensor].Name}.{AxisName(extent.Axis)}{Values(extent.Values)}";
        }
    }

    private static string Values(EquatableArray<int> values) => values.Count == 0 ? "" : $" in [{string.Join(", ", values)}]";

    private void PrintBody(Region region)
    {
        depth++;
        PrintRegion(region);
        depth--;
    }

    private void PrintRegion(Region region)
    {
        foreach (var op in region.Ops)
        {
            PrintOp(op);
        }

        if (region.Yields.Count > 0)
        {
            Line("yield " + List(region.Yields));
        }
    }

    private void PrintOp(Op op)
    {
        switch (op)
        {
            case ValueOp value:
                Line($"{Define(value.Result)} = {Describe(value)}");
                break;
            case StoreOp store:
                Line($"store {Place(store.Window)}, {store.Stored}");
                break;
            case AtomicAddOp add:
                Line($"atomic_add {Place(add.Window)}, {add.Stored}");
                break;
            case ScatterAddOp add:
                Line($"scatter_add {MatrixName(add.Matrix)}[{add.Numbers}{(add.Col is null ? "" : $", {add.Col}")}], {add.Stored}");
                break;
            case TempOp temp:
                Line($"temp {tensors[temp.Tensor].Name}[{List(temp.Shape)}]");
                break;
            case GroupsOp groups:
                Line($"{Define(groups.Group)}, {Define(groups.Tile)} = group {groups.Index} of {MatrixName(groups.Offsets)} in tiles of {groups.Size}");
                break;
            case RequireOp require:
                Line($"require {require.Condition} \"{require.Text}\"");
                break;
            case ForOp loop:
                var carry = loop.Inits.Count == 0 ? "" : $" carry ({string.Join(", ", loop.Carried.Select((c, i) => $"{c} = {loop.Inits[i]}"))})";
                Line($"{Results(loop.Results)}for {loop.Index} in {loop.Start}..{loop.End} step {loop.Step}{carry} {{");
                PrintBody(loop.Body);
                Line("}");
                break;
            case IfOp branch:
                Line($"{Results(branch.Results)}if {branch.Condition} {{");
                PrintBody(branch.Then);
                if (branch.Else.Ops.Count > 0 || branch.Else.Yields.Count > 0)
                {
                    Line("} else {");
                    PrintBody(branch.Else);
                }

                Line("}");
                break;
            case GridOp grid:
                Line($"grid {List(grid.Indices)} in {List(grid.Counts)} {{");
                PrintBody(grid.Body);
                Line("}");
                break;
            default:
                Line(op.ToString());
                break;
        }
    }

    private string Describe(ValueOp op) => op switch
    {
        ConstantOp constant => $"const {Constant(constant)}",
        ScalarParameterOp parameter => $"param {parameter.Name}",
        DimOp dim => $"dim {dim.Dim}",
        DimensionOp dimension => $"extent {MatrixName(dimension.Matrix)}.{AxisName(dimension.Axis)}",
        MapOp map => $"{Snake(map.Function.ToString())} {List(map.Arguments)}",
        FillOp fill => $"fill {fill.Scalar}",
        IndexOp index => $"{Snake(index.Axis.ToString())}_index",
        MaskOp mask => $"{Snake(mask.Kind.ToString())} {mask.Tile} at {List(mask.Arguments)} fill {mask.Fill}",
        ReduceOp reduce => $"{(reduce.Scope == ReduceScope.All ? "" : Snake(reduce.Scope.ToString()) + "_")}{Snake(reduce.Reduction.ToString())} {reduce.Argument}",
        MmaOp mma => $"{(mma.Accumulator is null ? "mm" : "mma")}_A{(mma.TransposeA ? "t" : "")}B{(mma.TransposeB ? "t" : "")} {mma.A}, {mma.B}{(mma.Accumulator is { } c ? $", {c}" : "")}",
        TrimOp trim => $"trim {trim.Argument} to {trim.Rows}, {trim.Cols} at {trim.Row}, {trim.Col}",
        TransposeOp transpose => $"transpose {transpose.Argument}",
        SubtileOp subtile => $"subtile {subtile.Argument} at {subtile.Row}, {subtile.Col}",
        LoadOp load => $"load {Place(load.Window)}",
        LoadScalarOp load => $"load {MatrixName(load.Matrix)}[{(load.Row is null ? "" : $"{load.Row}, ")}{load.Col}]",
        SliceOp slice => $"slice {MatrixName(slice.Source)}.{AxisName(slice.Axis)} from {slice.Start} count {slice.Count}{(slice.Step is null ? "" : $" step {slice.Step}")}"
            + (slice.Group is { } group ? $" (group {group.Index} of {MatrixName(group.Offsets)})" : ""),
        GatherOp gather => $"gather {MatrixName(gather.Matrix)}[{gather.Rows}, {gather.Col}]",
        _ => op.ToString(),
    };

    private string Place(Window window)
    {
        var view = window.Kind switch
        {
            WindowKind.RowVec => $"rowvecs({window.Cols})",
            WindowKind.ColVec => $"colvecs({window.Rows})",
            _ => $"tiles({window.Rows}, {window.Cols})",
        };
        return $"{MatrixName(window.Matrix)}.{view}[{window.Row}, {window.Col}]";
    }

    private string MatrixName(Matrix matrix) =>
        tensors[matrix.Tensor].Name + (matrix.Slice is { } slice ? $".{slice}" : matrix.Batch is null ? "" : $"[{matrix.Batch}, {matrix.Depth}]");

    private static string Constant(ConstantOp constant) => constant.Result.Type.Element switch
    {
        ElementType.Int => constant.Bits.ToString(CultureInfo.InvariantCulture),
        ElementType.Bool => constant.Bits != 0 ? "true" : "false",
        _ => Float(constant.Bits),
    };

    private static string Float(int bits) => FloatBits.ToFloat(bits).ToString("R", CultureInfo.InvariantCulture);

    private static string Define(Value value) => $"{value}: {value.Type}";

    private static string Results(EquatableArray<Value> results) =>
        results.Count == 0 ? "" : string.Join(", ", results.Select(Define)) + " = ";

    private static string List(EquatableArray<Value> values) => string.Join(", ", values);

    private static string AxisName(Axis axis) => Snake(axis.ToString());

    // RowSum → row_sum
    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }

    private void Line(string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
}
