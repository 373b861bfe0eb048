using System.ComponentModel;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>
/// The arithmetic of tiles over a dimension inside a kernel, with the meanings of <see cref="Cpu.Extents"/>. Quotients are those of
/// magnitudes: ILGPU takes a signed division by a power of two for a shift, which rounds the other way.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Extents
{
    /// <summary>The number of tiles that cover a dimension.</summary>
    /// <param name="dimension">The dimension, zero or more.</param>
    /// <param name="size">The tile's nominal size, one or more.</param>
    public static int Count(int dimension, int size) => (int)(((uint)dimension + (uint)size - 1u) / (uint)size);

    /// <summary>The real extent of one tile; a tile outside the dimension has none.</summary>
    /// <param name="dimension">The dimension, zero or more.</param>
    /// <param name="size">The tile's nominal size, one or more.</param>
    /// <param name="index">The tile's index; any value.</param>
    public static int Real(int dimension, int size, int index) =>
        Utilities.Select(index < 0, 0, Held(dimension - ((long)index * size), size));

    /// <summary>The real extent of a vector: a block of a row's columns, if there is such a row.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="row">The row; any value.</param>
    /// <param name="cols">The number of columns.</param>
    /// <param name="size">The vector's nominal size, one or more.</param>
    /// <param name="index">The block's index; any value.</param>
    public static int RealInRow(int rows, int row, int cols, int size, int index) =>
        Utilities.Select((uint)row < (uint)rows, Real(cols, size, index), 0);

    /// <summary>A dimension of one matrix of a tensor: zero when there is no such matrix.</summary>
    /// <param name="batches">The number of batches.</param>
    /// <param name="batch">The batch; any value.</param>
    /// <param name="depths">The number of matrices in a batch.</param>
    /// <param name="depth">The matrix in the batch; any value.</param>
    /// <param name="dimension">The dimension.</param>
    public static int Inside(int batches, int batch, int depths, int depth, int dimension) =>
        Utilities.Select((uint)batch < (uint)batches & (uint)depth < (uint)depths, dimension, 0);

    /// <summary>The real extent of a part of a tile.</summary>
    /// <param name="real">The tile's real extent.</param>
    /// <param name="start">Where the part starts; any value.</param>
    /// <param name="size">The part's nominal size.</param>
    public static int Within(int real, int start, int size) => Utilities.Select(start < 0, 0, Held((long)real - start, size));

    /// <summary>The lesser of two extents.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    public static int Min(int a, int b) => Math.Min(a, b);

    /// <summary>A quotient of scalars; zero for a divisor of zero.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    public static int Divide(int a, int b)
    {
        var quotient = (int)(Magnitude(a) / Utilities.Select(b == 0, 1u, Magnitude(b)));
        return Utilities.Select(b == 0, 0, Utilities.Select((a ^ b) < 0, -quotient, quotient));
    }

    /// <summary>A remainder of scalars; zero for a divisor of zero.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    public static int Remainder(int a, int b)
    {
        var divisor = Utilities.Select(b == 0, 1u, Magnitude(b));
        var remainder = (int)(Magnitude(a) % divisor);
        return Utilities.Select(b == 0, 0, Utilities.Select(a < 0, -remainder, remainder));
    }

    /// <summary>A quotient of scalars rounded up; zero for a divisor of zero.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    public static int CeilDivide(int a, int b)
    {
        var sum = (long)a + b - 1;
        var quotient = (long)((ulong)Utilities.Select(sum < 0, -sum, sum) / Utilities.Select(b == 0, 1u, Magnitude(b)));
        return Utilities.Select(b == 0, 0, (int)Utilities.Select((sum < 0) != (b < 0), -quotient, quotient));
    }

    private static int Held(long value, int size) => (int)Utilities.Select(value < 0, 0, Utilities.Select(value > size, size, value));

    private static uint Magnitude(int value) => Utilities.Select(value < 0, 0u - (uint)value, (uint)value);
}
