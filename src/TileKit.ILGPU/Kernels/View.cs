using System.ComponentModel;
using ILGPU;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>A tensor inside a kernel: its elements, dense and row after row, and its shape.</summary>
/// <typeparam name="T">The type of an element in memory; Half and BFloat16 are their bits, ushort.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct View<T>
    where T : unmanaged
{
    /// <summary>The elements.</summary>
    public ArrayView<T> Data;

    /// <summary>The dimensions.</summary>
    public int Batch, Depth, Rows, Cols;

    /// <summary>Whether there is such a matrix.</summary>
    /// <param name="batch">The batch; any value.</param>
    /// <param name="depth">The matrix in the batch; any value.</param>
    public bool Has(int batch, int depth) => (uint)batch < (uint)Batch & (uint)depth < (uint)Depth;

    /// <summary>One matrix, for cutting parts out of it; empty where there is none.</summary>
    /// <param name="batch">The batch; any value.</param>
    /// <param name="depth">The matrix in the batch; any value.</param>
    public Slice<T> Matrix(int batch, int depth)
    {
        var has = Has(batch, depth);
        return new()
        {
            Data = Data,
            Start = Utilities.Select(has, Offset(batch, depth, 0, 0), 0L),
            Rows = Utilities.Select(has, Rows, 0),
            Cols = Utilities.Select(has, Cols, 0),
            RowStride = Cols,
        };
    }

    /// <summary>Where an element lies in <see cref="Data"/>.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="depth">The matrix in the batch.</param>
    /// <param name="row">The row.</param>
    /// <param name="col">The column.</param>
    public long Offset(int batch, int depth, int row, int col) => (((((long)batch * Depth) + depth) * Rows + row) * Cols) + col;

    /// <summary>The elements from one on, or all of them where there is no such element and nothing will be read.</summary>
    /// <param name="offset">The element; any value.</param>
    public ArrayView<T> At(long offset) => Data.SubView(Utilities.Select((ulong)offset < (ulong)Data.Length, offset, 0L));
}
