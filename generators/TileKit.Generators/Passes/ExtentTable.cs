using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// The real rows and columns of every tile and vector, by the rule of the language, as sets of locals. Loads declare the locals;
/// what a loop carries has locals of its own that change with it.
/// </summary>
internal sealed class ExtentTable
{
    private readonly Dictionary<int, (ExtentSet Rows, ExtentSet Cols)> extents = [];
    private readonly EqualDimensions equal;
    private readonly Kernel kernel;
    private int locals;

    public ExtentTable(Kernel kernel)
    {
        this.kernel = kernel;
        equal = new EqualDimensions(kernel);
    }

    /// <summary>Changes with every local that a scope declares; locals are found again while their scope is open.</summary>
    public Dictionary<string, string> Scope { get; set; } = [];

    public ExtentSet Rows(Value value) => extents[value.Id].Rows;

    public ExtentSet Cols(Value value) => extents[value.Id].Cols;

    /// <summary>The extent of a vector.</summary>
    public ExtentSet Length(Value vector) => vector.Type is RowVecType ? Cols(vector) : Rows(vector);

    public void Copy(Value from, Value to) => extents[to.Id] = extents[from.Id];

    public void Set(Value value, ExtentSet rows, ExtentSet cols) => extents[value.Id] = (rows, cols);

    /// <summary>Gives what a loop carries, or a branch chooses, locals of its own that start as those of <paramref name="init"/>.</summary>
    public void Declare(Value? init, Value variable, List<Step> steps)
    {
        var (rows, cols) = SetVariable(variable);
        foreach (var (name, start) in new[] { (rows, init is null ? "0" : Rows(init).ToString()), (cols, init is null ? "0" : Cols(init).ToString()) })
        {
            if (name is not null)
            {
                steps.Add(new ExtentStep(name, start));
            }
        }
    }

    /// <summary>Gives the locals of carried extents their next values, all at once.</summary>
    public void Assign(IEnumerable<(Value From, Value To)> moves, List<Step> steps)
    {
        var assignments = moves
            .SelectMany(m => new[] { (To: Rows(m.To), From: Rows(m.From)), (To: Cols(m.To), From: Cols(m.From)) })
            .Where(a => a.To.Locals.Count == 1 && a.To.Locals[0] != a.From.ToString())
            .ToList();
        if (assignments.Count > 0)
        {
            steps.Add(new AssignStep(assignments.Select(a => a.To.Locals[0]).ToList(), assignments.Select(a => a.From.ToString()).ToList()));
        }
    }

    // the names of the new locals; null for the side a vector does not have
    private (string? Rows, string? Cols) SetVariable(Value value)
    {
        var name = $"e{locals++}";
        var (rows, cols) = value.Type switch
        {
            TileType tile => (ExtentSet.Full(tile.Rows).With(name + "r"), ExtentSet.Full(tile.Cols).With(name + "c")),
            ColVecType vec => (ExtentSet.Full(vec.Rows).With(name + "r"), ExtentSet.Full(Dim.One)),
            _ => (ExtentSet.Full(Dim.One), ExtentSet.Full(value.Type.Length()).With(name + "c")),
        };
        Set(value, rows, cols);
        return (rows.Locals.Count > 0 ? name + "r" : null, cols.Locals.Count > 0 ? name + "c" : null);
    }

    /// <summary>Sets the result's extent; new locals go to <paramref name="steps"/>.</summary>
    public void Define(ValueOp op, List<Step> steps)
    {
        switch (op)
        {
            case { Result.Type: ScalarType or SliceType }:
                break;
            case GatherOp gather:
                Set(gather.Result, Rows(gather.Rows), Cols(gather.Matrix, ((TileType)gather.Result.Type).Cols, gather.Col, steps));
                break;
            case LoadOp load:
                var (rows, cols) = Of(load.Window, steps);
                Set(load.Result, rows, cols);
                break;
            case TrimOp trim:
                DefineTrim(trim, steps);
                break;
            case FillOp or IndexOp:
                var (fullRows, fullCols) = Nominal(op.Result.Type);
                Set(op.Result, ExtentSet.Full(fullRows), ExtentSet.Full(fullCols));
                break;
            case MapOp { Function: Function.Select, Arguments: [{ Type: ScalarType } condition, var then, var otherwise] } choice:
                // one side or the other as a whole, with that side's extents
                Set(choice.Result,
                    Choose(condition, RowsOr(then, choice), RowsOr(otherwise, choice), steps),
                    Choose(condition, ColsOr(then, choice), ColsOr(otherwise, choice), steps));
                break;
            case MapOp map:
                DefineMap(map);
                break;
            case ReduceOp { Scope: ReduceScope.Row } reduce:
                Set(reduce.Result, Rows(reduce.Argument), ExtentSet.Full(Dim.One));
                break;
            case ReduceOp reduce:
                Set(reduce.Result, ExtentSet.Full(Dim.One), Cols(reduce.Argument));
                break;
            case MmaOp mma:
                var productRows = mma.TransposeA ? Cols(mma.A) : Rows(mma.A);
                var productCols = mma.TransposeB ? Rows(mma.B) : Cols(mma.B);
                Set(mma.Result,
                    mma.Accumulator is { } c ? productRows.And(Rows(c)) : productRows,
                    mma.Accumulator is { } d ? productCols.And(Cols(d)) : productCols);
                break;
            case TransposeOp transpose:
                Set(op.Result, Cols(transpose.Argument), Rows(transpose.Argument));
                break;
            case SubtileOp subtile:
                var type = (TileType)subtile.Result.Type;
                Set(op.Result,
                    Local(type.Rows, $"Extents.Within({Rows(subtile.Argument)}, s{subtile.Row.Id}, {type.Rows})", steps),
                    Local(type.Cols, $"Extents.Within({Cols(subtile.Argument)}, s{subtile.Col.Id}, {type.Cols})", steps));
                break;
        }
    }

    private void DefineTrim(TrimOp trim, List<Step> steps)
    {
        var (rows, cols) = (Rows(trim.Argument), Cols(trim.Argument));
        switch (trim.Result.Type)
        {
            case TileType tile:
                Set(trim.Result, rows.And(Real(trim.Rows, tile.Rows, trim.Row)), cols.And(Real(trim.Cols, tile.Cols, trim.Col)));
                break;
            case ColVecType vec:
                Set(trim.Result, rows.And(InRow(vec.Rows)), cols);
                break;
            case RowVecType vec:
                Set(trim.Result, rows, cols.And(InRow(vec.Cols)));
                break;
        }

        ExtentSet Real(Value dimension, Dim size, Value index) => Local(size, $"Extents.Real(s{dimension.Id}, {size}, s{index.Id})", steps);

        ExtentSet InRow(Dim size) => Local(size, $"Extents.RealInRow(s{trim.Rows.Id}, s{trim.Row.Id}, s{trim.Cols.Id}, {size}, s{trim.Col.Id})", steps);
    }

    /// <summary>The real extents of what a window touches.</summary>
    public (ExtentSet Rows, ExtentSet Cols) Of(Window window, List<Step> steps)
    {
        ExtentSet Real(Axis axis, Dim size, Value index) =>
            Local(size, $"Extents.Real({Matrix(window.Matrix, axis)}, {size}, s{index.Id})", steps);

        return window.Kind switch
        {
            WindowKind.Tile => (Real(Axis.Rows, window.Rows, window.Row), Real(Axis.Cols, window.Cols, window.Col)),
            WindowKind.RowVec => (ExtentSet.Full(Dim.One), RealInRow(window.Cols)),
            _ => (RealInRow(window.Rows), ExtentSet.Full(Dim.One)),
        };

        // a vector of a row that is not there has no elements
        ExtentSet RealInRow(Dim size) => Local(
            size,
            $"Extents.RealInRow({Matrix(window.Matrix, Axis.Rows)}, s{window.Row.Id}, {Matrix(window.Matrix, Axis.Cols)}, {size}, s{window.Col.Id})",
            steps);
    }

    /// <summary>The real columns of a matrix from a tile's column on.</summary>
    public ExtentSet Cols(Matrix matrix, Dim size, Value col, List<Step> steps) =>
        Local(size, $"Extents.Real({Matrix(matrix, Axis.Cols)}, {size}, s{col.Id})", steps);

    private void DefineMap(MapOp map)
    {
        var (rows, cols) = Nominal(map.Result.Type);
        var (resultRows, resultCols) = (ExtentSet.Full(rows), ExtentSet.Full(cols));
        foreach (var argument in map.Arguments)
        {
            resultRows = argument.Type is TileType or ColVecType ? resultRows.And(Rows(argument)) : resultRows;
            resultCols = argument.Type is TileType or RowVecType ? resultCols.And(Cols(argument)) : resultCols;
        }

        Set(map.Result, resultRows, resultCols);
    }

    private ExtentSet Choose(Value condition, ExtentSet then, ExtentSet otherwise, List<Step> steps) =>
        then.Equals(otherwise) ? then : Local(then.Nominal, $"s{condition.Id} ? {then} : {otherwise}", steps);

    private ExtentSet RowsOr(Value value, MapOp op) => value.Type is ScalarType ? ExtentSet.Full(Nominal(op.Result.Type).Rows) : Rows(value);

    private ExtentSet ColsOr(Value value, MapOp op) => value.Type is ScalarType ? ExtentSet.Full(Nominal(op.Result.Type).Cols) : Cols(value);

    private static (Dim Rows, Dim Cols) Nominal(IrType type) => type switch
    {
        TileType tile => (tile.Rows, tile.Cols),
        ColVecType vec => (vec.Rows, Dim.One),
        RowVecType vec => (Dim.One, vec.Cols),
        _ => (Dim.One, Dim.One),
    };

    private ExtentSet Local(Dim nominal, string expression, List<Step> steps)
    {
        if (!Scope.TryGetValue(expression, out var name))
        {
            name = $"e{locals++}";
            Scope[expression] = name;
            steps.Add(new ExtentStep(name, expression));
        }

        return ExtentSet.Full(nominal).With(name);
    }

    // dimensions that a Require makes equal are written as one, so that their extents are known to be equal
    private string Matrix(Matrix matrix, Axis axis)
    {
        if (matrix.Slice is { } slice)
        {
            return $"s{slice.Id}.{axis}";
        }

        var (batch, depth) = matrix is { Batch: { } b, Depth: { } d } ? ($"s{b.Id}", $"s{d.Id}") : ("0", "0");
        return $"Extents.Inside({Dimension(matrix.Tensor, Axis.Batch)}, {batch}, {Dimension(matrix.Tensor, Axis.Depth)}, {depth}, {Dimension(matrix.Tensor, axis)})";
    }

    private string Dimension(int tensor, Axis axis)
    {
        var representative = equal[(tensor, axis)];
        return $"{kernel.Tensors[representative.Tensor].Name}.{representative.Axis}";
    }
}
