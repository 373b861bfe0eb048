namespace TileKit.Generators.IR;

/// <summary>A value: defined once, by one op or as an argument of a region.</summary>
internal sealed record Value(int Id, IrType Type)
{
    public override string ToString() => $"%{Id}";
}

/// <summary>An operation. <see cref="Site"/> numbers the place in the user's source that it comes from (see <see cref="SourceSite"/>).</summary>
internal abstract record Op(int Site);

/// <summary>An operation with one result.</summary>
internal abstract record ValueOp(int Site, Value Result) : Op(Site);

/// <summary>An int, float or bool constant. A float keeps its bits in <see cref="Bits"/>, so that NaN and −0 compare by value.</summary>
internal sealed record ConstantOp(int Site, Value Result, int Bits) : ValueOp(Site, Result);

/// <summary>A scalar parameter of the program.</summary>
internal sealed record ScalarParameterOp(int Site, Value Result, string Name) : ValueOp(Site, Result);

/// <summary>A tunable, an extent or an expression of them, as a scalar int.</summary>
internal sealed record DimOp(int Site, Value Result, Dim Dim) : ValueOp(Site, Result);

/// <summary>An extent of a tensor as launched, <c>x.Rows</c>, or of one matrix of it, <c>x[b, d].Rows</c>: zero where there is no such matrix.</summary>
internal sealed record DimensionOp(int Site, Value Result, Matrix Matrix, Axis Axis) : ValueOp(Site, Result);

/// <summary>An elementwise function of scalars, vectors and tiles; the arguments broadcast to the result's kind.</summary>
internal sealed record MapOp(int Site, Value Result, Function Function, EquatableArray<Value> Arguments) : ValueOp(Site, Result);

/// <summary>A tile or vector with every element equal to a scalar: Zeros, Ones, Full, NegInfty, PosInfty.</summary>
internal sealed record FillOp(int Site, Value Result, Value Scalar) : ValueOp(Site, Result);

/// <summary>An int tile that holds each element's row (<see cref="TileAxis.Row"/>) or column number within the tile.</summary>
internal sealed record IndexOp(int Site, Value Result, TileAxis Axis) : ValueOp(Site, Result);

/// <summary>Replaces part of a tile; the pass LowerMasks turns it into index, comparison and select.</summary>
internal sealed record MaskOp(int Site, Value Result, MaskKind Kind, Value Tile, EquatableArray<Value> Arguments, Value Fill) : ValueOp(Site, Result);

/// <summary>A reduction: along each row (→ ColVec), each column (→ RowVec), or of everything (→ scalar).</summary>
internal sealed record ReduceOp(int Site, Value Result, Reduction Reduction, ReduceScope Scope, Value Argument) : ValueOp(Site, Result);

/// <summary>Matrix product, added to <see cref="Accumulator"/> when there is one.</summary>
internal sealed record MmaOp(int Site, Value Result, bool TransposeA, bool TransposeB, Value A, Value B, Value? Accumulator) : ValueOp(Site, Result);

internal sealed record TransposeOp(int Site, Value Result, Value Argument) : ValueOp(Site, Result);

/// <summary>The part of a tile that starts at (<see cref="Row"/>, <see cref="Col"/>), elements not tiles; the result's type has its size.</summary>
internal sealed record SubtileOp(int Site, Value Result, Value Argument, Value Row, Value Col) : ValueOp(Site, Result);

internal sealed record LoadOp(int Site, Value Result, Window Window) : ValueOp(Site, Result);

/// <summary>One element of a tensor as a scalar: <c>view[i]</c>, <c>view.At(r, c)</c>; zero past the edge. Without <see cref="Row"/> of row 0.</summary>
internal sealed record LoadScalarOp(int Site, Value Result, Matrix Matrix, Value? Row, Value Col) : ValueOp(Site, Result);

/// <summary>
/// Rows or columns of a matrix as a matrix with edges of its own. <see cref="Group"/> is set where they are those of a group of an
/// offsets tensor, as in <c>SliceRows(offsets, g)</c>.
/// </summary>
internal sealed record SliceOp(int Site, Value Result, Matrix Source, Axis Axis, Value Start, Value Count, Value? Step, Group? Group) : ValueOp(Site, Result);

/// <summary>A tile of rows by their numbers, a ColVec of int; the result's type has its size.</summary>
internal sealed record GatherOp(int Site, Value Result, Matrix Matrix, Value Rows, Value Col) : ValueOp(Site, Result);

/// <summary>
/// What a tile or vector that was to be stored and loaded again has left: the elements that the tensor would have had a place for. The dims
/// are the tensor's, <see cref="Row"/> and <see cref="Col"/> the place among its tiles or vectors.
/// </summary>
internal sealed record TrimOp(int Site, Value Result, Value Argument, Value Rows, Value Cols, Value Row, Value Col) : ValueOp(Site, Result);

/// <summary>What changes memory.</summary>
internal abstract record WriteOp(int Site, Value Stored) : Op(Site)
{
    /// <summary>The tensor that it changes.</summary>
    public abstract int Tensor { get; }
}

internal sealed record StoreOp(int Site, Window Window, Value Stored) : WriteOp(Site, Stored)
{
    public override int Tensor => Window.Matrix.Tensor;
}

/// <summary>Adds a tile to memory, each element as one step.</summary>
internal sealed record AtomicAddOp(int Site, Window Window, Value Stored) : WriteOp(Site, Stored)
{
    public override int Tensor => Window.Matrix.Tensor;
}

/// <summary>
/// Adds rows of a tile to rows of a matrix by their numbers, from column <see cref="Col"/> · columns of the tile on; or, without
/// <see cref="Col"/>, elements of a ColVec to elements of row 0.
/// </summary>
internal sealed record ScatterAddOp(int Site, Matrix Matrix, Value Numbers, Value? Col, Value Stored) : WriteOp(Site, Stored)
{
    public override int Tensor => Matrix.Tensor;
}

/// <summary>Gives a temporary tensor its four dimensions.</summary>
internal sealed record TempOp(int Site, int Tensor, EquatableArray<Value> Shape) : Op(Site);

/// <summary>
/// The first op of a ragged grid's body: the group and the tile in it that instance <see cref="Index"/> stands for. An instance past the
/// last tile ends here.
/// </summary>
internal sealed record GroupsOp(int Site, Value Group, Value Tile, Matrix Offsets, Value Length, Value Size, Value Index) : Op(Site);

/// <summary>
/// <c>for (i = Start; i &lt; End; i += Step)</c>. Carried values: <see cref="Inits"/> enter the first iteration as
/// <see cref="Carried"/>, the body's yields enter the next, and what leaves the last are <see cref="Results"/>.
/// </summary>
internal sealed record ForOp(
    int Site,
    Value Index,
    Value Start,
    Value End,
    Value Step,
    EquatableArray<Value> Inits,
    EquatableArray<Value> Carried,
    EquatableArray<Value> Results,
    Region Body) : Op(Site);

/// <summary>A branch on a scalar; the yields of the region taken are <see cref="Results"/>.</summary>
internal sealed record IfOp(int Site, Value Condition, Region Then, Region Else, EquatableArray<Value> Results) : Op(Site);

/// <summary>One program instance per index tuple; the last index is the fastest in the eager run.</summary>
internal sealed record GridOp(int Site, EquatableArray<Value> Indices, EquatableArray<Value> Counts, Region Body) : Op(Site);

/// <summary>A condition on the launch, with the text the user wrote.</summary>
internal sealed record RequireOp(int Site, Value Condition, string Text) : Op(Site);

/// <summary>Ops in order, and the values that leave.</summary>
internal sealed record Region(EquatableArray<Op> Ops, EquatableArray<Value> Yields);

/// <summary>One matrix of a tensor; without <see cref="Batch"/> and <see cref="Depth"/> the first. Or <see cref="Slice"/>, a part of one.</summary>
internal sealed record Matrix(int Tensor, Value? Batch, Value? Depth, Value? Slice = null);

/// <summary>A group of rows or columns: number <see cref="Index"/> among those that <see cref="Offsets"/> divides.</summary>
internal sealed record Group(Matrix Offsets, Value Index);

/// <summary>
/// What a load or store touches. A tile: rows [Row·Rows, +Rows) and columns [Col·Cols, +Cols) of the matrix. A vector: row number
/// <see cref="Row"/>, columns [Col·n, +n), where n is <see cref="Cols"/> of a RowVec and <see cref="Rows"/> of a ColVec (the other is one).
/// </summary>
internal sealed record Window(Matrix Matrix, WindowKind Kind, Dim Rows, Dim Cols, Value Row, Value Col);

internal enum WindowKind
{
    Tile,
    RowVec,
    ColVec,
}

/// <summary>The dimensions of a tensor, in memory order.</summary>
internal enum Axis
{
    Batch,
    Depth,
    Rows,
    Cols,
}

internal enum TileAxis
{
    Row,
    Col,
}

internal enum Reduction
{
    Sum,
    Prod,
    Max,
    Min,
}

internal enum ReduceScope
{
    /// <summary>Each row to one value: a ColVec.</summary>
    Row,

    /// <summary>Each column to one value: a RowVec.</summary>
    Col,

    /// <summary>Everything to a scalar (of a tile or of a vector).</summary>
    All,
}

internal enum MaskKind
{
    /// <summary>Arguments: rowStart, colStart. Keeps colStart + c ≤ rowStart + r.</summary>
    Causal,

    /// <summary>Argument: diagonal. Keeps c − r ≤ diagonal.</summary>
    Tril,

    /// <summary>Argument: diagonal. Keeps c − r ≥ diagonal.</summary>
    Triu,

    /// <summary>Argument: col. Keeps c &lt; col.</summary>
    RightFill,

    /// <summary>Argument: col. Keeps c ≥ col.</summary>
    LeftFill,

    /// <summary>Argument: row. Keeps r ≥ row.</summary>
    UpperFill,

    /// <summary>Argument: row. Keeps r &lt; row.</summary>
    LowerFill,
}
