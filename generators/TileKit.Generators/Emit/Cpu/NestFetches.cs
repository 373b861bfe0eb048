using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>Writes what a nest asks of memory while it computes, and says which of its outputs may be written past the caches.</summary>
internal sealed class NestFetches(CpuPlan plan, Nest nest, NestArguments arguments, IndentedWriter body)
{
    private readonly HashSet<int> walked = [.. plan.Grid.Body.Descendants().OfType<ForOp>().Select(f => f.Index.Id)];

    public bool CanStream(StoreOp store) => store.Stored.Type is TileType
        && plan.Kernel.Tensors[store.Window.Matrix.Tensor].Element is ElementType.Float or ElementType.Int;

    /// <summary>
    /// Where a row passes through several loops, the one that computes most asks for the next row, and for the row that a later loop writes: the computation
    /// hides the way there. An output beyond the caches is not fetched, and the way is longer: a loop that waits for nothing else asks for the row, or, on processors
    /// that answer several streams best, the last two loops for half of it each, in four.
    /// </summary>
    public void Write(LoopItem loop, NestScope scope)
    {
        if (nest.Outside == Side.Lane)
        {
            WriteDown(loop, scope);
            return;
        }

        var loops = nest.Items.OfType<LoopItem>().ToList();
        if (scope.GuardsLane)
        {
            return;
        }

        var (index, last) = (loops.IndexOf(loop), loops.Count - 1);
        var most = Most(0, loops.Count);

        // the first loop waits for the row, the last one for its stores
        var freest = loops.Count > 2 ? Most(1, loops.Count - 2) : most;
        var store = nest.Ops.OfType<StoreOp>().FirstOrDefault(CanStream);
        var loads = loops.SelectMany(TileLoads).Distinct().ToList();
        var nearby = new List<string>();
        if (loops.Count > 1 && index == most)
        {
            nearby.AddRange(loads.Select(Next));
        }

        if (loops.Count > 1 && store is not null && index == Math.Min(most, loops.FindIndex(l => l.Ops.Contains(store)) - 1))
        {
            nearby.Add(arguments.Row(store.Window));
        }

        if (store is null)
        {
            Fetch(nearby);
            return;
        }

        var streams = arguments.Streams(store.Window);
        var part = last == 0 ? Part.Whole : index == last ? Part.Second : index == last - 1 ? Part.First : Part.None;
        var alone = index == freest ? Part.Whole : Part.None;
        if (loads.Count > 0 && (part, alone) != (Part.None, Part.None))
        {
            using (body.Open($"if ({streams})"))
            {
                FetchRows(loads, part, alone);
            }

            if (nearby.Count > 0)
            {
                using (body.Open("else"))
                {
                    Fetch(nearby);
                }
            }
        }
        else if (nearby.Count > 0)
        {
            using (body.Open($"if (!{streams})"))
            {
                Fetch(nearby);
            }
        }

        int Most(int start, int count) => Enumerable.Range(start, count).OrderByDescending(i => loops[i].Ops.Sum(CostEmitter.Weight)).ThenByDescending(i => i).First();

        void Fetch(IEnumerable<string> rows)
        {
            foreach (var row in rows)
            {
                body.Line($"Ahead.Fetch({row}, v, F.Count);");
            }
        }
    }

    // one part where rows are asked for in several streams, another where in one
    private void FetchRows(List<LoadOp> loads, Part part, Part alone)
    {
        if (part == alone)
        {
            loads.ForEach(load => FetchRow(load, part));
            return;
        }

        using (body.Open($"if ({(alone == Part.None ? "!" : "")}Ahead.RowsInOneStream)"))
        {
            loads.ForEach(load => FetchRow(load, alone == Part.None ? part : alone));
        }

        if (part != Part.None && alone != Part.None)
        {
            using (body.Open("else"))
            {
                loads.ForEach(load => FetchRow(load, part));
            }
        }
    }

    private void FetchRow(LoadOp load, Part part)
    {
        var width = arguments.Extent(plan.Extents.Of(load.Result, Side.Lane, plan.Lanes));
        var (piece, count) = part switch
        {
            Part.Whole => ("v", "F.Count"),
            Part.First => ("v >> 1", "F.Count >> 1"),
            _ => ($"({width} + v) >> 1", "F.Count >> 1"),
        };
        body.Line($"Ahead.FetchRow({Next(load)}, {piece}, {width}, {count});");
    }

    // the row after this one
    private string Next(LoadOp load) => $"{arguments.Row(load.Window)} + {arguments.RowStride(load.Window)}";

    /// <summary>
    /// Where the nest walks down a tile, it passes along all of its rows at once. If a loop walks down the matrix in tiles of a constant height, it asks for
    /// the tile after the next; if the output is beyond the caches and so the inputs, for what each row holds a little further.
    /// </summary>
    private void WriteDown(LoopItem loop, NestScope scope)
    {
        if (scope.GuardsLane || scope.GuardsOuter)
        {
            return;
        }

        var loads = TileLoads(loop).Distinct().ToList();
        foreach (var load in loads.Where(Walks))
        {
            if (load.Window.Rows.ConstantValue is { } rows)
            {
                body.Line($"Ahead.Fetch({arguments.Window(load.Window)}, (r + {2 * rows}) * {arguments.RowStride(load.Window)} + v, F.Count);");
            }
        }

        if (loop.Ops.OfType<StoreOp>().FirstOrDefault(CanStream) is { } store && loads.Exists(l => !Walks(l)))
        {
            using (body.Open($"if ({arguments.Streams(store.Window)})"))
            {
                foreach (var load in loads.Where(l => !Walks(l)))
                {
                    body.Line($"Ahead.FetchAlong({arguments.Window(load.Window)}, r * {arguments.RowStride(load.Window)} + v, F.Count);");
                }
            }
        }

        bool Walks(LoadOp load) => walked.Contains(load.Window.Row.Id);
    }

    /// <summary>The windows of tiles that an item reads or writes.</summary>
    public IEnumerable<Window> TileWindows(NestItem item) =>
        TileLoads(item).Concat(item.Ops.OfType<LoadOp>().Where(l => l.Result.Type is TileType)).Select(l => l.Window)
            .Concat(item.Ops.OfType<StoreOp>().Where(s => s.Stored.Type is TileType).Select(s => s.Window));

    private IEnumerable<LoadOp> TileLoads(NestItem item) => item.Ops.SelectMany(o => o.Operands(plan))
        .Where(v => v.Type is TileType && plan.IsLazy(v)).Select(plan.Definition).OfType<LoadOp>();

    /// <summary>Which part of the next row a loop asks for.</summary>
    private enum Part
    {
        None,
        Whole,
        First,
        Second,
    }
}
