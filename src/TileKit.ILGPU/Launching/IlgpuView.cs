using System.ComponentModel;

namespace TileKit.Ilgpu;

/// <summary>Makes what a kernel sees of a tensor.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IlgpuView
{
    /// <summary>A tensor of an ILGPU device as a kernel's view.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TStorage">The type that stands for it in the kernel, of the same size.</typeparam>
    /// <param name="tensor">The tensor.</param>
    public static View<TStorage> Of<T, TStorage>(DeviceTensor<T> tensor)
        where T : unmanaged
        where TStorage : unmanaged
    {
        var layout = tensor.Layout;
        return new()
        {
            Data = new(((IlgpuBuffer)tensor.Buffer).Memory, 0, tensor.Length),
            Batch = layout.Batch,
            Depth = layout.Depth,
            Rows = layout.Rows,
            Cols = layout.Cols,
        };
    }
}
