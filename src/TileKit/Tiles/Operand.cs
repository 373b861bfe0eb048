namespace TileKit;

/// <summary>
/// What an elementwise op sees of an argument: an element for each row and column of the result. A ColVec answers every column alike,
/// a RowVec every row, a scalar everything.
/// </summary>
internal readonly struct Operand<T>
    where T : unmanaged
{
    private readonly Block<T>? _block;
    private readonly T _scalar;

    private Operand(Extent extent, Block<T>? block, T scalar)
    {
        Extent = extent;
        _block = block;
        _scalar = scalar;
    }

    /// <summary>The size the operand asks for, <see cref="Extent.Any"/> where it stretches.</summary>
    public Extent Extent { get; }

    public T this[int row, int col] => _block is null
        ? _scalar
        : _block[Extent.Rows == Extent.Any ? 0 : row, Extent.Cols == Extent.Any ? 0 : col];

    public static implicit operator Operand<T>(Tile<T> tile) => new(tile.Block.Extent, tile.Block, default);

    public static implicit operator Operand<T>(ColVec<T> vec)
        => new(vec.Block.Extent with { Cols = Extent.Any, RealCols = Extent.Any }, vec.Block, default);

    public static implicit operator Operand<T>(RowVec<T> vec)
        => new(vec.Block.Extent with { Rows = Extent.Any, RealRows = Extent.Any }, vec.Block, default);

    public static implicit operator Operand<T>(T scalar) => new(Extent.Scalar, null, scalar);
}
