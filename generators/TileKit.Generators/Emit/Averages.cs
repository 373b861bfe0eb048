using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit;

/// <summary>
/// What scalars and extents are on average over a grid, as C# expressions of double: an index stands at the middle of its range, and
/// a tile of a dimension is as large as the dimension divided by its number of tiles. Sums over a grid of products of extents are
/// then exact, and one formula does for any shape.
/// </summary>
internal sealed class Averages
{
    // a scalar that adds itself to itself ten times would fill the file: it is no formula of the shapes any more, and counts as nothing
    private const int LongestFormula = 2000;

    private readonly Kernel kernel;
    private readonly Dictionary<int, Op> definitions;
    private readonly Dictionary<int, string> indices = [];
    private readonly Dictionary<int, (string Rows, string Cols)> extents = [];
    private readonly Dictionary<string, string[]> leasts = [];
    private readonly Dictionary<int, string> scalars = [];
    private readonly HashSet<int> moving = [];
    private readonly Dictionary<int, (string Step, string First)> moves = [];
    private readonly Dictionary<int, bool> known = [];

    public Averages(Kernel kernel, GridOp grid)
    {
        this.kernel = kernel;
        definitions = kernel.Body.Descendants().OfType<ValueOp>().ToDictionary(o => o.Result.Id, o => (Op)o);
        var counts = grid.Counts.Select(Of).ToList();
        if (grid.Body.Ops.OfType<GroupsOp>().FirstOrDefault() is { } ragged)
        {
            // what the groups have, not what they may have
            var number = $"({Extent(ragged.Offsets, Axis.Cols)} - 1)";
            counts[0] = $"Average.Tiles({Of(ragged.Length)}, {number}, {Of(ragged.Size)})";
            indices[ragged.Group.Id] = $"(({number} - 1) / 2)";
            indices[ragged.Tile.Id] = $"((Average.CeilDivide(Average.Share({Of(ragged.Length)}, {number}), {Of(ragged.Size)}) - 1) / 2)";
            moving.Add(ragged.Group.Id);
            moving.Add(ragged.Tile.Id);
        }

        Instances = string.Join(" * ", counts);
        WholeInstances = string.Join(" * ", counts.Select((c, i) => c == Of(grid.Counts[i]) ? Whole(grid.Counts[i]) : c));
        for (var i = 0; i < grid.Indices.Count; i++)
        {
            indices[grid.Indices[i].Id] = $"(({Of(grid.Counts[i])} - 1) / 2)";
            moving.Add(grid.Indices[i].Id);
        }

        Visit(grid.Body);
    }

    /// <summary>The number of program instances.</summary>
    public string Instances { get; }

    /// <summary>The same, where one at the edge counts as the part of a tile that it has.</summary>
    public string WholeInstances { get; }

    /// <summary>The number of iterations of a loop; where only the data knows it, some.</summary>
    public string Iterations(ForOp loop) => IsKnown(loop.Start) && IsKnown(loop.End) ? $"Average.Iterations({Of(loop.Start)}, {Of(loop.End)}, {Of(loop.Step)})" : "8.0";

    public string Rows(Value value) => extents.TryGetValue(value.Id, out var extent) ? extent.Rows : "1.0";

    public string Cols(Value value) => extents.TryGetValue(value.Id, out var extent) ? extent.Cols : "1.0";

    /// <summary>A scalar as a double.</summary>
    public string Of(Value scalar)
    {
        if (indices.TryGetValue(scalar.Id, out var index))
        {
            return index;
        }

        if (!scalars.TryGetValue(scalar.Id, out var text))
        {
            text = definitions.TryGetValue(scalar.Id, out var op) ? Of(op) : "0.0";
            scalars[scalar.Id] = text = text.Length <= LongestFormula ? text : "0.0";
        }

        return text;
    }

    private string Whole(Value count) => definitions.TryGetValue(count.Id, out var op) && op is MapOp { Function: Function.CeilDivide } tiles
        ? $"Average.WholeTiles({Of(tiles.Arguments[0])}, {Of(tiles.Arguments[1])})"
        : Of(count);

    private string Of(Op op)
    {
        switch (op)
        {
            case ConstantOp { Result.Type.Element: ElementType.Bool } constant:
                return constant.Bits != 0 ? "1.0" : "0.0";
            case ConstantOp constant:
                return $"(double){Literals.Of(constant)}";
            case DimOp dim:
                return $"(double)({dim.Dim})";
            case DimensionOp dimension:
                return $"(double){Extent(dimension.Matrix, dimension.Axis)}";
            case ScalarParameterOp { Result.Type.Element: ElementType.Bool } parameter:
                return $"({parameter.Name} ? 1.0 : 0.0)";
            case ScalarParameterOp parameter:
                return $"(double){parameter.Name}";
            case MapOp map:
                var a = map.Arguments.Select(Of).ToList();
                return map.Function switch
                {
                    Function.Add => $"({a[0]} + {a[1]})",
                    Function.Subtract => $"({a[0]} - {a[1]})",
                    Function.Multiply => $"({a[0]} * {a[1]})",
                    Function.Divide or Function.CeilDivide when map.Result.Type.Element == ElementType.Int && moving.Contains(map.Arguments[0].Id) =>
                        $"Average.Mean{map.Function}({a[0]}, {a[1]}, {Move(map.Arguments[0]).Step}, {Move(map.Arguments[0]).First})",
                    Function.Divide when map.Result.Type.Element == ElementType.Int => $"Average.Divide({a[0]}, {a[1]})",
                    Function.Divide => $"({a[0]} / {a[1]})",
                    Function.CeilDivide => $"Average.CeilDivide({a[0]}, {a[1]})",
                    Function.Negate => $"(-{a[0]})",
                    Function.Min or Function.Max => $"Math.{map.Function}({a[0]}, {a[1]})",
                    Function.Select => $"({a[0]} != 0 ? {a[1]} : {a[2]})",
                    Function.And when map.Result.Type.Element == ElementType.Int => $"(double)((int){a[0]} & (int){a[1]})",
                    Function.Or when map.Result.Type.Element == ElementType.Int => $"(double)((int){a[0]} | (int){a[1]})",
                    Function.ShiftLeft => $"(double)((int){a[0]} << (int){a[1]})",
                    Function.ShiftRight => $"(double)((int){a[0]} >> (int){a[1]})",
                    Function.And => $"({a[0]} * {a[1]})",
                    Function.Or => $"Math.Max({a[0]}, {a[1]})",
                    Function.Not => $"(1 - {a[0]})",
                    Function.Less => $"({a[0]} < {a[1]} ? 1.0 : 0.0)",
                    Function.LessEqual => $"({a[0]} <= {a[1]} ? 1.0 : 0.0)",
                    Function.Greater => $"({a[0]} > {a[1]} ? 1.0 : 0.0)",
                    Function.GreaterEqual => $"({a[0]} >= {a[1]} ? 1.0 : 0.0)",
                    Function.Equal => $"({a[0]} == {a[1]} ? 1.0 : 0.0)",
                    Function.NotEqual => $"({a[0]} != {a[1]} ? 1.0 : 0.0)",
                    Function.Cast => a[0],
                    _ => "0.0",
                };
            default:
                // what is only known from the data counts as nothing
                return "0.0";
        }
    }

    // by how much a scalar that moves with an index does so from one to the next, and what it is at the first one
    private (string Step, string First) Move(Value scalar)
    {
        if (!moves.TryGetValue(scalar.Id, out var move))
        {
            move = !moving.Contains(scalar.Id) ? ("0", Of(scalar)) : definitions.TryGetValue(scalar.Id, out var op) && op is MapOp map ? Move(map) : ("1", "0");
            moves[scalar.Id] = move = move.First.Length + move.Step.Length <= LongestFormula ? move : ("1", "0");
        }

        return move;
    }

    private (string Step, string First) Move(MapOp map)
    {
        var parts = map.Arguments.Select(Move).ToList();
        var movers = map.Arguments.Where(a => moving.Contains(a.Id)).ToList();
        var steps = movers.Select(m => Move(m).Step).Distinct().ToList();
        var step = steps.Count == 1 ? steps[0] : "1";
        switch (map.Function)
        {
            case Function.Add:
                return (step, $"({parts[0].First} + {parts[1].First})");
            case Function.Subtract:
                return (step, $"({parts[0].First} - {parts[1].First})");
            case Function.Multiply:
                var factor = map.Arguments.FirstOrDefault(a => !moving.Contains(a.Id));
                return (factor is null ? "1" : $"{step} * {Of(factor)}", $"({parts[0].First} * {parts[1].First})");
            case Function.Negate:
                return (step, $"(-{parts[0].First})");
            case Function.Min or Function.Max or Function.Select:
                return (step, Move(movers[0]).First); // a bound that holds it there leaves its steps where they are
            default:
                return ("1", "0");
        }
    }

    private void Visit(Region region)
    {
        foreach (var op in region.Ops)
        {
            switch (op)
            {
                case MapOp { Result.Type: ScalarType } scalar when scalar.Arguments.Any(o => moving.Contains(o.Id)):
                    moving.Add(scalar.Result.Id);
                    break;
                case ForOp loop:
                    moving.Add(loop.Index.Id);
                    indices[loop.Index.Id] = $"(({Of(loop.Start)} + {Of(loop.End)} - 1) / 2)";
                    foreach (var (carried, init) in loop.Carried.Zip(loop.Inits, (c, i) => (c, i)))
                    {
                        extents[carried.Id] = (Rows(init), Cols(init));
                    }

                    Visit(loop.Body);
                    foreach (var (result, yielded) in loop.Results.Zip(loop.Body.Yields, (r, y) => (r, y)))
                    {
                        extents[result.Id] = (Rows(yielded), Cols(yielded));
                    }

                    break;
                case IfOp branch:
                    Visit(branch.Then);
                    Visit(branch.Else);
                    foreach (var (result, yielded) in branch.Results.Zip(branch.Then.Yields, (r, y) => (r, y)))
                    {
                        extents[result.Id] = (Rows(yielded), Cols(yielded));
                    }

                    break;
                case ValueOp { Result.Type: not (ScalarType or SliceType) } value:
                    extents[value.Result.Id] = ExtentsOf(value);
                    break;
            }
        }
    }

    private (string Rows, string Cols) ExtentsOf(ValueOp op) => op switch
    {
        LoadOp load => ExtentsOf(load.Window),
        GatherOp gather => (Rows(gather.Rows), $"Average.Real({Extent(gather.Matrix, Axis.Cols)}, {((TileType)gather.Result.Type).Cols})"),
        MapOp map => (
            Least(map.Arguments.Where(a => a.Type is TileType or ColVecType).Select(Rows)),
            Least(map.Arguments.Where(a => a.Type is TileType or RowVecType).Select(Cols))),
        MmaOp mma => (mma.TransposeA ? Cols(mma.A) : Rows(mma.A), mma.TransposeB ? Rows(mma.B) : Cols(mma.B)),
        ReduceOp { Scope: ReduceScope.Row } reduce => (Rows(reduce.Argument), "1.0"),
        ReduceOp reduce => ("1.0", Cols(reduce.Argument)),
        TransposeOp transpose => (Cols(transpose.Argument), Rows(transpose.Argument)),
        TrimOp trim => (Rows(trim.Argument), Cols(trim.Argument)),
        _ => Nominal(op.Result.Type),
    };

    /// <summary>What a window holds on average.</summary>
    public (string Rows, string Cols) ExtentsOf(Window window)
    {
        return window.Kind switch
        {
            WindowKind.Tile => (Real(window.Matrix, Axis.Rows, window.Rows), Real(window.Matrix, Axis.Cols, window.Cols)),
            WindowKind.RowVec => ("1.0", Real(window.Matrix, Axis.Cols, window.Cols)),
            _ => (Real(window.Matrix, Axis.Cols, window.Rows), "1.0"),
        };
    }

    // what a tile has of a dimension; groups differ, and so do their last tiles
    private string Real(Matrix matrix, Axis axis, Dim size) => Slice(matrix) is { Group: { } group } slice && slice.Axis == axis
        ? $"Average.RealOfGroup({Extent(slice.Source, axis)}, {Extent(group.Offsets, Axis.Cols)} - 1, {size})"
        : $"Average.Real({Extent(matrix, axis)}, {size})";

    private SliceOp? Slice(Matrix matrix) => matrix.Slice is { } result && definitions.TryGetValue(result.Id, out var op) ? op as SliceOp : null;

    // a dimension of a matrix, as a double where it is computed: of a slice what its source has, or its count, or a group's share
    private string Extent(Matrix matrix, Axis axis)
    {
        if (Slice(matrix) is not { } slice)
        {
            return $"{kernel.Tensors[matrix.Tensor].Name}.{axis}";
        }

        var whole = Extent(slice.Source, axis);
        if (slice.Axis != axis)
        {
            return whole;
        }

        var most = slice.Step is null || !IsKnown(slice.Step) ? whole : $"Average.CeilDivide({whole}, {Of(slice.Step)})";
        return slice.Group is { } group ? $"Average.Share({whole}, {Extent(group.Offsets, Axis.Cols)} - 1)"
            : IsKnown(slice.Count) ? $"Math.Clamp({Of(slice.Count)}, 0, {most})"
            : most;
    }

    // whether the launch's shapes and scalars say what it is
    private bool IsKnown(Value value)
    {
        // each value once, however many others are made of it
        if (!known.TryGetValue(value.Id, out var isKnown))
        {
            known[value.Id] = isKnown = !definitions.TryGetValue(value.Id, out var op) || op switch
            {
                LoadScalarOp or ReduceOp => false,
                DimensionOp { Matrix.Slice: not null } => true,
                _ => op.Operands().All(IsKnown),
            };
        }

        return isKnown;
    }

    // the least of leasts is written as one: nested, the text would double from op to op
    private string Least(IEnumerable<string> extents)
    {
        var distinct = extents.SelectMany(e => leasts.TryGetValue(e, out var parts) ? parts : [e]).Distinct().ToArray();
        if (distinct.Length == 0)
        {
            return "1.0";
        }

        var least = distinct.Skip(1).Aggregate(distinct[0], (min, e) => $"Math.Min({min}, {e})");
        leasts[least] = distinct;
        return least;
    }

    private static (string Rows, string Cols) Nominal(IrType type) => type switch
    {
        TileType tile => ($"(double)({tile.Rows})", $"(double)({tile.Cols})"),
        ColVecType vec => ($"(double)({vec.Rows})", "1.0"),
        RowVecType vec => ("1.0", $"(double)({vec.Cols})"),
        _ => ("1.0", "1.0"),
    };
}
