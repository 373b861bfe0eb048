namespace TileKit;

/// <summary>The core of the reductions along rows and columns: one call of a fold for each real row or column.</summary>
internal static class Reduce
{
    public delegate T Fold<T>(ReadOnlySpan<T> realElements);

    public static ColVec<T> Rows<T>(Tile<T> x, Fold<T> fold)
        where T : unmanaged
        => new(Block<T>.Build(x.Block.Extent with { Cols = 1, RealCols = 1 }, (row, _) => fold(x.Block.Row(row))));

    public static RowVec<T> Cols<T>(Tile<T> x, Fold<T> fold)
        where T : unmanaged
        => new(Block<T>.Build(x.Block.Extent with { Rows = 1, RealRows = 1 }, (_, col) => fold(x.Block.Col(col))));
}
