using System.ComponentModel;
using System.Runtime.CompilerServices;
using ILGPU.Runtime;
using TileKit.Cpu;

namespace TileKit.Ilgpu;

/// <summary>Memory for what a program has between its grids.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IlgpuTemps
{
    private readonly MemoryBuffer? _memory;

    internal IlgpuTemps(MemoryBuffer? memory) => _memory = memory;

    /// <summary>A temporary as a kernel's view.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TStorage">The type that stands for it in the kernel, of the same size.</typeparam>
    /// <param name="placed">Its shape, and as its address its place in the memory in bytes.</param>
    public View<TStorage> View<T, TStorage>(CpuView<T> placed)
        where T : unmanaged
        where TStorage : unmanaged
    {
        var size = Unsafe.SizeOf<TStorage>();
        return new()
        {
            Data = new(_memory!, placed.Place / size, (long)placed.Bytes / size),
            Batch = placed.Batch,
            Depth = placed.Depth,
            Rows = placed.Rows,
            Cols = placed.Cols,
        };
    }
}
