using System.ComponentModel;
using System.Numerics.Tensors;

namespace TileKit.Cpu;

/// <summary>Makes views of tensors for generated launchers, which have checked them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class CpuView
{
    /// <summary>The view of a tensor on a CPU device. The caller keeps the tensor alive while a kernel runs.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ObjectDisposedException">The tensor is disposed.</exception>
    public static CpuView<T> Of<T>(DeviceTensor<T> tensor)
        where T : unmanaged
    {
        var layout = tensor.Layout;
        var panels = tensor.Panels;
        return new CpuView<T>
        {
            Data = new Ptr<T>(tensor.Pointer) + (nint)layout.Offset,
            Batch = layout.Batch,
            Depth = layout.Depth,
            Rows = layout.Rows,
            Cols = layout.Cols,
            Rank = tensor.Rank,
            BatchStride = (nint)(tensor.IsPacked ? panels.MatrixStride * layout.Depth : layout.BatchStride),
            DepthStride = (nint)(tensor.IsPacked ? panels.MatrixStride : layout.DepthStride),
            RowStride = (nint)layout.RowStride,
            PanelStride = (nint)panels.PanelStride,
        };
    }

    /// <summary>The view of a tensor span of rank 1 to 4 whose memory is pinned.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="span">The span; its last dimension is contiguous and every length fits an int.</param>
    /// <param name="address">Where its first element is pinned.</param>
    /// <returns>The view.</returns>
    public static CpuView<T> Of<T>(in ReadOnlyTensorSpan<T> span, nint address)
        where T : unmanaged
    {
        // Missing leading dimensions have length 1, so that their strides do not matter.
        var lengths = span.Lengths;
        var strides = span.Strides;
        var rank = lengths.Length;
        return new CpuView<T>
        {
            Data = new Ptr<T>((T*)address),
            Batch = rank > 3 ? (int)lengths[rank - 4] : 1,
            Depth = rank > 2 ? (int)lengths[rank - 3] : 1,
            Rows = rank > 1 ? (int)lengths[rank - 2] : 1,
            Cols = (int)lengths[rank - 1],
            Rank = rank,
            BatchStride = rank > 3 ? strides[rank - 4] : 0,
            DepthStride = rank > 2 ? strides[rank - 3] : 0,
            RowStride = rank > 1 ? strides[rank - 2] : 0,
        };
    }

    /// <summary>The extents of a tensor without its memory, for counting work.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="argument">A <see cref="DeviceTensor{T}"/> or a shape as <c>int[]</c>.</param>
    /// <param name="name">The parameter.</param>
    /// <exception cref="ArgumentException">It is neither, or not of rank 1 to 4.</exception>
    public static CpuView<T> ShapeOf<T>(object argument, string name)
        where T : unmanaged
    {
        var shape = argument switch
        {
            DeviceTensor<T> tensor => tensor.Shape,
            int[] { Length: >= 1 and <= 4 } lengths => lengths,
            _ => throw new ArgumentException($"Expected a DeviceTensor<{typeof(T).Name}> or a shape of rank 1 to 4 for {name}, but it is a {argument?.GetType().Name ?? "null"}.", name),
        };
        return new CpuView<T>
        {
            Batch = shape.Length > 3 ? shape[^4] : 1,
            Depth = shape.Length > 2 ? shape[^3] : 1,
            Rows = shape.Length > 1 ? shape[^2] : 1,
            Cols = shape[^1],
            Rank = shape.Length,
        };
    }
}
