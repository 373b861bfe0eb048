using System.ComponentModel;
using ILGPU;

namespace TileKit.Ilgpu;

/// <summary>
/// Copies of 16 bytes from global to shared memory, which go on while the thread that started them does. Only CUDA devices of compute
/// capability 8.0 have them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Copies
{
    /// <summary>Starts a copy of eight elements. Both places are multiples of eight, and so are the views' starts.</summary>
    public static void Start(ArrayView<ushort> shared, int to, ArrayView<ushort> memory, int from) => AsyncCopy.Start(shared, to, memory, from);

    /// <summary>The same of the first elements only, and zeros after them; nothing is read past the count, which may be any number.</summary>
    public static void Start(ArrayView<ushort> shared, int to, ArrayView<ushort> memory, int from, int count) => AsyncCopy.Start(shared, to, memory, from, count);

    /// <summary>Starts a copy of four elements. Both places are multiples of four, and so are the views' starts.</summary>
    public static void Start(ArrayView<float> shared, int to, ArrayView<float> memory, int from) => AsyncCopy.Start(shared, to, memory, from);

    /// <summary>The same of the first elements only, and zeros after them; nothing is read past the count, which may be any number.</summary>
    public static void Start(ArrayView<float> shared, int to, ArrayView<float> memory, int from, int count) => AsyncCopy.Start(shared, to, memory, from, count);

    /// <summary>Waits for all copies that the thread has started. Others see them after the next barrier.</summary>
    public static void Wait() => AsyncCopy.Wait();
}
