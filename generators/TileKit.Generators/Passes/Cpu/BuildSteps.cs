using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>
/// Turns a grid's body into steps: packs what feeds a matrix product, gathers elementwise ops, reductions and stores into nests,
/// and makes loops and branches explicit about the values they carry.
/// </summary>
internal sealed class BuildSteps
{
    private readonly PassContext context;
    private readonly LaneAxis lanes;
    private readonly HashSet<int> storedTensors;
    private readonly Dictionary<int, Op> definitions = [];
    private readonly Dictionary<int, List<Op>> uses = [];
    private readonly Dictionary<(int Value, string Role), Value> operands = [];
    private readonly NestBuilder nests;
    private readonly StoreSums storeSums;

    private BuildSteps(Kernel kernel, GridOp grid, LaneAxis lanes, PassContext context)
    {
        this.context = context;
        this.lanes = lanes;
        Extents = new ExtentTable(kernel);
        storedTensors = grid.Body.StoredTensors();
        foreach (var op in grid.Body.Descendants())
        {
            foreach (var operand in op.Operands())
            {
                if (!uses.TryGetValue(operand.Id, out var list))
                {
                    uses[operand.Id] = list = [];
                }

                list.Add(op);
            }

            foreach (var definition in op.Definitions())
            {
                definitions[definition.Id] = op;
            }
        }

        foreach (var shared in kernel.Body.Ops.OfType<ValueOp>())
        {
            definitions[shared.Result.Id] = shared;
        }

        storeSums = new StoreSums(kernel, grid);
        nests = new NestBuilder(lanes, IsLazy, hasMma: grid.Body.Descendants().Any(o => o is MmaOp));
    }

    public ExtentTable Extents { get; }

    /// <summary>Values that feed a product as broadcast scalars: they need rows of constant stride.</summary>
    public HashSet<int> BroadcastOperands { get; } = [];

    public static (List<Step> Steps, BuildSteps Builder) Run(Kernel kernel, GridOp grid, LaneAxis lanes, PassContext context)
    {
        var builder = new BuildSteps(kernel, grid, lanes, context);
        return (builder.Build(grid.Body), builder);
    }

    /// <summary>The op that defines a value, unless it is an argument of a region.</summary>
    public Op? Definition(Value value) => definitions.TryGetValue(value.Id, out var op) ? op : null;

    /// <summary>
    /// Whether a value is made anew wherever it is read: fills, indices, and loads straight from memory whose lanes are adjacent
    /// there (a tensor that the grid also stores is read once, before anything can change it).
    /// </summary>
    public bool IsLazy(Value value) => Definition(value) switch
    {
        FillOp or IndexOp => true,
        LoadOp load => !storedTensors.Contains(load.Window.Matrix.Tensor) && ReadsInPlace(load),
        _ => false,
    };

    private bool ReadsInPlace(LoadOp load) => load.Window.Kind != WindowKind.Tile || lanes == LaneAxis.Cols;

    private List<Step> Build(Region region)
    {
        var steps = new List<Step>();
        for (var i = 0; i < region.Ops.Count; i++)
        {
            context.Token.ThrowIfCancellationRequested();
            foreach (var store in lanes == LaneAxis.Cols ? storeSums.Find(region, i) : [])
            {
                Extents.Of(store.Window, steps);
            }

            Build(region.Ops[i], steps);
        }

        nests.Close(steps);
        return steps;
    }

    private void Build(Op op, List<Step> steps)
    {
        switch (op)
        {
            case ForOp loop:
                nests.Close(steps);
                steps.AddRange(Build(loop));
                break;
            case IfOp branch:
                nests.Close(steps);
                steps.AddRange(Build(branch));
                break;
            case StoreOp store:
                BuildStore(store, steps);
                break;
            case WriteOp add:
                BuildAtomic(add, steps);
                break;
            case GroupsOp groups:
                steps.Add(new GroupsStep(groups));
                break;
            case ValueOp { Result.Type: ScalarType or SliceType } scalar and not ReduceOp:
                if (scalar.TensorRead() is { } tensor && storedTensors.Contains(tensor))
                {
                    nests.Close(steps);
                }

                // an open nest comes after it: no scalar but a reduction's depends on a nest
                steps.Add(new ScalarStep(scalar));
                break;
            case ValueOp value:
                Extents.Define(value, steps);
                Build(value, steps);
                break;
        }
    }

    private void Build(ValueOp op, List<Step> steps)
    {
        switch (op)
        {
            case LoadOp load:
                BuildLoad(load, steps);
                break;
            case GatherOp gather:
                nests.Close(steps);
                var rows = context.NewValue(gather.Result.Type);
                Extents.Copy(gather.Result, rows);
                steps.Add(new GatherStep(gather, Materialised(gather.Rows, steps), rows));
                BuildOperands(gather, rows, steps);
                break;
            case FillOp or IndexOp:
                break;
            case MmaOp mma:
                BuildMma(mma, steps);
                break;
            case TransposeOp transpose:
                nests.Close(steps);
                steps.Add(new RelayoutStep(Materialised(transpose.Argument, steps), op.Result, true, null, null));
                break;
            case SubtileOp subtile:
                nests.Close(steps);
                steps.Add(new RelayoutStep(Materialised(subtile.Argument, steps), op.Result, false, subtile.Row, subtile.Col));
                break;
            default:
                nests.Add(op, steps);
                break;
        }
    }

    private void BuildLoad(LoadOp load, List<Step> steps)
    {
        if (storedTensors.Contains(load.Window.Matrix.Tensor))
        {
            nests.Close(steps);
            if (ReadsInPlace(load))
            {
                nests.Add(load, steps);
                nests.Close(steps);
            }
            else
            {
                steps.Add(new PackStep(load, null, load.Result, transposed: true));
            }

            return;
        }

        BuildOperands(load, null, steps);
    }

    // a copy for each way in which the tile's readers want it; gathered rows are there already
    private void BuildOperands(ValueOp load, Value? rows, List<Step> steps)
    {
        var readers = uses.TryGetValue(load.Result.Id, out var list) ? list : [];
        foreach (var mma in readers.OfType<MmaOp>())
        {
            var (x, y) = lanes == LaneAxis.Cols ? (mma.A, mma.B) : (mma.B, mma.A);
            if (x.Id == load.Result.Id && !operands.ContainsKey((x.Id, "x")))
            {
                if (rows is null)
                {
                    steps.Add(new RowsStep((LoadOp)load, NewOperand(load.Result, "x")));
                }
                else
                {
                    operands[(x.Id, "x")] = rows;
                }
            }

            var transposed = ChooseLanes.PacksTransposed(mma, lanes);
            if (y.Id == load.Result.Id && !operands.ContainsKey((y.Id, Role(transposed))))
            {
                steps.Add(new PackStep(load, rows, NewOperand(load.Result, Role(transposed)), transposed));
            }
        }

        // elementwise readers of a tile that they cannot read in place find it in scratch, turned where its lanes run along rows
        if (!(load is LoadOp inMemory && ReadsInPlace(inMemory)) && readers.Any(r => r is not MmaOp mma || mma.Accumulator?.Id == load.Result.Id))
        {
            steps.Add(new PackStep(load, rows, load.Result, lanes == LaneAxis.Rows));
        }
    }

    private void BuildMma(MmaOp mma, List<Step> steps)
    {
        nests.Close(steps);
        var (a, b) = lanes == LaneAxis.Cols ? (mma.A, mma.B) : (mma.B, mma.A);
        var x = BroadcastOperand(a, steps);
        var y = VectorOperand(mma, b, steps);
        if (mma.Accumulator is { } accumulator)
        {
            steps.Add(new CopyStep(Copyable(accumulator, steps), mma.Result));
        }

        // memory rows of a loaded operand, or buffer rows of a computed one, run along the result's outer side unless turned
        var loaded = operands.ContainsKey((a.Id, "x"));
        var turned = lanes == LaneAxis.Cols ? mma.TransposeA : mma.TransposeB != loaded;
        var step = new MmaStep(mma, x, y, loaded, turned);

        // a tile in memory that only this product reads is made ready just before it, when it is known what for
        if (IsOnlyReader(a) && steps.OfType<RowsStep>().LastOrDefault(r => r.Result.Id == x.Id) is { } rows)
        {
            steps.Remove(rows);
            steps.Add(rows);
            rows.Product = step;
        }

        // packed, or read in place: then lanes or the contraction must be adjacent in both operands
        if (IsOnlyReader(b)
            && steps.OfType<PackStep>().LastOrDefault(p => p.Result.Id == y.Id && p.Window is not null && p.Result.Id != p.Source.Id) is { } pack
            && !(pack.Transposed && turned))
        {
            steps.Remove(pack);
            steps.Add(pack);
            (step.Pack, pack.Product) = (pack, step);
        }

        steps.Add(step);
        storeSums.SetTarget(step, Extents, steps);

        bool IsOnlyReader(Value operand) => uses[operand.Id].OfType<MmaOp>().Take(2).Count() == 1;
    }

    private Value BroadcastOperand(Value value, List<Step> steps)
    {
        if (operands.TryGetValue((value.Id, "x"), out var operand))
        {
            return operand;
        }

        var place = Materialised(value, steps);
        BroadcastOperands.Add(place.Id);
        return place;
    }

    private Value VectorOperand(MmaOp mma, Value value, List<Step> steps)
    {
        if (operands.TryGetValue((value.Id, Role(ChooseLanes.PacksTransposed(mma, lanes))), out var operand))
        {
            return operand;
        }

        var place = Materialised(value, steps);
        if (!ChooseLanes.NeedsOtherOrientation(mma, lanes))
        {
            return place;
        }

        var tile = (TileType)value.Type;
        var turned = context.NewValue(tile with { Rows = tile.Cols, Cols = tile.Rows });
        Extents.Set(turned, Extents.Cols(value), Extents.Rows(value));
        steps.Add(new RelayoutStep(place, turned, true, null, null));
        return turned;
    }

    /// <summary>A value that lies in scratch with this one's elements: itself, or a copy when it is made anew where it is read.</summary>
    private Value Materialised(Value value, List<Step> steps)
    {
        if (!IsLazy(value))
        {
            return value;
        }

        var copy = context.NewValue(value.Type);
        Extents.Copy(value, copy);
        if (Definition(value) is FillOp)
        {
            steps.Add(new CopyStep(value, copy));
        }
        else
        {
            nests.Close(steps);
            nests.Add(new MapOp(0, copy, Function.Cast, [value]), steps);
            nests.Close(steps);
        }

        return copy;
    }

    private Value NewOperand(Value value, string role)
    {
        var operand = context.NewValue(value.Type);
        Extents.Copy(value, operand);
        operands[(value.Id, role)] = operand;
        return operand;
    }

    private static string Role(bool transposed) => transposed ? "yt" : "y";

    private void BuildStore(StoreOp store, List<Step> steps)
    {
        var (rows, cols) = Extents.Of(store.Window, steps);
        var target = context.NewValue(store.Stored.Type);
        Extents.Set(target, rows.And(Extents.Rows(store.Stored)), cols.And(Extents.Cols(store.Stored)));
        StoreTargets[store] = target;
        if (store.Window.Kind == WindowKind.Tile && lanes == LaneAxis.Rows)
        {
            nests.Close(steps);
            var place = Materialised(store.Stored, steps);
            steps.Add(new StoreTransposedStep(store with { Stored = place }));
            StoreTargets[store with { Stored = place }] = target;
        }
        else if (storeSums.ProductOf(store) is { } product)
        {
            // in a nest of its own, which runs if the product did not
            nests.Close(steps);
            nests.Add(store, steps);
            nests.Close(steps);
            ((NestStep)steps[steps.Count - 1]).UnlessStored = product;
        }
        else
        {
            nests.Add(store, steps);
        }
    }

    private void BuildAtomic(WriteOp add, List<Step> steps)
    {
        nests.Close(steps);
        var stored = Materialised(add.Stored, steps);
        var (rows, cols) = (Extents.Rows(stored), Extents.Cols(stored));
        Value? numbers = null;
        switch (add)
        {
            case AtomicAddOp { Window: var window }:
                var (realRows, realCols) = Extents.Of(window, steps);
                (rows, cols) = (rows.And(realRows), cols.And(realCols));
                break;
            case ScatterAddOp scatter:
                numbers = Materialised(scatter.Numbers, steps);
                rows = rows.And(Extents.Rows(numbers));
                cols = scatter.Col is { } col ? cols.And(Extents.Cols(scatter.Matrix, ((TileType)stored.Type).Cols, col, steps)) : cols;
                break;
        }

        steps.Add(new AtomicStep(add, stored, numbers, rows, cols));
    }

    /// <summary>For each store a value that stands for what is written: the stored value's extent within the destination's.</summary>
    public Dictionary<StoreOp, Value> StoreTargets { get; } = [];

    private List<Step> Build(ForOp loop)
    {
        var steps = new List<Step>();
        var carried = Enumerable.Range(0, loop.Carried.Count).Where(i => !loop.Carried[i].IsScalar()).ToList();
        foreach (var i in carried)
        {
            steps.Add(new CopyStep(Copyable(loop.Inits[i], steps), loop.Carried[i]));
            Extents.Declare(loop.Inits[i], loop.Carried[i], steps);
            Extents.Copy(loop.Carried[i], loop.Results[i]);
        }

        var outer = Extents.Scope;
        Extents.Scope = new(outer);
        var body = Build(loop.Body);
        // a carried value that moves on to another variable is put aside first: its own place gets its next value
        var yields = carried.ToDictionary(i => i, i => Copyable(loop.Body.Yields[i], body));
        foreach (var i in carried.Where(i => loop.Carried.Any(c => c.Id == yields[i].Id && c.Id != loop.Carried[i].Id)))
        {
            var aside = context.NewValue(yields[i].Type);
            Extents.Copy(yields[i], aside);
            body.Add(new CopyStep(yields[i], aside));
            yields[i] = aside;
        }

        foreach (var i in carried)
        {
            body.Add(new CopyStep(yields[i], loop.Carried[i]));
        }

        Extents.Assign(carried.Select(i => (loop.Body.Yields[i], loop.Carried[i])), body);

        Extents.Scope = outer;
        steps.Add(new ForStep(loop, body));
        return steps;
    }

    private List<Step> Build(IfOp branch)
    {
        var steps = new List<Step>();
        var carried = Enumerable.Range(0, branch.Results.Count).Where(i => !branch.Results[i].IsScalar()).ToList();
        foreach (var i in carried)
        {
            Extents.Declare(null, branch.Results[i], steps);
        }

        var outer = Extents.Scope;
        Extents.Scope = new(outer);
        var then = Arm(branch.Then);
        Extents.Scope = new(outer);
        var otherwise = Arm(branch.Else);
        Extents.Scope = outer;
        steps.Add(new IfStep(branch, then, otherwise));
        return steps;

        List<Step> Arm(Region region)
        {
            var body = Build(region);
            foreach (var i in carried)
            {
                body.Add(new CopyStep(Copyable(region.Yields[i], body), branch.Results[i]));
            }

            Extents.Assign(carried.Select(i => (region.Yields[i], branch.Results[i])), body);

            return body;
        }
    }

    /// <summary>A value that a copy can read: a fill, or what lies in scratch.</summary>
    private Value Copyable(Value value, List<Step> steps) => Definition(value) is FillOp ? value : Materialised(value, steps);
}
