using System.Diagnostics;

namespace TileKit;

/// <summary>
/// A matrix of <typeparamref name="T"/>, small enough to compute on in one go. It never changes: every op makes a new one.
/// </summary>
/// <remarks>
/// A tile is meant to have <see cref="Rows"/> × <see cref="Cols"/> elements, of which <see cref="RealRows"/> × <see cref="RealCols"/>
/// exist; the others are past the edge of the matrix the tile was loaded from. An elementwise op has an element where all its operands
/// have one. Operands must agree in their nominal sizes, or the op throws <see cref="ArgumentException"/>.
/// </remarks>
/// <typeparam name="T">
/// <see cref="float"/> and <see cref="int"/> have arithmetic; <see cref="Half"/>, <see cref="BFloat16"/> and <see cref="sbyte"/> are
/// for storage (load, store, cast, transpose, sub-tile, <c>Where</c>, Mma); <see cref="bool"/> makes a mask.
/// </typeparam>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(TileDebugView<>))]
public sealed partial class Tile<T> : Tile
    where T : unmanaged
{
    internal Tile(Block<T> block) => Block = block;

    /// <inheritdoc/>
    public override int Rows => Block.Extent.Rows;

    /// <inheritdoc/>
    public override int Cols => Block.Extent.Cols;

    /// <inheritdoc/>
    public override int RealRows => Block.Extent.RealRows;

    /// <inheritdoc/>
    public override int RealCols => Block.Extent.RealCols;

    internal Block<T> Block { get; }

    /// <summary>A real element, for display and tests; a program works on whole tiles.</summary>
    internal T this[int row, int col] => Block[row, col];

    /// <summary>The type, the sizes and the first elements.</summary>
    public override string ToString()
        => $"Tile<{ElementType<T>.Name}> {RealRows}×{RealCols} of {Rows}×{Cols}: {Block}";

    internal override Tile<TTo> CastTo<TTo>() => Elementwise.Tile<T, TTo>(this, ElementConvert.Cast<T, TTo>);
}
