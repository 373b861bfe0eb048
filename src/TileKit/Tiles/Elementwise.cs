namespace TileKit;

/// <summary>
/// The core of every elementwise op: the result is as large as its operands agree on, and as real as all of them are.
/// </summary>
internal static class Elementwise
{
    public static Tile<TResult> Tile<T, TResult>(Operand<T> a, Func<T, TResult> op)
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(a.Extent, (row, col) => op(a[row, col])));

    public static Tile<TResult> Tile<T, TResult>(Operand<T> a, Operand<T> b, Func<T, T, TResult> op)
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(a.Extent.Intersect(b.Extent), (row, col) => op(a[row, col], b[row, col])));

    public static Tile<TResult> Tile<TFirst, T, TResult>(Operand<TFirst> a, Operand<T> b, Operand<T> c, Func<TFirst, T, T, TResult> op)
        where TFirst : unmanaged
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(
            a.Extent.Intersect(b.Extent).Intersect(c.Extent),
            (row, col) => op(a[row, col], b[row, col], c[row, col])));

    public static ColVec<TResult> ColVec<T, TResult>(Operand<T> a, Func<T, TResult> op)
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(OneCol(a.Extent), (row, col) => op(a[row, col])));

    public static ColVec<TResult> ColVec<T, TResult>(Operand<T> a, Operand<T> b, Func<T, T, TResult> op)
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(OneCol(a.Extent.Intersect(b.Extent)), (row, col) => op(a[row, col], b[row, col])));

    public static ColVec<TResult> ColVec<TFirst, T, TResult>(Operand<TFirst> a, Operand<T> b, Operand<T> c, Func<TFirst, T, T, TResult> op)
        where TFirst : unmanaged
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(
            OneCol(a.Extent.Intersect(b.Extent).Intersect(c.Extent)),
            (row, col) => op(a[row, col], b[row, col], c[row, col])));

    public static RowVec<TResult> RowVec<T, TResult>(Operand<T> a, Func<T, TResult> op)
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(OneRow(a.Extent), (row, col) => op(a[row, col])));

    public static RowVec<TResult> RowVec<T, TResult>(Operand<T> a, Operand<T> b, Func<T, T, TResult> op)
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(OneRow(a.Extent.Intersect(b.Extent)), (row, col) => op(a[row, col], b[row, col])));

    public static RowVec<TResult> RowVec<TFirst, T, TResult>(Operand<TFirst> a, Operand<T> b, Operand<T> c, Func<TFirst, T, T, TResult> op)
        where TFirst : unmanaged
        where T : unmanaged
        where TResult : unmanaged
        => new(Block<TResult>.Build(
            OneRow(a.Extent.Intersect(b.Extent).Intersect(c.Extent)),
            (row, col) => op(a[row, col], b[row, col], c[row, col])));

    private static Extent OneCol(Extent extent) => extent with { Cols = 1, RealCols = 1 };

    private static Extent OneRow(Extent extent) => extent with { Rows = 1, RealRows = 1 };
}
