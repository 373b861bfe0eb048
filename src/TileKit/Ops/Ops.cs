namespace TileKit;

/// <summary>
/// The vocabulary of tile programs: write <c>using static TileKit.Ops;</c>. Each op runs as it stands, one element after the other;
/// that is its meaning, and what the generated kernels must agree with.
/// </summary>
/// <remarks>
/// Elements past the edge of a matrix do not exist: an op computes where all its operands have an element, and never sees a padding
/// value. Operands of one op must agree in their nominal sizes.
/// </remarks>
public static partial class Ops
{
    /// <summary>log₂ e, which turns a power of e into a power of 2: <c>Exp(x)</c> is <c>Exp2(x * Log2E)</c>.</summary>
    public const float Log2E = 1.44269504f;

    /// <summary>logₑ 2, which turns a power of 2 into a power of e.</summary>
    public const float Ln2 = 0.693147181f;

    /// <summary>How many pieces of a size cover a length: the quotient, rounded up.</summary>
    /// <param name="length">The length, 0 or more.</param>
    /// <param name="size">The size of a piece, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative or <paramref name="size"/> is not positive.</exception>
    public static int CeilDiv(int length, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return (int)(((long)length + size - 1) / size);
    }
}
