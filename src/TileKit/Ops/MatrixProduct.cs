namespace TileKit;

/// <summary>The core of every Mma: an M×K tile times a K×N tile, added to an accumulator if there is one.</summary>
internal static class MatrixProduct
{
    public static Tile<float> Of<T>(Tile<T> a, Tile<T> b, Tile<float>? acc)
        where T : unmanaged
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(Half) && typeof(T) != typeof(BFloat16))
        {
            throw new NotSupportedException($"An Mma into float takes float, Half or BFloat16, not {ElementType<T>.Name}.");
        }

        var extent = ResultExtent(a, b, acc);
        var left = Ops.Cast<float>(a).Block;
        var right = Ops.Cast<float>(b).Block.Transpose();
        return new(Block<float>.Build(extent, (row, col) => Dot(acc is null ? 0 : acc[row, col], left.Row(row), right.Row(col))));
    }

    public static Tile<int> OfIntegers(Tile<sbyte> a, Tile<sbyte> b, Tile<int>? acc)
    {
        var extent = ResultExtent(a, b, acc);
        var left = a.Block;
        var right = b.Block.Transpose();
        return new(Block<int>.Build(extent, (row, col) => Dot(acc is null ? 0 : acc[row, col], left.Row(row), right.Row(col))));
    }

    /// <summary>Adds the products of what both have, in double, and rounds once.</summary>
    private static float Dot(float start, ReadOnlySpan<float> row, ReadOnlySpan<float> col)
    {
        var sum = (double)start;
        for (var k = 0; k < Math.Min(row.Length, col.Length); k++)
        {
            sum += (double)row[k] * col[k];
        }

        return (float)sum;
    }

    /// <summary>Adds the products of what both have; the sum wraps around.</summary>
    private static int Dot(int start, ReadOnlySpan<sbyte> row, ReadOnlySpan<sbyte> col)
    {
        var sum = start;
        for (var k = 0; k < Math.Min(row.Length, col.Length); k++)
        {
            sum = unchecked(sum + (row[k] * col[k]));
        }

        return sum;
    }

    private static Extent ResultExtent(Tile a, Tile b, Tile? acc)
    {
        if (a.Cols != b.Rows)
        {
            throw new ArgumentException(
                $"A matrix product of {a.Rows}×{a.Cols} and {b.Rows}×{b.Cols}: the inner sizes {a.Cols} and {b.Rows} differ.", nameof(b));
        }

        if (acc is not null && (acc.Rows != a.Rows || acc.Cols != b.Cols))
        {
            throw new ArgumentException(
                $"The matrix product is {a.Rows}×{b.Cols}, but the accumulator is {acc.Rows}×{acc.Cols}.", nameof(acc));
        }

        return new(
            a.Rows, b.Cols,
            Math.Min(a.RealRows, acc?.RealRows ?? Extent.Any), Math.Min(b.RealCols, acc?.RealCols ?? Extent.Any));
    }
}
