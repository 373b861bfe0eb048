using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>Writes one variant of a kernel as the method that every thread of a group runs.</summary>
internal sealed class VariantEmitter
{
    private readonly IlgpuPlan plan;
    private readonly IndentedWriter writer;
    private readonly Registers registers;
    private readonly GlobalMemoryEmitter global;
    private readonly SharedMemoryEmitter shared;
    private readonly ProductEmitter products;
    private readonly FragmentEmitter fragments;
    private readonly ReductionEmitter reductions;
    private readonly Dictionary<SharedTile, string> offsets = [];
    private readonly HashSet<int> onlyStored;

    private VariantEmitter(IlgpuPlan plan, IndentedWriter writer)
    {
        this.plan = plan;
        this.writer = writer;
        registers = new Registers(plan);
        global = new GlobalMemoryEmitter(plan, registers, writer);
        shared = new SharedMemoryEmitter(plan, registers, writer);
        products = new ProductEmitter(plan, registers, writer);
        fragments = new FragmentEmitter(plan, registers, writer);
        reductions = new ReductionEmitter(plan, registers, writer);
        onlyStored = OnlyStored(plan.Grid);
    }

    public static void Write(IlgpuPlan plan, string name, string arguments, IndentedWriter writer)
    {
        using var method = writer.Open($"public static void {name}({arguments} arguments)");
        new VariantEmitter(plan, writer).Write();
    }

    private void Write()
    {
        WriteHead();
        Write(plan.Steps);
    }

    private void WriteHead()
    {
        var (kernel, grid, threads) = (plan.Kernel, plan.Grid, plan.Variant.Threads);
        writer.Line(threads.OfFragments ? FragmentPlaces.Head(threads) : $"int id0 = Group.IdxX, tr0 = id0 / {threads.Cols}, tc0 = id0 % {threads.Cols};");
        var values = grid.Body.Descendants().SelectMany(o => o.Definitions()).Where(v => !v.IsScalar()).ToList();
        for (var i = 0; i < values.Select(registers.AllRows).DefaultIfEmpty(1).Max(); i++)
        {
            writer.Line($"int r{i} = tr0{(i == 0 ? "" : $" + {i * threads.Rows}")};");
        }

        for (var h = 0; h < values.Select(registers.AllChunks).DefaultIfEmpty(1).Max(); h++)
        {
            writer.Line($"int c{h} = tc0 * {threads.Lanes}{(h == 0 ? "" : $" + {h * threads.Cols * threads.Lanes}")};");
        }

        foreach (var tensor in kernel.Tensors)
        {
            writer.Line($"var {tensor.Name} = arguments.{tensor.Name};");
        }

        if (threads.OfFragments && TensorCores.HasTF32(grid))
        {
            writer.Line("bool exact0 = arguments.exact != 0;");
        }

        for (var slot = 0; slot < plan.Slots.Count; slot++)
        {
            writer.Line($"var m{slot} = {SharedMemoryEmitter.Allocate(plan.Slots[slot])};");
        }

        foreach (var op in LaunchScalars.Needed(kernel, grid.Counts.Concat(grid.Body.Reads())))
        {
            WriteScalar(op);
        }

        // the last index runs fastest
        writer.Line("int g0 = Grid.IdxX;");
        for (var i = grid.Indices.Count - 1; i >= 0; i--)
        {
            writer.Line(i > 0
                ? $"int s{grid.Indices[i].Id} = g0 % s{grid.Counts[i].Id}; g0 /= s{grid.Counts[i].Id};"
                : $"int s{grid.Indices[i].Id} = g0;");
        }
    }

    private void Write(IEnumerable<Step> steps)
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
            case ScalarStep { Op: ValueOp op }:
                WriteScalar(op);
                break;
            case ExtentStep extent:
                writer.Line($"int {extent.Name} = {extent.Expression};");
                break;
            case AssignStep assign:
                Assign(assign.Names, assign.Expressions);
                break;
            case RegisterStep register:
                WriteRegisters(register.Op);
                break;
            case StageStep stage:
                shared.Stage(stage);
                break;
            case PutStep put:
                shared.Put(put);
                break;
            case GetStep get:
                shared.Get(get);
                break;
            case ProductStep product:
                products.Write(product, offsets);
                break;
            case FragmentStep product:
                fragments.Write(product, offsets);
                break;
            case ReduceStep reduce:
                reductions.Write(reduce);
                break;
            case StoreStep store:
                global.Store(store);
                break;
            case AddStep add:
                global.Add(add);
                break;
            case GroupsStep { Op: var groups }:
                writer.Line($"var g{groups.Group.Id} = RaggedGroups.Find({plan.Kernel.Tensors[groups.Offsets.Tensor].Name}, s{groups.Size.Id}, s{groups.Index.Id});");
                writer.Line($"int s{groups.Group.Id} = g{groups.Group.Id}.Group, s{groups.Tile.Id} = g{groups.Group.Id}.Tile;");
                using (writer.Open($"if (s{groups.Group.Id} < 0)"))
                {
                    writer.Line("return;");
                }

                break;
            case BarrierStep:
                writer.Line(Uniform.Barrier);
                break;
            case AwaitStep:
                writer.Line(Uniform.Await);
                break;
            case ForStep loop:
                WriteFor(loop);
                break;
            case IfStep branch:
                WriteIf(branch);
                break;
        }
    }

    private void WriteScalar(ValueOp op) => writer.Line(ScalarText.Declare(op, plan.Kernel));

    private void WriteRegisters(ValueOp op)
    {
        var value = op.Result;
        switch (op)
        {
            case LoadOp load:
                global.Load(load);
                break;
            case GatherOp gather:
                global.Gather(gather);
                break;
            case TrimOp trim:
                var trimmed = registers.FormOf(value);
                ForEach(value, trimmed, (i, h) => writer.Line($"var {registers.Name(value, i, h)} = {registers.Argument(trim.Argument, i, h, trimmed.HasFlag(Form.Cols))};"));
                break;
            case IndexOp { Axis: TileAxis.Col }:
                ForEach(value, registers.FormOf(value), (i, h) => writer.Line($"var {registers.Name(value, i, h)} = Int{registers.Lanes}.From(c{h});"));
                break;
            case MapOp map:
                var form = registers.FormOf(value);
                var lanes = form.HasFlag(Form.Cols);
                ForEach(value, form, (i, h) =>
                {
                    var arguments = map.Arguments.Select((a, n) => Argument(map, a, n, i, h, lanes)).ToList();

                    // what is only stored is rounded by the store
                    var text = map.Function == Function.Cast && onlyStored.Contains(value.Id)
                        ? LanesFunctions.Of(map with { Result = map.Result with { Type = map.Result.Type.WithElement(ElementType.Float) } }, arguments)
                        : LanesFunctions.Of(map, arguments);
                    writer.Line($"var {registers.Name(value, i, h)} = {text};");
                });
                break;
        }
    }

    // a choice by a scalar, and a factor that is one number for all lanes, need not be spread
    private string Argument(MapOp map, Value argument, int index, int row, int chunk, bool lanes)
    {
        var single = index == 0 && map.Function is Function.Select or Function.Fma && !registers.FormOf(argument).HasFlag(Form.Cols);
        return registers.Argument(argument, row, chunk, lanes && !single);
    }

    private void WriteFor(ForStep step)
    {
        var loop = step.Op;
        var carried = Enumerable.Range(0, loop.Carried.Count).ToList();
        var tiles = carried.Where(i => !loop.Carried[i].IsScalar()).ToList();
        var scalars = carried.Where(i => loop.Carried[i].IsScalar()).ToList();
        foreach (var i in scalars)
        {
            writer.Line($"{loop.Carried[i].Type.Element.Scalar()} s{loop.Carried[i].Id} = s{loop.Inits[i].Id};");
        }

        foreach (var i in tiles)
        {
            Copy(loop.Inits[i], loop.Carried[i], declare: true);
        }

        var (index, pipeline) = ($"s{loop.Index.Id}", step as PipelinedForStep);
        if (pipeline is not null)
        {
            WriteFirst(pipeline);
        }

        using (writer.Open($"for (int {index} = s{loop.Start.Id}; {index} < s{loop.End.Id}; {index} += s{loop.Step.Id})"))
        {
            if (pipeline is not null)
            {
                writer.Line(pipeline.Staged.Any(s => s.Tile.IsCopied) ? $"{Uniform.Await} {Uniform.Barrier}" : Uniform.Barrier);
                WriteNext(pipeline);
            }

            Write(step.Body);
            Assign([.. scalars.Select(i => $"s{loop.Carried[i].Id}")], [.. scalars.Select(i => $"s{loop.Body.Yields[i].Id}")]);
            WriteYields(loop, tiles);
            if (pipeline is not null)
            {
                WriteSwap(pipeline);
            }
        }

        foreach (var i in carried)
        {
            registers.Alias(loop.Results[i], loop.Carried[i]);
        }

        foreach (var i in scalars)
        {
            writer.Line($"{loop.Results[i].Type.Element.Scalar()} s{loop.Results[i].Id} = s{loop.Carried[i].Id};");
        }
    }

    // a carried tile that moves on to another variable is put aside first: its own gets its next value
    private void WriteYields(ForOp loop, List<int> tiles)
    {
        var aside = tiles.Where(i => loop.Carried.Any(c => c.Id == loop.Body.Yields[i].Id && c.Id != loop.Carried[i].Id)).ToList();
        foreach (var i in aside)
        {
            var yielded = loop.Body.Yields[i];
            ForEach(yielded, registers.FormOf(yielded), (r, h) => writer.Line($"var y{i}_{r}_{h} = {registers.Name(yielded, r, h)};"));
        }

        foreach (var i in tiles.Except(aside))
        {
            Copy(loop.Body.Yields[i], loop.Carried[i], declare: false);
        }

        foreach (var i in aside)
        {
            ForEach(loop.Carried[i], registers.FormOf(loop.Carried[i]), (r, h) => writer.Line($"{registers.Name(loop.Carried[i], r, h)} = y{i}_{r}_{h};"));
        }
    }

    // the tiles of the first iteration, before the loop
    private void WriteFirst(PipelinedForStep pipeline)
    {
        foreach (var staged in pipeline.Staged)
        {
            offsets[staged.Tile] = $"h{pipeline.Op.Index.Id}_{staged.Tile.Id}";
            if (!staged.Tile.IsCopied)
            {
                shared.Declare(staged, $"f{staged.Tile.Id}_");
            }
            else if (staged.Tile.IsOfOneMatrix)
            {
                shared.Copies.DeclareMatrix(staged);
            }

            writer.Line($"int {offsets[staged.Tile]} = 0;");
        }

        using (writer.Open($"if (s{pipeline.Op.Start.Id} < s{pipeline.Op.End.Id})"))
        {
            WriteFetch(pipeline, $"s{pipeline.Op.Start.Id}", _ => "");
            foreach (var staged in Fetched(pipeline))
            {
                shared.Put(staged, $"f{staged.Tile.Id}_", "");
            }
        }
    }

    private void WriteNext(PipelinedForStep pipeline)
    {
        writer.Line($"int i{pipeline.Op.Index.Id} = s{pipeline.Op.Index.Id} + s{pipeline.Op.Step.Id};");
        using var next = writer.Open($"if (i{pipeline.Op.Index.Id} < s{pipeline.Op.End.Id})");
        WriteFetch(pipeline, $"i{pipeline.Op.Index.Id}", tile => $"{OtherHalf(tile)} + ");
    }

    private void WriteSwap(PipelinedForStep pipeline)
    {
        foreach (var staged in pipeline.Staged)
        {
            writer.Line($"{offsets[staged.Tile]} = {OtherHalf(staged.Tile)};");
        }

        if (!Fetched(pipeline).Any())
        {
            return;
        }

        using var next = writer.Open($"if (i{pipeline.Op.Index.Id} < s{pipeline.Op.End.Id})");
        foreach (var staged in Fetched(pipeline))
        {
            shared.Put(staged, $"f{staged.Tile.Id}_", $"{offsets[staged.Tile]} + ");
        }
    }

    private string OtherHalf(SharedTile tile) => $"{tile.Elements / 2} - {offsets[tile]}";

    // those that wait in registers for the end of the iteration
    private static IEnumerable<StageStep> Fetched(PipelinedForStep pipeline) => pipeline.Staged.Where(s => !s.Tile.IsCopied);

    // the same scalars and extents as in the loop, under other names, for another index
    private void WriteFetch(PipelinedForStep pipeline, string index, Func<SharedTile, string> offset)
    {
        var text = new IndentedWriter();
        var ahead = new VariantEmitter(plan, text);
        ahead.Write(pipeline.Ahead);
        foreach (var staged in pipeline.Staged)
        {
            if (staged.Tile.IsCopied)
            {
                ahead.shared.Stage(staged, offset(staged.Tile));
            }
            else
            {
                ahead.shared.Fetch(staged, $"f{staged.Tile.Id}_", declare: false);
            }
        }

        var renamed = new HashSet<string>(pipeline.Ahead.Select(s => s switch
        {
            ScalarStep { Op: ValueOp scalar } => $"s{scalar.Result.Id}",
            ExtentStep extent => extent.Name,
            _ => throw new InvalidOperationException(s.GetType().Name),
        }));
        writer.Lines(Regex.Replace(
            text.ToString(),
            @"(?<![\w.])[es]\d+\b",
            name => name.Value == $"s{pipeline.Op.Index.Id}" ? index : renamed.Contains(name.Value) ? $"n{name.Value}" : name.Value));
    }

    private void WriteIf(IfStep step)
    {
        var branch = step.Op;
        foreach (var result in branch.Results)
        {
            var element = result.Type.Element;
            var form = registers.FormOf(result);
            ForEach(result, form, (i, h) => writer.Line(form.HasFlag(Form.Cols)
                ? $"var {registers.Name(result, i, h)} = new {element.Lanes(registers.Lanes)}();"
                : $"{element.Scalar()} {registers.Name(result, i, h)} = {element.Nothing()};"));
        }

        Arm($"if (s{branch.Condition.Id})", step.Then, branch.Then);
        Arm("else", step.Else, branch.Else);

        void Arm(string header, IReadOnlyList<Step> steps, Region region)
        {
            using var arm = writer.Open(header);
            Write(steps);
            for (var n = 0; n < branch.Results.Count; n++)
            {
                Copy(region.Yields[n], branch.Results[n], declare: false);
            }
        }
    }

    private void Copy(Value from, Value to, bool declare)
    {
        var form = registers.FormOf(to);
        ForEach(to, form, (i, h) =>
            writer.Line($"{(declare ? "var " : "")}{registers.Name(to, i, h)} = {(from.IsScalar() ? $"s{from.Id}" : registers.Argument(from, i, h, form.HasFlag(Form.Cols)))};"));
    }

    private void Assign(IReadOnlyList<string> names, IReadOnlyList<string> values)
    {
        if (names.Count > 0)
        {
            writer.Line(names.Count == 1 ? $"{names[0]} = {values[0]};" : $"({string.Join(", ", names)}) = ({string.Join(", ", values)});");
        }
    }

    private void ForEach(Value value, Form form, Action<int, int> action)
    {
        for (var i = 0; i < (form.HasFlag(Form.Rows) ? registers.AllRows(value) : 1); i++)
        {
            for (var h = 0; h < (form.HasFlag(Form.Cols) ? registers.AllChunks(value) : 1); h++)
            {
                action(i, h);
            }
        }
    }

    // casts to Half or BFloat16 that nothing but stores reads
    private static HashSet<int> OnlyStored(GridOp grid)
    {
        var casts = new HashSet<int>(grid.Body.Descendants().OfType<MapOp>()
            .Where(m => m.Function == Function.Cast && m.Result.Type.Element is ElementType.Half or ElementType.BFloat16)
            .Select(m => m.Result.Id));
        casts.ExceptWith(grid.Body.Descendants().Where(o => o is not StoreOp).SelectMany(o => o.Operands()).Select(v => v.Id));
        casts.ExceptWith(grid.Body.Descendants().SelectMany(o => o.Regions()).SelectMany(r => r.Yields).Select(v => v.Id));
        return casts;
    }
}
