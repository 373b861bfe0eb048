using System.ComponentModel;
using ILGPU;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>A part of a matrix inside a kernel.</summary>
/// <typeparam name="T">The type of an element in memory.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Slice<T>
    where T : unmanaged
{
    /// <summary>All elements of the tensor.</summary>
    public ArrayView<T> Data;

    /// <summary>Where the first element lies in <see cref="Data"/>.</summary>
    public long Start;

    /// <summary>The dimensions, and the elements from one row to the next.</summary>
    public int Rows, Cols, RowStride;

    /// <summary>Whether each row begins at a multiple of four elements.</summary>
    public bool IsAligned => ((Start | (long)RowStride) & 3) == 0;

    /// <summary>Whether each row begins at a multiple of eight elements.</summary>
    public bool IsAlignedToEight => ((Start | (long)RowStride) & 7) == 0;

    /// <summary>The rows start, start + step, …: those of them that there are.</summary>
    /// <param name="start">The first row; any value.</param>
    /// <param name="count">The number of rows at most; any value.</param>
    /// <param name="step">The distance of the rows; none exists unless it is positive.</param>
    public Slice<T> SliceRows(int start, int count, int step)
    {
        var exists = (uint)start < (uint)Rows & step > 0;
        var there = Extents.CeilDivide(Rows - start, Utilities.Select(step > 0, step, 1));
        return new()
        {
            Data = Data,
            Start = Start + Utilities.Select(exists, (long)start * RowStride, 0L),
            Rows = Utilities.Select(exists, Math.Max(0, Math.Min(count, there)), 0),
            Cols = Cols,
            RowStride = RowStride * step,
        };
    }

    /// <summary>The columns from start on: those of them that there are.</summary>
    /// <param name="start">The first column; any value.</param>
    /// <param name="count">The number of columns at most; any value.</param>
    public Slice<T> SliceCols(int start, int count)
    {
        var exists = (uint)start < (uint)Cols;
        return new()
        {
            Data = Data,
            Start = Start + Utilities.Select(exists, start, 0),
            Rows = Rows,
            Cols = Utilities.Select(exists, Math.Max(0, Math.Min(count, Cols - start)), 0),
            RowStride = RowStride,
        };
    }

    /// <summary>Where an element lies in <see cref="Data"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="col">The column.</param>
    public long Offset(int row, int col) => Start + ((long)row * RowStride) + col;

    /// <summary>The elements from one on, or all of them where there is no such element and nothing will be read.</summary>
    /// <param name="offset">The element; any value.</param>
    public ArrayView<T> At(long offset) => Data.SubView(Utilities.Select((ulong)offset < (ulong)Data.Length, offset, 0L));
}
