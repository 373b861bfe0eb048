using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// Makes one grid of two neighbours that meet tile on tile: with the same instances, of which each reads of the first one's results just what
/// it stored itself. What was loaded is then the value that was stored, and a temporary that nothing else reads disappears.
/// </summary>
internal sealed class FuseGrids
{
    private readonly PassContext context;
    private readonly Kernel kernel;
    private readonly ScalarKeys keys;
    private readonly Dictionary<int, Op> definitions;
    private readonly Dictionary<(int Tensor, Axis Axis), Value> dimensions = [];

    private FuseGrids(Kernel kernel, PassContext context)
    {
        this.context = context;
        this.kernel = kernel;
        keys = new ScalarKeys(kernel);
        definitions = kernel.Body.Descendants().OfType<ValueOp>().ToDictionary(o => o.Result.Id, o => (Op)o);
    }

    public static Kernel Run(Kernel kernel, PassContext context)
    {
        while (new FuseGrids(kernel, context).FuseFirst() is { } fused)
        {
            kernel = fused;
        }

        return kernel;
    }

    private Kernel? FuseFirst()
    {
        var grids = kernel.Body.Ops.OfType<GridOp>().ToList();
        for (var i = 0; i + 1 < grids.Count; i++)
        {
            var (first, second) = (grids[i], Renamed(grids[i + 1], grids[i]));
            if (second is not null && Meets(first, second) is { } forwards)
            {
                return Without(Temporaries(forwards, grids.Skip(i + 2)), Fuse(first, grids[i + 1], second, forwards));
            }
        }

        return null;
    }

    // the second grid in terms of the first one's indices, if their instances are the same
    private GridOp? Renamed(GridOp second, GridOp first)
    {
        if (first.Counts.Count != second.Counts.Count || !first.Counts.Zip(second.Counts, (a, b) => keys.Of(a) == keys.Of(b)).All(same => same)
            || first.Body.Ops.Concat(second.Body.Ops).Any(o => o is GroupsOp))
        {
            return null;
        }

        var indices = second.Indices.Zip(first.Indices, (from, to) => (from, to)).ToDictionary(p => p.from.Id, p => p.to);
        return (GridOp)second.Rebuild(Value, Region);

        Value Value(Value value) => indices.TryGetValue(value.Id, out var index) ? index : value;

        Region Region(Region region) => new(region.Ops.Select(o => o.Rebuild(Value, Region)).ToEquatableArray(), region.Yields.Select(Value).ToEquatableArray());
    }

    /// <summary>The store of each tensor that goes from the one grid to the other; null where they do not meet tile on tile.</summary>
    private Dictionary<int, StoreOp>? Meets(GridOp first, GridOp second)
    {
        var (written, read) = (first.Body.StoredTensors(), new HashSet<int>(first.Body.Descendants().Select(o => o.TensorRead()).OfType<int>()));
        if (second.Body.StoredTensors().Any(t => written.Contains(t) || read.Contains(t)))
        {
            return null;
        }

        var forwards = new Dictionary<int, StoreOp>();
        foreach (var op in second.Body.Descendants())
        {
            if (op.TensorRead() is not { } tensor || !written.Contains(tensor))
            {
                continue;
            }

            // one store, for all instances, and the same place
            var stores = first.Body.Descendants().OfType<WriteOp>().Where(s => s.Tensor == tensor).ToList();
            if (op is not LoadOp load || stores is not [StoreOp store] || !first.Body.Ops.Contains(store) || !IsSamePlace(store.Window, load.Window, first))
            {
                return null;
            }

            forwards[tensor] = store;
        }

        return forwards.Count > 0 ? forwards : null;
    }

    private bool IsSamePlace(Window store, Window load, GridOp grid) =>
        store.Kind == load.Kind && store.Rows.Equals(load.Rows) && store.Cols.Equals(load.Cols)
        && store.Matrix.Slice is null && load.Matrix.Slice is null
        && Same(store.Row, load.Row) && Same(store.Col, load.Col)
        && IsSameMatrix(store.Matrix, load.Matrix, grid);

    // a matrix that is there for every instance: the only one, or chosen by indices that count the tensor's own
    private bool IsSameMatrix(Matrix store, Matrix load, GridOp grid) => (store, load) switch
    {
        ({ Batch: null }, { Batch: null }) => !kernel.Tensors[store.Tensor].IsTemp || (keys.Of(store.Tensor, Axis.Batch) == "1" && keys.Of(store.Tensor, Axis.Depth) == "1"),
        ({ Batch: { } batch, Depth: { } depth }, { Batch: { } otherBatch, Depth: { } otherDepth }) =>
            Same(batch, otherBatch) && Same(depth, otherDepth) && Counts(batch, store.Tensor, Axis.Batch, grid) && Counts(depth, store.Tensor, Axis.Depth, grid),
        _ => false,
    };

    private bool Counts(Value index, int tensor, Axis axis, GridOp grid) =>
        grid.Indices.ToList().FindIndex(i => i.Id == index.Id) is >= 0 and var position && keys.Of(grid.Counts[position]) == keys.Of(tensor, axis);

    private bool Same(Value a, Value b) => Affine.Of(a, definitions).SameAs(Affine.Of(b, definitions));

    private Dictionary<int, TempOp> Temporaries(Dictionary<int, StoreOp> forwards, IEnumerable<GridOp> later)
    {
        var read = new HashSet<int>(later.SelectMany(g => g.Body.Descendants()).Select(o => o.TensorRead()).OfType<int>());
        return kernel.Body.Ops.OfType<TempOp>().Where(t => forwards.ContainsKey(t.Tensor) && !read.Contains(t.Tensor)).ToDictionary(t => t.Tensor);
    }

    // scalars that stand between the grids come before both
    private Kernel Fuse(GridOp first, GridOp second, GridOp renamed, Dictionary<int, StoreOp> forwards)
    {
        var ops = new List<Op>();
        foreach (var op in kernel.Body.Ops)
        {
            if (op == first)
            {
                continue;
            }

            ops.AddRange(op == second ? Dimensions(forwards.Values) : [op]);
            if (op == second)
            {
                ops.Add(first with { Body = new Region([.. first.Body.Ops, .. Forward(renamed.Body, forwards).Ops], []) });
            }
        }

        return kernel with { Body = kernel.Body with { Ops = ops.ToEquatableArray() } };
    }

    // the rows and columns of each tensor's matrices; a parameter may have no matrix at all
    private IEnumerable<Op> Dimensions(IEnumerable<StoreOp> stores)
    {
        foreach (var store in stores)
        {
            var matrix = new Matrix(store.Tensor, null, null);
            if (!kernel.Tensors[store.Tensor].IsTemp && store.Window.Matrix.Batch is null)
            {
                var first = context.NewValue(ScalarType.Int);
                yield return new ConstantOp(0, first, 0);
                matrix = matrix with { Batch = first, Depth = first };
            }

            foreach (var axis in new[] { Axis.Rows, Axis.Cols })
            {
                var value = context.NewValue(ScalarType.Int);
                dimensions[(store.Tensor, axis)] = value;
                yield return new DimensionOp(0, value, matrix, axis);
            }
        }
    }

    private Region Forward(Region region, Dictionary<int, StoreOp> forwards) => region with
    {
        Ops = region.Ops.Select(op => op is LoadOp load && forwards.TryGetValue(load.Window.Matrix.Tensor, out var store)
            ? new TrimOp(
                load.Site, load.Result, store.Stored, dimensions[(store.Tensor, Axis.Rows)], dimensions[(store.Tensor, Axis.Cols)], store.Window.Row, store.Window.Col)
            : op.Rebuild(v => v, r => Forward(r, forwards))).ToEquatableArray(),
    };

    // temporaries that are gone: no store, no shape, no number
    private static Kernel Without(Dictionary<int, TempOp> gone, Kernel kernel)
    {
        if (gone.Count == 0)
        {
            return kernel;
        }

        var numbers = Enumerable.Range(0, kernel.Tensors.Count).Where(t => !gone.ContainsKey(t)).Select((old, now) => (old, now)).ToDictionary(p => p.old, p => p.now);
        var shapes = new Dictionary<int, Value>();
        return kernel with
        {
            Tensors = kernel.Tensors.Where((_, t) => !gone.ContainsKey(t)).ToEquatableArray(),
            Body = Region(kernel.Body),
        };

        Value Value(Value value) => shapes.TryGetValue(value.Id, out var size) ? size : value;

        Region Region(Region region)
        {
            var ops = new List<Op>(region.Ops.Count);
            foreach (var op in region.Ops)
            {
                switch (op)
                {
                    case TempOp temp when gone.ContainsKey(temp.Tensor):
                    case StoreOp store when gone.ContainsKey(store.Tensor):
                        break;
                    case DimensionOp dimension when gone.TryGetValue(dimension.Matrix.Tensor, out var temp):
                        shapes[dimension.Result.Id] = Value(temp.Shape[(int)dimension.Axis]);
                        break;
                    default:
                        ops.Add(op.Rebuild(Value, Region, t => numbers[t]));
                        break;
                }
            }

            return new Region(ops.ToEquatableArray(), region.Yields.Select(Value).ToEquatableArray());
        }
    }
}
