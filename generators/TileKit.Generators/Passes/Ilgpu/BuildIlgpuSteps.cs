using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// Turns a grid's body into steps of a group of threads: tiles live in registers, what feeds a matrix product goes through shared
/// memory, straight from global memory where nothing else reads it.
/// </summary>
internal sealed class BuildIlgpuSteps
{
    private readonly PassContext context;
    private readonly ThreadGrid threads;
    private readonly bool pipelined;
    private readonly HashSet<int> storedTensors;
    private readonly Dictionary<int, Op> definitions = [];
    private readonly Dictionary<int, List<Op>> uses = [];

    // the tiles in shared memory that the current region may read, by value and orientation
    private Dictionary<(int Value, bool Turned), SharedTile> operands = [];
    private HashSet<int> defined = [];

    public BuildIlgpuSteps(Kernel kernel, GridOp grid, Variant variant, PassContext context)
    {
        this.context = context;
        threads = variant.Threads;
        pipelined = variant.Pipelined;
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

        Steps = Build(grid.Body);
    }

    public IReadOnlyList<Step> Steps { get; }

    public ExtentTable Extents { get; }

    public List<SharedTile> Tiles { get; } = [];

    /// <summary>Whether a load goes straight to shared memory: only products read it, and nothing stores to its tensor.</summary>
    public static bool IsStaged(LoadOp load, IEnumerable<Op> readers, HashSet<int> storedTensors) =>
        load.Result.Type is TileType
        && !storedTensors.Contains(load.Window.Matrix.Tensor)
        && readers.Any()
        && readers.All(r => r is MmaOp mma && mma.Accumulator?.Id != load.Result.Id);

    private bool IsStaged(Value value) => definitions.TryGetValue(value.Id, out var op) && op is LoadOp load && IsStaged(load, Readers(value), storedTensors);

    private IReadOnlyList<Op> Readers(Value value) => uses.TryGetValue(value.Id, out var list) ? list : [];

    private List<Step> Build(Region region)
    {
        var steps = new List<Step>();
        foreach (var op in region.Ops)
        {
            context.Token.ThrowIfCancellationRequested();
            StageForNested(op, steps);
            Build(op, steps);
            defined.UnionWith(op.Definitions().Select(d => d.Id));
        }

        return steps;
    }

    private void Build(Op op, List<Step> steps)
    {
        switch (op)
        {
            case ForOp loop:
                BuildFor(loop, steps);
                break;
            case IfOp branch:
                BuildIf(branch, steps);
                break;
            case StoreOp store:
                var (rows, cols) = Extents.Of(store.Window, steps);
                steps.Add(new StoreStep(store, rows.And(Extents.Rows(store.Stored)), cols.And(Extents.Cols(store.Stored))));
                break;
            case WriteOp add:
                BuildAdd(add, steps);
                break;
            case GroupsOp groups:
                steps.Add(new GroupsStep(groups));
                break;
            case ReduceOp reduce:
                Extents.Define(reduce, steps);
                steps.Add(new ReduceStep(reduce, Exchange(reduce)));
                break;
            case ValueOp { Result.Type: ScalarType or SliceType } scalar:
                steps.Add(new ScalarStep(scalar));
                break;
            case ValueOp value:
                Extents.Define(value, steps);
                BuildTile(value, steps);
                break;
        }
    }

    private void BuildAdd(WriteOp add, List<Step> steps)
    {
        var (rows, cols) = (Extents.Rows(add.Stored), Extents.Cols(add.Stored));
        switch (add)
        {
            case AtomicAddOp { Window: var window }:
                var (realRows, realCols) = Extents.Of(window, steps);
                (rows, cols) = (rows.And(realRows), cols.And(realCols));
                break;
            case ScatterAddOp scatter:
                rows = rows.And(Extents.Rows(scatter.Numbers));
                cols = scatter.Col is { } col ? cols.And(Extents.Cols(scatter.Matrix, ((TileType)add.Stored.Type).Cols, col, steps)) : cols;
                break;
        }

        steps.Add(new AddStep(add, rows, cols));
    }

    private void BuildTile(ValueOp op, List<Step> steps)
    {
        switch (op)
        {
            case LoadOp load when IsStaged(load.Result):
                break;
            case MmaOp mma when threads.OfFragments:
                steps.Add(new FragmentStep(mma, IsStaged(mma.A) ? Operand(mma.A, TensorCores.TurnsA(mma), steps) : null, Operand(mma.B, TensorCores.TurnsB(mma), steps)));
                break;
            case MmaOp mma:
                var a = Operand(mma.A, mma.TransposeA, steps);
                var b = Operand(mma.B, mma.TransposeB, steps);
                steps.Add(new ProductStep(mma, a, b));
                break;
            case TransposeOp transpose:
                var turned = Put(transpose.Argument, turned: true, steps);
                steps.Add(new GetStep(turned, op.Result, null, null));
                break;
            case SubtileOp subtile:
                var whole = Put(subtile.Argument, turned: false, steps);
                steps.Add(new GetStep(whole, op.Result, subtile.Row, subtile.Col));
                break;
            default:
                steps.Add(new RegisterStep(op));
                break;
        }
    }

    // an operand that does not change in a loop goes to shared memory before it
    private void StageForNested(Op op, List<Step> steps)
    {
        foreach (var mma in op.Regions().SelectMany(r => r.Descendants()).OfType<MmaOp>())
        {
            var (turnsA, turnsB) = threads.OfFragments ? (TensorCores.TurnsA(mma), TensorCores.TurnsB(mma)) : (mma.TransposeA, mma.TransposeB);
            foreach (var (value, turned) in new[] { (mma.A, turnsA), (mma.B, turnsB) })
            {
                if (defined.Contains(value.Id) && (!threads.OfFragments || IsStaged(value)))
                {
                    Operand(value, turned, steps);
                }
            }
        }
    }

    private SharedTile Operand(Value value, bool turned, List<Step> steps)
    {
        if (operands.TryGetValue((value.Id, turned), out var tile))
        {
            return tile;
        }

        if (IsStaged(value))
        {
            tile = threads.OfFragments ? NewFragments(value, turned) : NewTile((TileType)value.Type, turned);
            steps.Add(new StageStep((LoadOp)definitions[value.Id], tile, turned));
        }
        else
        {
            tile = Put(value, turned, steps);
        }

        operands[(value.Id, turned)] = tile;
        return tile;
    }

    private SharedTile Put(Value value, bool turned, List<Step> steps)
    {
        var tile = NewTile((TileType)value.Type, turned);
        steps.Add(new PutStep(value, tile, turned));
        return tile;
    }

    private SharedTile NewTile(TileType type, bool turned)
    {
        var (rows, cols) = (Size(type.Rows), Size(type.Cols));
        return NewTile(turned ? cols : rows, turned ? rows : cols, KindOf(type.Element));
    }

    private SharedTile NewFragments(Value value, bool turned)
    {
        var type = (TileType)value.Type;
        var (rows, cols) = (Size(type.Rows), Size(type.Cols));
        var isReadAcross = Readers(value).OfType<MmaOp>().Any(mma => IsStaged(mma.A) && TensorCores.ReadsAcross(mma, value));
        return NewTile(turned ? cols : rows, turned ? rows : cols, TensorCores.KindOf(type.Element), isReadAcross);
    }

    private static SharedKind KindOf(ElementType element) => element.IsInt() ? SharedKind.Int : SharedKind.Float;

    private SharedTile NewTile(int rows, int cols, SharedKind kind, bool isReadAcross = false)
    {
        var tile = new SharedTile(Tiles.Count, rows, cols, kind, isReadAcross);
        Tiles.Add(tile);
        return tile;
    }

    /// <summary>More threads than this on a line find its result in two rounds, the first in groups of sixteen.</summary>
    public const int LongLine = 32;

    private static int Line(int threads) => threads > LongLine ? threads + (threads / 16) : threads;

    // one line for each result, a place for each thread
    private SharedTile? Exchange(ReduceOp reduce)
    {
        var kind = KindOf(reduce.Argument.Type.Element);
        return (reduce.Scope, reduce.Argument.Type) switch
        {
            (ReduceScope.Row, TileType) or (ReduceScope.All, RowVecType) when threads.HasQuads => null,
            (ReduceScope.Row, TileType tile) when threads.Cols > 1 => NewTile(Size(tile.Rows), Line(threads.Cols), kind),
            (ReduceScope.Col, TileType tile) when threads.Rows > 1 => NewTile(Line(threads.Rows), Size(tile.Cols), kind),
            (ReduceScope.All, ColVecType) when threads.Rows > 1 => NewTile(1, Line(threads.Rows), kind),
            (ReduceScope.All, RowVecType) when threads.Cols > 1 => NewTile(1, Line(threads.Cols), kind),
            _ => null,
        };
    }

    private static int Size(Dim dim) => dim.ConstantValue ?? throw new System.InvalidOperationException($"the size {dim} is not known");

    private void BuildFor(ForOp loop, List<Step> steps)
    {
        var carried = Enumerable.Range(0, loop.Carried.Count).Where(i => !loop.Carried[i].IsScalar()).ToList();
        foreach (var i in carried)
        {
            Extents.Declare(loop.Inits[i], loop.Carried[i], steps);
            Extents.Copy(loop.Carried[i], loop.Results[i]);
        }

        var body = Inside(() =>
        {
            var inner = Build(loop.Body);
            Extents.Assign(carried.Select(i => (loop.Body.Yields[i], loop.Carried[i])), inner);
            return inner;
        });
        steps.AddRange(FixedExtents.Take(loop, body));
        steps.Add(pipelined && Pipeline(loop, body) is { } pipeline ? pipeline : new ForStep(loop, body));
    }

    private void BuildIf(IfOp branch, List<Step> steps)
    {
        var carried = Enumerable.Range(0, branch.Results.Count).Where(i => !branch.Results[i].IsScalar()).ToList();
        foreach (var i in carried)
        {
            Extents.Declare(null, branch.Results[i], steps);
        }

        steps.Add(new IfStep(branch, Arm(branch.Then), Arm(branch.Else)));

        List<Step> Arm(Region region) => Inside(() =>
        {
            var body = Build(region);
            Extents.Assign(carried.Select(i => (region.Yields[i], branch.Results[i])), body);
            return body;
        });
    }

    // what a region declares ends with it
    private List<Step> Inside(System.Func<List<Step>> build)
    {
        var (scope, outerOperands, outerDefined) = (Extents.Scope, operands, defined);
        (Extents.Scope, operands, defined) = (new(scope), new(outerOperands), new(outerDefined));
        var steps = build();
        (Extents.Scope, operands, defined) = (scope, outerOperands, outerDefined);
        return steps;
    }

    // Tiles whose place follows from the loop's index alone can be fetched an iteration ahead.
    private PipelinedForStep? Pipeline(ForOp loop, List<Step> body)
    {
        var inBody = loop.Body.Ops.OfType<ValueOp>().Where(o => o.Result.IsScalar()).ToDictionary(o => o.Result.Id);
        var unknown = new HashSet<int>(loop.Carried.Concat(loop.Body.Ops.Where(o => o is ForOp or IfOp or ReduceOp).SelectMany(o => o.Definitions())).Select(v => v.Id));
        var needed = new HashSet<int>();
        var staged = body.OfType<StageStep>().Where(s => s.Load.Window.Operands().All(IsAhead)).ToList();
        if (staged.Count == 0)
        {
            return null;
        }

        foreach (var value in staged.SelectMany(s => s.Load.Window.Operands()))
        {
            Need(value);
        }

        foreach (var step in staged)
        {
            step.Tile.Stages = 2;
            step.Tile.IsOfOneMatrix = step.Load.Window.Matrix is { Slice: null } matrix && !new[] { matrix.Batch, matrix.Depth }.Any(i => i is not null && IsOfLoop(i));
            body.Remove(step);
        }

        var extents = new HashSet<string>(staged.SelectMany(s => Extents.Rows(s.Load.Result).Locals.Concat(Extents.Cols(s.Load.Result).Locals)));
        var ahead = body.Where(s => s switch
        {
            ScalarStep { Op: ValueOp scalar } => needed.Contains(scalar.Result.Id),
            ExtentStep extent => extents.Contains(extent.Name),
            _ => false,
        }).ToList();
        return new PipelinedForStep(loop, body, staged, ahead);

        bool IsOfLoop(Value value) => value.Id == loop.Index.Id || inBody.ContainsKey(value.Id);

        bool IsAhead(Value value) =>
            !unknown.Contains(value.Id) && (!inBody.TryGetValue(value.Id, out var op) || op.Operands().All(IsAhead));

        void Need(Value value)
        {
            if (inBody.TryGetValue(value.Id, out var op) && needed.Add(value.Id))
            {
                foreach (var operand in op.Operands())
                {
                    Need(operand);
                }
            }
        }
    }
}
