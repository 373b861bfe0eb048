namespace TileKit;

/// <summary>
/// The size of a block: how many rows and columns it is meant to have, and how many of them are real. An operand that stretches along
/// a direction has <see cref="Any"/> there.
/// </summary>
internal readonly record struct Extent(int Rows, int Cols, int RealRows, int RealCols)
{
    /// <summary>The count of a direction along which an operand takes the other's.</summary>
    public const int Any = int.MaxValue;

    /// <summary>The extent of a scalar, which stretches both ways.</summary>
    public static Extent Scalar => new(Any, Any, Any, Any);

    /// <summary>An extent all of which is real; throws on a negative count.</summary>
    public static Extent Whole(int rows, int cols)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(cols);
        return new(rows, cols, rows, cols);
    }

    /// <summary>What two operands have in common; throws when their nominal sizes differ.</summary>
    public Extent Intersect(Extent other)
    {
        if (!Fits(Rows, other.Rows) || !Fits(Cols, other.Cols))
        {
            throw new ArgumentException($"Shapes {this} and {other} do not fit together.", paramName: null);
        }

        return new(
            Math.Min(Rows, other.Rows), Math.Min(Cols, other.Cols),
            Math.Min(RealRows, other.RealRows), Math.Min(RealCols, other.RealCols));
    }

    /// <summary>How many of <paramref name="size"/> elements from <paramref name="start"/> exist where there are <paramref name="count"/>.</summary>
    public static int Overlap(long start, int size, int count) => start < 0 ? 0 : (int)Math.Clamp(count - start, 0, size);

    /// <summary>The nominal size, as messages show it.</summary>
    public override string ToString() => $"[{Text(Rows)}, {Text(Cols)}]";

    private static bool Fits(int count, int other) => count == other || count == Any || other == Any;

    private static string Text(int count) => count == Any ? "any" : $"{count}";
}
