using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// Puts a barrier before every step that touches memory which other threads of the group may have written, or may still read, since
/// the last one: slots of shared memory, and tensors that the grid both reads and stores. Who has started copies waits for them first.
/// </summary>
internal sealed class InsertBarriers
{
    private readonly HashSet<int> shared;

    private InsertBarriers(GridOp grid) =>
        shared = [.. grid.Body.StoredTensors().Intersect(grid.Body.Descendants().Select(o => o.TensorRead()).OfType<int>())];

    public static List<Step> Run(IReadOnlyList<Step> steps, GridOp grid)
    {
        var state = new State();
        var result = new InsertBarriers(grid).Run(steps, state);
        if (state.Copies)
        {
            result.Add(new AwaitStep());
        }

        return result;
    }

    private List<Step> Run(IReadOnlyList<Step> steps, State state)
    {
        var result = new List<Step>();
        foreach (var step in steps)
        {
            var (reads, writes) = Accesses(step);
            var conflicts = state.Conflicts(reads, writes);
            if (state.Copies && (conflicts || step is ReduceStep { Exchange: not null }))
            {
                result.Add(new AwaitStep());
                state.Copies = false;
            }

            if (conflicts)
            {
                result.Add(new BarrierStep());
                state.Clear();
            }

            result.Add(Nested(step, state));
            if (step is ReduceStep { Exchange: not null })
            {
                // its threads wait for each other between writing and reading
                state.Clear();
                state.Reads.UnionWith(reads);
                continue;
            }

            state.Reads.UnionWith(reads);
            state.Writes.UnionWith(writes);
            state.Copies |= step is StageStep { Tile.IsCopied: true };
        }

        return result;
    }

    private Step Nested(Step step, State state)
    {
        switch (step)
        {
            case PipelinedForStep pipeline:
                // Each iteration begins with a barrier, and so do the tiles put before the first. What was copied before is waited for there, unless there is
                // no iteration.
                var last = new State();
                var pipelined = new PipelinedForStep(pipeline.Op, Run(pipeline.Body, last), pipeline.Staged, pipeline.Ahead);
                state.Join(last);
                return pipelined;
            case ForStep loop:
                // what an iteration leaves open meets the next one
                var before = -1;
                while (before != state.Count)
                {
                    before = state.Count;
                    var after = state.Copy();
                    Run(loop.Body, after);
                    state.Join(after);
                }

                return new ForStep(loop.Op, Run(loop.Body, state.Copy()));
            case IfStep branch:
                var (then, otherwise) = (state.Copy(), state.Copy());
                var result = new IfStep(branch.Op, Run(branch.Then, then), Run(branch.Else, otherwise));
                state.Clear();
                state.Join(then);
                state.Join(otherwise);
                return result;
            default:
                return step;
        }
    }

    private (List<string> Reads, List<string> Writes) Accesses(Step step)
    {
        switch (step)
        {
            case StageStep stage:
                return (Tensor(stage.Load.Window.Matrix.Tensor), Slot(stage.Tile));
            case PutStep put:
                return ([], Slot(put.Tile));
            case GetStep get:
                return (Slot(get.Tile), []);
            case ProductStep product:
                return ([.. Slot(product.A), .. Slot(product.B)], []);
            case FragmentStep product:
                return ([.. product.A is { } left ? Slot(left) : [], .. Slot(product.B)], []);
            case ReduceStep { Exchange: { } exchange }:
                return (Slot(exchange), Slot(exchange));
            case RegisterStep { Op: LoadOp load }:
                return (Tensor(load.Window.Matrix.Tensor), []);
            case ScalarStep { Op: LoadScalarOp load }:
                return (Tensor(load.Matrix.Tensor), []);
            case StoreStep store:
                return ([], Tensor(store.Op.Window.Matrix.Tensor));
            case PipelinedForStep pipeline:
                return ([.. pipeline.Staged.SelectMany(s => Tensor(s.Load.Window.Matrix.Tensor))], [.. pipeline.Staged.SelectMany(s => Slot(s.Tile))]);
            default:
                return ([], []);
        }

        List<string> Tensor(int tensor) => shared.Contains(tensor) ? [$"tensor {tensor}"] : [];
    }

    private static List<string> Slot(SharedTile tile) => tile.IsOwn ? [] : [$"slot {tile.Slot}"];

    /// <summary>What was read and written since the last barrier.</summary>
    private sealed class State
    {
        public HashSet<string> Reads { get; } = [];

        public HashSet<string> Writes { get; } = [];

        /// <summary>Whether there may be copies that nobody waited for.</summary>
        public bool Copies { get; set; }

        public int Count => Reads.Count + Writes.Count + (Copies ? 1 : 0);

        public bool Conflicts(List<string> reads, List<string> writes) =>
            reads.Exists(Writes.Contains) || writes.Exists(w => Writes.Contains(w) || Reads.Contains(w));

        public void Clear()
        {
            Reads.Clear();
            Writes.Clear();
            Copies = false;
        }

        public State Copy()
        {
            var copy = new State();
            copy.Join(this);
            return copy;
        }

        public void Join(State other)
        {
            Reads.UnionWith(other.Reads);
            Writes.UnionWith(other.Writes);
            Copies |= other.Copies;
        }
    }
}
