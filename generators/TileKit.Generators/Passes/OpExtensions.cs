using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>What every pass needs to know of an op: the values it reads, defines and contains, and how to rebuild it with others.</summary>
internal static class OpExtensions
{
    /// <summary>The values the op reads itself; those its regions read are not included, their yields neither.</summary>
    public static IEnumerable<Value> Operands(this Op op) => op switch
    {
        MapOp map => map.Arguments,
        FillOp fill => [fill.Scalar],
        MaskOp mask => [mask.Tile, .. mask.Arguments, mask.Fill],
        ReduceOp reduce => [reduce.Argument],
        MmaOp { Accumulator: { } accumulator } mma => [mma.A, mma.B, accumulator],
        MmaOp mma => [mma.A, mma.B],
        TransposeOp transpose => [transpose.Argument],
        TrimOp trim => [trim.Argument, trim.Rows, trim.Cols, trim.Row, trim.Col],
        SubtileOp subtile => [subtile.Argument, subtile.Row, subtile.Col],
        DimensionOp dimension => dimension.Matrix.Operands(),
        LoadOp load => load.Window.Operands(),
        LoadScalarOp { Row: { } row } load => [.. load.Matrix.Operands(), row, load.Col],
        LoadScalarOp load => [.. load.Matrix.Operands(), load.Col],
        SliceOp slice => [.. slice.Source.Operands(), slice.Start, slice.Count, .. Optional(slice.Step)],
        GatherOp gather => [.. gather.Matrix.Operands(), gather.Rows, gather.Col],
        StoreOp store => [.. store.Window.Operands(), store.Stored],
        AtomicAddOp add => [.. add.Window.Operands(), add.Stored],
        ScatterAddOp add => [.. add.Matrix.Operands(), add.Numbers, .. Optional(add.Col), add.Stored],
        TempOp temp => temp.Shape,
        GroupsOp groups => [.. groups.Offsets.Operands(), groups.Length, groups.Size, groups.Index],
        ForOp loop => [loop.Start, loop.End, loop.Step, .. loop.Inits],
        IfOp branch => [branch.Condition],
        GridOp grid => grid.Counts,
        RequireOp require => [require.Condition],
        _ => [],
    };

    /// <summary>The values the op defines for the ops after it.</summary>
    public static IEnumerable<Value> Definitions(this Op op) => op switch
    {
        ValueOp value => [value.Result],
        ForOp loop => loop.Results,
        IfOp branch => branch.Results,
        GroupsOp groups => [groups.Group, groups.Tile],
        _ => [],
    };

    public static IEnumerable<Region> Regions(this Op op) => op switch
    {
        ForOp loop => [loop.Body],
        IfOp branch => [branch.Then, branch.Else],
        GridOp grid => [grid.Body],
        _ => [],
    };

    /// <summary>All ops of the region, those in nested regions included, in order.</summary>
    public static IEnumerable<Op> Descendants(this Region region)
    {
        foreach (var op in region.Ops)
        {
            yield return op;
            foreach (var nested in op.Regions().SelectMany(Descendants))
            {
                yield return nested;
            }
        }
    }

    /// <summary>All values read in the region, as operands or as yields, each as often as it is.</summary>
    public static IEnumerable<Value> Reads(this Region region) =>
        region.Yields.Concat(region.Ops.SelectMany(o => o.Operands().Concat(o.Regions().SelectMany(Reads))));

    /// <summary>Rebuilds the op with every value, read or defined, replaced, and tensors renumbered; regions are rebuilt by <paramref name="region"/>.</summary>
    public static Op Rebuild(this Op op, Func<Value, Value> value, Func<Region, Region> region, Func<int, int>? tensor = null)
    {
        return op switch
        {
            ConstantOp o => o with { Result = value(o.Result) },
            ScalarParameterOp o => o with { Result = value(o.Result) },
            DimOp o => o with { Result = value(o.Result) },
            DimensionOp o => o with { Matrix = Matrix(o.Matrix), Result = value(o.Result) },
            MapOp o => o with { Arguments = All(o.Arguments), Result = value(o.Result) },
            FillOp o => o with { Scalar = value(o.Scalar), Result = value(o.Result) },
            IndexOp o => o with { Result = value(o.Result) },
            MaskOp o => o with { Tile = value(o.Tile), Arguments = All(o.Arguments), Fill = value(o.Fill), Result = value(o.Result) },
            ReduceOp o => o with { Argument = value(o.Argument), Result = value(o.Result) },
            MmaOp o => o with { A = value(o.A), B = value(o.B), Accumulator = Optional(o.Accumulator), Result = value(o.Result) },
            TrimOp o => o with
            {
                Argument = value(o.Argument), Rows = value(o.Rows), Cols = value(o.Cols), Row = value(o.Row), Col = value(o.Col), Result = value(o.Result),
            },
            TransposeOp o => o with { Argument = value(o.Argument), Result = value(o.Result) },
            SubtileOp o => o with { Argument = value(o.Argument), Row = value(o.Row), Col = value(o.Col), Result = value(o.Result) },
            LoadOp o => o with { Window = Window(o.Window), Result = value(o.Result) },
            LoadScalarOp o => o with { Matrix = Matrix(o.Matrix), Row = Optional(o.Row), Col = value(o.Col), Result = value(o.Result) },
            SliceOp o => o with
            {
                Source = Matrix(o.Source),
                Start = value(o.Start),
                Count = value(o.Count),
                Step = Optional(o.Step),
                Group = o.Group is { } group ? new Group(Matrix(group.Offsets), value(group.Index)) : null,
                Result = value(o.Result),
            },
            GatherOp o => o with { Matrix = Matrix(o.Matrix), Rows = value(o.Rows), Col = value(o.Col), Result = value(o.Result) },
            StoreOp o => o with { Window = Window(o.Window), Stored = value(o.Stored) },
            AtomicAddOp o => o with { Window = Window(o.Window), Stored = value(o.Stored) },
            ScatterAddOp o => o with { Matrix = Matrix(o.Matrix), Numbers = value(o.Numbers), Col = Optional(o.Col), Stored = value(o.Stored) },
            TempOp o => o with { Tensor = tensor?.Invoke(o.Tensor) ?? o.Tensor, Shape = All(o.Shape) },
            GroupsOp o => o with
            {
                Offsets = Matrix(o.Offsets), Length = value(o.Length), Size = value(o.Size), Index = value(o.Index), Group = value(o.Group), Tile = value(o.Tile),
            },
            ForOp o => o with
            {
                Start = value(o.Start),
                End = value(o.End),
                Step = value(o.Step),
                Inits = All(o.Inits),
                Index = value(o.Index),
                Carried = All(o.Carried),
                Body = region(o.Body),
                Results = All(o.Results),
            },
            IfOp o => o with { Condition = value(o.Condition), Then = region(o.Then), Else = region(o.Else), Results = All(o.Results) },
            GridOp o => o with { Counts = All(o.Counts), Indices = All(o.Indices), Body = region(o.Body) },
            RequireOp o => o with { Condition = value(o.Condition) },
            _ => throw new InvalidOperationException($"unknown op {op.GetType().Name}"),
        };

        EquatableArray<Value> All(EquatableArray<Value> values) => values.Select(value).ToEquatableArray();
        Value? Optional(Value? v) => v is null ? null : value(v);
        Matrix Matrix(Matrix m) => m with { Tensor = tensor?.Invoke(m.Tensor) ?? m.Tensor, Batch = Optional(m.Batch), Depth = Optional(m.Depth), Slice = Optional(m.Slice) };
        Window Window(Window w) => w with { Matrix = Matrix(w.Matrix), Row = value(w.Row), Col = value(w.Col) };
    }

    /// <summary>Whether the op only computes its result: it may be moved, merged with an equal one, or dropped.</summary>
    public static bool IsPure(this Op op) => op is ValueOp;

    /// <summary>The tensor that the op reads, if any.</summary>
    public static int? TensorRead(this Op op) => op switch
    {
        LoadOp load => load.Window.Matrix.Tensor,
        LoadScalarOp load => load.Matrix.Tensor,
        GatherOp gather => gather.Matrix.Tensor,
        GroupsOp groups => groups.Offsets.Tensor,
        _ => null,
    };

    /// <summary>The tensors that some op of the region changes.</summary>
    public static HashSet<int> StoredTensors(this Region region) => [.. region.StoredTensorsInOrder()];

    /// <summary>The tensors that some op of the region changes, in the order of the first such op.</summary>
    public static IEnumerable<int> StoredTensorsInOrder(this Region region) => region.Descendants().OfType<WriteOp>().Select(s => s.Tensor).Distinct();

    public static IEnumerable<Value> Operands(this Window window) => [.. window.Matrix.Operands(), window.Row, window.Col];

    public static IEnumerable<Value> Operands(this Matrix matrix) => matrix switch
    {
        { Slice: { } slice } => [slice],
        { Batch: { } batch, Depth: { } depth } => [batch, depth],
        _ => [],
    };

    /// <summary>Whether it is one for the whole program instance: a number, a truth value, a slice.</summary>
    public static bool IsScalar(this Value value) => value.Type is ScalarType or SliceType;

    private static IEnumerable<Value> Optional(Value? value) => value is null ? [] : [value];
}
