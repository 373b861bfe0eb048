using System.Diagnostics;

namespace TileKit;

/// <summary>
/// A vector with one value for each row of a tile. It never changes: every op makes a new one.
/// </summary>
/// <remarks>
/// Beside a tile it acts on every column alike. An elementwise op has an element where all its operands have one; operands must agree in
/// their nominal sizes, or the op throws <see cref="ArgumentException"/>. It does not mix with a <see cref="RowVec{T}"/>.
/// </remarks>
/// <typeparam name="T">
/// <see cref="float"/> and <see cref="int"/> have arithmetic; <see cref="Half"/>, <see cref="BFloat16"/> and <see cref="sbyte"/> are
/// for storage; <see cref="bool"/> makes a mask.
/// </typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class ColVec<T> : ColVec
    where T : unmanaged
{
    internal ColVec(Block<T> block) => Block = block;

    /// <inheritdoc/>
    public override int Length => Block.Extent.Rows;

    /// <inheritdoc/>
    public override int RealLength => Block.Extent.RealRows;

    internal Block<T> Block { get; }

    /// <summary>A real element, for display and tests; a program works on whole vectors.</summary>
    internal T this[int index] => Block[index, 0];

    /// <summary>The type, the sizes and the first elements.</summary>
    public override string ToString() => $"ColVec<{ElementType<T>.Name}> {RealLength} of {Length}: {Block}";

    internal override ColVec<TTo> CastTo<TTo>() => Elementwise.ColVec<T, TTo>(this, ElementConvert.Cast<T, TTo>);
}
