namespace TileKit;

/// <summary>Where a tensor's elements are: the four dimensions, and the distance in elements between neighbours along the first three.</summary>
internal readonly record struct TensorLayout(
    int Batch, int Depth, int Rows, int Cols, long BatchStride, long DepthStride, long RowStride, long Offset)
{
    /// <summary>The layout of a tensor of rank 1 to 4 without gaps; missing leading dimensions are 1.</summary>
    public static TensorLayout Dense(ReadOnlySpan<int> shape)
    {
        Span<int> padded = [1, 1, 1, 1];
        shape.CopyTo(padded[^shape.Length..]);
        var (batch, depth, rows, cols) = (padded[0], padded[1], padded[2], padded[3]);
        return new(batch, depth, rows, cols, (long)depth * rows * cols, (long)rows * cols, cols, 0);
    }

    /// <summary>One matrix of the tensor, without rows and columns if it is out of range.</summary>
    public TensorLayout Matrix(int batch, int depth)
    {
        if (batch < 0 || batch >= Batch || depth < 0 || depth >= Depth)
        {
            return new(1, 1, 0, 0, 0, 0, 0, 0);
        }

        return this with { Batch = 1, Depth = 1, Offset = IndexOf(batch, depth, 0, 0) };
    }

    /// <summary>The rows start, start + step, … of the first matrix, as many of them as there are up to <paramref name="count"/>.</summary>
    public TensorLayout SliceRows(int start, int count, int step)
    {
        var exists = start >= 0 && start < Rows && step > 0;
        var there = exists ? (int)Math.Clamp(count, 0, ((long)Rows - start + step - 1) / step) : 0;
        return this with { Batch = 1, Depth = 1, Rows = there, RowStride = RowStride * step, Offset = exists ? IndexOf(0, 0, start, 0) : Offset };
    }

    /// <summary>The columns from start on of the first matrix, as many of them as there are up to <paramref name="count"/>.</summary>
    public TensorLayout SliceCols(int start, int count)
    {
        var exists = start >= 0 && start < Cols;
        return this with { Batch = 1, Depth = 1, Cols = exists ? Math.Clamp(count, 0, Cols - start) : 0, Offset = Offset + (exists ? start : 0) };
    }

    /// <summary>The index of an element among the tensor's.</summary>
    public long IndexOf(int batch, int depth, int row, int col)
        => Offset + (batch * BatchStride) + (depth * DepthStride) + (row * RowStride) + col;
}
