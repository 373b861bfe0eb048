using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <summary>A tensor as a CPU kernel sees it: an address, four extents and the strides between rows, matrices and batches.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CpuView<T>
    where T : unmanaged
{
    /// <summary>Element 0.</summary>
    public Ptr<T> Data;

    /// <summary>The number of batches.</summary>
    public int Batch;

    /// <summary>The number of matrices in a batch.</summary>
    public int Depth;

    /// <summary>The number of rows of a matrix.</summary>
    public int Rows;

    /// <summary>The number of columns of a matrix.</summary>
    public int Cols;

    /// <summary>How many of the four extents, from the last one, the tensor has.</summary>
    public int Rank;

    /// <summary>The elements from one batch to the next.</summary>
    public nint BatchStride;

    /// <summary>The elements from one matrix to the next.</summary>
    public nint DepthStride;

    /// <summary>The elements from one row to the next; columns are contiguous.</summary>
    public nint RowStride;

    /// <summary>Elements from panel to panel of a tensor packed for products, and 0 for any other; see <see cref="Panel"/>.</summary>
    public nint PanelStride;

    /// <summary>One matrix of the tensor.</summary>
    /// <param name="batch">The batch; any value.</param>
    /// <param name="depth">The matrix in the batch; any value.</param>
    /// <returns>The matrix; one with no rows and no columns where there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly CpuView<T> At(int batch, int depth)
    {
        var exists = (uint)batch < (uint)Batch && (uint)depth < (uint)Depth;
        return new CpuView<T>
        {
            Data = exists ? Data + (batch * BatchStride + depth * DepthStride) : Data,
            Batch = 1,
            Depth = 1,
            Rank = 2,
            Rows = exists ? Rows : 0,
            Cols = exists ? Cols : 0,
            BatchStride = BatchStride,
            DepthStride = DepthStride,
            RowStride = RowStride,
            PanelStride = PanelStride,
        };
    }

    /// <summary>The address of an element of the first matrix; out of range it may be computed but not read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="col">The column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Ptr<T> Element(nint row, nint col) => Data + ((row * RowStride) + col);

    /// <summary>Whether the tensor is packed for products.</summary>
    public readonly bool IsPacked
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => PanelStride != 0;
    }

    /// <summary>The address of step <paramref name="k"/> of the contraction in a packed tensor's panel that begins with a lane.</summary>
    /// <param name="k">The step.</param>
    /// <param name="lane">The lane, the first of a panel.</param>
    /// <param name="bundle">The lanes of a panel.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Ptr<T> Panel(nint k, nint lane, int bundle) => Data + ((lane / bundle * PanelStride) + (k * bundle));

    /// <summary>An element of the first matrix; zero where there is none.</summary>
    /// <param name="row">The row; any value.</param>
    /// <param name="col">The column; any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Scalar(int row, int col) =>
        Batch > 0 && Depth > 0 && (uint)row < (uint)Rows && (uint)col < (uint)Cols ? Data[(row * RowStride) + col] : default;

    /// <summary>Rows of the first matrix as a matrix of its own.</summary>
    /// <param name="start">The first row; any value, and none exists where it lies outside.</param>
    /// <param name="count">The number of rows at most; any value.</param>
    /// <param name="step">The distance of the rows; none exists unless it is positive.</param>
    public readonly CpuView<T> SliceRows(int start, int count, int step = 1)
    {
        var exists = Batch > 0 && Depth > 0 && (uint)start < (uint)Rows && step > 0;
        var view = this;
        (view.Batch, view.Depth, view.Rank) = (1, 1, 2);
        view.Data = exists ? Data + (start * RowStride) : Data;
        view.Rows = exists ? (int)Math.Clamp(count, 0, ((long)Rows - start + step - 1) / step) : 0;
        view.RowStride = RowStride * step;
        return view;
    }

    /// <summary>Columns of the first matrix as a matrix of its own.</summary>
    /// <param name="start">The first column; any value, and none exists where it lies outside.</param>
    /// <param name="count">The number of columns at most; any value.</param>
    public readonly CpuView<T> SliceCols(int start, int count)
    {
        var exists = Batch > 0 && Depth > 0 && (uint)start < (uint)Cols;
        var view = this;
        (view.Batch, view.Depth, view.Rank) = (1, 1, 2);
        view.Data = exists ? Data + start : Data;
        view.Rows = Batch > 0 && Depth > 0 ? Rows : 0;
        view.Cols = exists ? Math.Clamp(count, 0, Cols - start) : 0;
        return view;
    }

    /// <summary>This view with the extents of a tensor without gaps.</summary>
    /// <param name="batch">The number of batches; less than 0 counts as 0, here and below.</param>
    /// <param name="depth">The number of matrices in a batch.</param>
    /// <param name="rows">The number of rows of a matrix.</param>
    /// <param name="cols">The number of columns of a matrix.</param>
    public readonly CpuView<T> Shaped(int batch, int depth, int rows, int cols)
    {
        var view = this;
        (view.Batch, view.Depth, view.Rows, view.Cols, view.Rank) = (Math.Max(batch, 0), Math.Max(depth, 0), Math.Max(rows, 0), Math.Max(cols, 0), 4);
        view.RowStride = view.Cols;
        view.DepthStride = view.RowStride * view.Rows;
        view.BatchStride = view.DepthStride * view.Depth;
        return view;
    }

    /// <summary>This view with its elements where there is room for them.</summary>
    /// <param name="memory">The start of the room, aligned to 64 bytes; null counts only.</param>
    /// <param name="used">The bytes of it that are taken; what this view takes is added.</param>
    public readonly CpuView<T> Placed(Ptr<byte> memory, ref long used)
    {
        const int line = 64;
        var view = this;
        view.Data = (memory + (nint)used).Cast<T>();
        used += ((long)Bytes + line - 1) / line * line;
        return view;
    }

    /// <summary>The address of element 0, as a number: for a view of other memory its place there.</summary>
    public readonly unsafe long Place => (long)Data.Address;

    /// <summary>The size of all elements, as floating point since formulas use it.</summary>
    public readonly double Bytes => (double)Batch * Depth * Rows * Cols * Unsafe.SizeOf<T>();

    /// <summary>Whether storing the whole tensor would only push other data out of the caches: it shares the last one with what the kernel reads.</summary>
    /// <param name="profile">The device.</param>
    public readonly bool Streams(CpuProfile profile) => Bytes > profile.L3Bytes / 2;
}
