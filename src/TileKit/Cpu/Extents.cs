using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>The arithmetic of tiles over a dimension: elements past the edge do not exist.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Extents
{
    /// <summary>The number of tiles that cover a dimension.</summary>
    /// <param name="dimension">The dimension, zero or more.</param>
    /// <param name="size">The tile's nominal size, one or more.</param>
    /// <returns>The dimension divided by the size, rounded up.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(int dimension, int size) => (int)(((long)dimension + size - 1) / size);

    /// <summary>The real extent of one tile; a tile outside the dimension has none.</summary>
    /// <param name="dimension">The dimension, zero or more.</param>
    /// <param name="size">The tile's nominal size, one or more.</param>
    /// <param name="index">The tile's index; any value.</param>
    /// <returns>How many elements of the tile exist, from zero to <paramref name="size"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Real(int dimension, int size, int index) =>
        index < 0 ? 0 : (int)Math.Clamp(dimension - (long)index * size, 0, size);

    /// <summary>The real extent of a vector: a block of a row's columns, if there is such a row.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="row">The row; any value.</param>
    /// <param name="cols">The number of columns.</param>
    /// <param name="size">The vector's nominal size, one or more.</param>
    /// <param name="index">The block's index; any value.</param>
    /// <returns>How many elements of the vector exist.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int RealInRow(int rows, int row, int cols, int size, int index) =>
        (uint)row < (uint)rows ? Real(cols, size, index) : 0;

    /// <summary>A dimension of one matrix of a tensor: zero when there is no such matrix.</summary>
    /// <param name="batches">The number of batches.</param>
    /// <param name="batch">The batch; any value.</param>
    /// <param name="depths">The number of matrices in a batch.</param>
    /// <param name="depth">The matrix in the batch; any value.</param>
    /// <param name="dimension">The dimension.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Inside(int batches, int batch, int depths, int depth, int dimension) =>
        (uint)batch < (uint)batches && (uint)depth < (uint)depths ? dimension : 0;

    /// <summary>The real extent of a part of a tile.</summary>
    /// <param name="real">The tile's real extent.</param>
    /// <param name="start">Where the part starts; any value.</param>
    /// <param name="size">The part's nominal size.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Within(int real, int start, int size) => start < 0 ? 0 : (int)Math.Clamp((long)real - start, 0, size);

    /// <summary>A quotient of scalars; zero for a divisor of zero, since a kernel cannot stop halfway.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Divide(int a, int b) => b == 0 ? 0 : (int)((long)a / b);

    /// <summary>A remainder of scalars; zero for a divisor of zero.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Remainder(int a, int b) => b == 0 ? 0 : (int)((long)a % b);

    /// <summary>A quotient of scalars rounded up; zero for a divisor of zero.</summary>
    /// <param name="a">The dividend.</param>
    /// <param name="b">The divisor.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CeilDivide(int a, int b) => b == 0 ? 0 : (int)(((long)a + b - 1) / b);
}
