using System;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Writes a reduction: each thread reduces what it has, in a fixed order; then the threads of a line put their results into shared
/// memory and each reads all of its line's, again in order.
/// </summary>
internal sealed class ReductionEmitter(IlgpuPlan plan, Registers registers, IndentedWriter writer)
{
    private int Lanes => registers.Lanes;

    private ThreadGrid Threads => plan.Variant.Threads;

    public void Write(ReduceStep step)
    {
        switch (step.Op.Scope, step.Op.Argument.Type)
        {
            case (ReduceScope.Row, _):
                AlongRows(step);
                break;
            case (ReduceScope.Col, _):
                AlongCols(step);
                break;
            case (_, ColVecType):
                OfColVec(step);
                break;
            default:
                OfRowVec(step);
                break;
        }
    }

    private void AlongRows(ReduceStep step)
    {
        var (op, tile, result) = (step.Op, step.Op.Argument, step.Op.Result);
        var (rows, chunks, cols) = (registers.AllRows(tile), registers.AllChunks(tile), Registers.NominalCols(tile));
        Declare(Enumerable.Range(0, rows).Select(i => registers.Name(result, i, 0)), op, op.Argument.Type.Element.Scalar(), Identity(op));
        InFull(
            plan.Extents.Cols(tile),
            cols,
            Threads.DividesCols(cols),
            () => Rows(h => ""),
            () =>
            {
                Masks(tile, chunks);
                Rows(h => $"k{h}");
            });
        Exchange(
            step,
            rows,
            i => registers.Name(result, i, 0),
            Threads.Cols,
            "tc0",
            (i, q) => $"{Row(i, tile)} * {step.Exchange!.Pitch} + {q}",
            load: at => $"{Format(step)}.Load({Memory(step)}, {at})",
            store: (at, value) => $"{Format(step)}.Store({Memory(step)}, {at}, {value});",
            guard: i => Threads.DividesRows(Registers.NominalRows(tile)) ? "" : $"r{i} < {Registers.NominalRows(tile)}");

        void Rows(Func<int, string> mask)
        {
            for (var i = 0; i < rows; i++)
            {
                var lanes = Enumerable.Range(0, chunks).Select(h => Masked(op, registers.Spread(tile, i, h), mask(h)))
                    .Aggregate((sum, x) => LanesFunctions.Step(op.Reduction, sum, x));
                writer.Line($"{registers.Name(result, i, 0)} = {LanesFunctions.Across(op.Reduction, lanes)};");
            }
        }
    }

    private void AlongCols(ReduceStep step)
    {
        var (op, tile, result) = (step.Op, step.Op.Argument, step.Op.Result);
        var (rows, chunks) = (registers.AllRows(tile), registers.AllChunks(tile));
        var (nominalRows, nominalCols) = (Registers.NominalRows(tile), Registers.NominalCols(tile));
        var lanes = op.Argument.Type.Element.Lanes(Lanes);
        var extent = plan.Extents.Rows(tile);
        Declare(Enumerable.Range(0, chunks).Select(h => registers.Name(result, 0, h)), op, lanes, $"{lanes}.All({Identity(op)})");
        InFull(extent, nominalRows, Threads.DividesRows(nominalRows), () => Cols(i => ""), () => Cols(i => $"r{i} < {extent}"));
        var part = Threads.DividesCols(nominalCols) ? (Func<int, string>)(_ => "") : h => $", {nominalCols} - c{h}";
        Exchange(
            step,
            chunks,
            h => registers.Name(result, 0, h),
            Threads.Rows,
            "tr0",
            (h, q) => $"{q} * {step.Exchange!.Pitch} + c{h}",
            load: at => $"{Format(step)}.Load{Lanes}({Memory(step)}, {at})",
            store: (at, value) => $"{Format(step)}.Store{Lanes}({Memory(step)}, {at}, {value});",
            guard: _ => "",
            part);

        void Cols(Func<int, string> test)
        {
            for (var h = 0; h < chunks; h++)
            {
                var sum = Enumerable.Range(0, rows).Select(i => Masked(op, registers.Spread(tile, i, h), test(i)))
                    .Aggregate((sum, x) => LanesFunctions.Step(op.Reduction, sum, x));
                writer.Line($"{registers.Name(result, 0, h)} = {sum};");
            }
        }
    }

    private void OfColVec(ReduceStep step)
    {
        var (op, vec) = (step.Op, step.Op.Argument);
        var extent = plan.Extents.Rows(vec);
        Declare([registers.Name(op.Result, 0, 0)], op, op.Argument.Type.Element.Scalar(), Identity(op));
        var elements = Enumerable.Range(0, registers.AllRows(vec)).Select(i => $"Lanes.Select(r{i} < {extent}, {registers.Scalar(vec, i)}, {Identity(op)})");
        writer.Line($"{registers.Name(op.Result, 0, 0)} = {elements.Aggregate((sum, x) => LanesFunctions.Step(op.Reduction, sum, x))};");
        OneLine(step, Threads.Rows, "tr0", "tc0");
    }

    private void OfRowVec(ReduceStep step)
    {
        var (op, vec) = (step.Op, step.Op.Argument);
        Declare([registers.Name(op.Result, 0, 0)], op, op.Argument.Type.Element.Scalar(), Identity(op));
        using (writer.Open())
        {
            Masks(vec, registers.AllChunks(vec));
            var lanes = Enumerable.Range(0, registers.AllChunks(vec)).Select(h => Masked(op, registers.Spread(vec, 0, h), $"k{h}"))
                .Aggregate((sum, x) => LanesFunctions.Step(op.Reduction, sum, x));
            writer.Line($"{registers.Name(op.Result, 0, 0)} = {LanesFunctions.Across(op.Reduction, lanes)};");
        }

        OneLine(step, Threads.Cols, "tc0", "tr0");
    }

    // the threads along the other side have the same elements: the first of them speaks for all
    private void OneLine(ReduceStep step, int threads, string me, string other) => Exchange(
        step,
        1,
        _ => registers.Name(step.Op.Result, 0, 0),
        threads,
        me,
        (_, q) => q,
        load: at => $"{Format(step)}.Load({Memory(step)}, {at})",
        store: (at, value) => $"{Format(step)}.Store({Memory(step)}, {at}, {value});",
        guard: _ => $"{other} == 0");

    private void Exchange(
        ReduceStep step,
        int lines,
        Func<int, string> result,
        int threads,
        string me,
        Func<int, string, string> at,
        Func<string, string> load,
        Func<string, string, string> store,
        Func<int, string> guard,
        Func<int, string>? part = null)
    {
        if (step.Exchange is null)
        {
            // four neighbours of a warp, or nobody
            for (var line = 0; threads > 1 && line < lines; line++)
            {
                foreach (var distance in new[] { 1, 2 })
                {
                    writer.Line($"{result(line)} = {LanesFunctions.Step(step.Op.Reduction, result(line), $"Warp.ShuffleXor({result(line)}, {distance})")};");
                }
            }

            return;
        }

        string Part(int line) => part?.Invoke(line) ?? "";
        void Store(int line, string place, string value)
        {
            var text = store(at(line, place), value + Part(line));
            if (guard(line).Length == 0)
            {
                writer.Line(text);
                return;
            }

            using var inside = writer.Open($"if ({guard(line)})");
            writer.Line(text);
        }

        for (var line = 0; line < lines; line++)
        {
            Store(line, me, result(line));
        }

        writer.Line(Uniform.Barrier);
        if (threads <= BuildIlgpuSteps.LongLine)
        {
            Read("0", threads, result);
            return;
        }

        using (writer.Open($"if ({me} < {threads / 16})"))
        {
            for (var line = 0; line < lines; line++)
            {
                writer.Line($"var p{line} = {load(at(line, $"{me} * 16") + Part(line))};");
            }

            Read($"({me} * 16)", 16, line => $"p{line}", started: true);
            for (var line = 0; line < lines; line++)
            {
                Store(line, $"({threads} + {me})", $"p{line}");
            }
        }

        writer.Line(Uniform.Barrier);
        Read($"{threads}", threads / 16, result);

        void Read(string first, int count, Func<int, string> into, bool started = false)
        {
            for (var line = 0; !started && line < lines; line++)
            {
                writer.Line($"{into(line)} = {load(at(line, first) + Part(line))};");
            }

            using var loop = writer.Open($"for (int q0 = 1; q0 < {count}; q0++)");
            for (var line = 0; line < lines; line++)
            {
                writer.Line($"{into(line)} = {LanesFunctions.Step(step.Op.Reduction, into(line), load(at(line, first == "0" ? "q0" : $"({first} + q0)") + Part(line)))};");
            }
        }
    }

    private void Declare(System.Collections.Generic.IEnumerable<string> names, ReduceOp op, string type, string value)
    {
        foreach (var name in names)
        {
            writer.Line($"{type} {name} = {value};");
        }
    }

    private void InFull(ExtentSet extent, int nominal, bool divides, Action whole, Action part)
    {
        var covers = Uniform.Covers(extent, nominal);
        if (divides && covers.Length == 0)
        {
            whole();
            return;
        }

        if (!divides)
        {
            using var scope = writer.Open();
            part();
            return;
        }

        using (writer.Open($"if ({covers})"))
        {
            whole();
        }

        using (writer.Open("else"))
        {
            part();
        }
    }

    private void Masks(Value value, int chunks)
    {
        for (var h = 0; h < chunks; h++)
        {
            writer.Line($"var k{h} = Lanes.Less(Int{Lanes}.From(c{h}), Int{Lanes}.All({plan.Extents.Cols(value)}));");
        }
    }

    private string Masked(ReduceOp op, string lanes, string test) =>
        test.Length == 0 ? lanes : $"Lanes.Select({test}, {lanes}, {op.Argument.Type.Element.Lanes(Lanes)}.All({Identity(op)}))";

    private string Row(int i, Value tile)
    {
        var rows = Registers.NominalRows(tile);
        return Threads.DividesRows(rows) ? $"r{i}" : $"Extents.Min(r{i}, {rows - 1})";
    }

    private static string Identity(ReduceOp op) => LanesFunctions.Identity(op.Reduction, op.Argument.Type.Element);

    private static string Format(ReduceStep step) => SharedMemoryEmitter.Format(step.Exchange!);

    private static string Memory(ReduceStep step) => SharedMemoryEmitter.Memory(step.Exchange!);
}
