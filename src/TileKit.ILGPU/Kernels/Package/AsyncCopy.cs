using ILGPU;
using ILGPU.IR.Intrinsics;

namespace TileKit.Ilgpu;

/// <summary>
/// Copies that run beside the threads. Only CUDA kernels for compute capability 8.0 call them, where <see cref="AsyncCopyIntrinsics"/> writes them: the
/// bodies of the marked functions never run.
/// </summary>
internal static class AsyncCopy
{
    public static void Start(ArrayView<ushort> shared, int to, ArrayView<ushort> memory, int from) => StartWhole(ref shared[to], ref memory[from]);

    public static void Start(ArrayView<ushort> shared, int to, ArrayView<ushort> memory, int from, int count) =>
        StartPart(ref shared[to], ref memory[from], Math.Max(0, Math.Min(count, 8)) * sizeof(ushort));

    public static void Start(ArrayView<float> shared, int to, ArrayView<float> memory, int from) => StartWholeFloats(ref shared[to], ref memory[from]);

    public static void Start(ArrayView<float> shared, int to, ArrayView<float> memory, int from, int count) =>
        StartPartOfFloats(ref shared[to], ref memory[from], Math.Max(0, Math.Min(count, 4)) * sizeof(float));

    [IntrinsicImplementation]
    public static void StartWhole(ref ushort to, ref ushort from)
    {
    }

    [IntrinsicImplementation]
    public static void StartPart(ref ushort to, ref ushort from, int bytes)
    {
    }

    [IntrinsicImplementation]
    public static void StartWholeFloats(ref float to, ref float from)
    {
    }

    [IntrinsicImplementation]
    public static void StartPartOfFloats(ref float to, ref float from, int bytes)
    {
    }

    [IntrinsicImplementation]
    public static void Wait()
    {
    }
}
