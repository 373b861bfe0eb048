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
        };
    }

    /// <summary>The address of an element of the first matrix; out of range it may be computed but not read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="col">The column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Ptr<T> Element(nint row, nint col) => Data + ((row * RowStride) + col);

    /// <summary>An element of the first row of the first matrix; zero where there is none.</summary>
    /// <param name="col">The column; any value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T Scalar(int col) =>
        Batch > 0 && Depth > 0 && Rows > 0 && (uint)col < (uint)Cols ? Data[col] : default;

    /// <summary>The size of all elements, as floating point since formulas use it.</summary>
    public readonly double Bytes => (double)Batch * Depth * Rows * Cols * Unsafe.SizeOf<T>();

    /// <summary>Whether storing the whole tensor would only push other data out of the caches.</summary>
    /// <param name="profile">The device.</param>
    public readonly bool Streams(CpuProfile profile) => Bytes > profile.L3Bytes;
}
