using ILGPU;
using ILGPU.IR.Intrinsics;

namespace TileKit.Ilgpu;

/// <summary>
/// A warp's instructions for matrices. Only CUDA kernels for compute capability 8.0 call them, where <see cref="TensorCoreIntrinsics"/> writes them: the bodies
/// here never run.
/// </summary>
internal static class TensorCore
{
    public static Int4 Load(ArrayView<ushort> tile, int index) => LoadRows(ref tile[index]);

    public static Int4 Load(ArrayView<sbyte> tile, int index) => LoadBytes(ref tile[index]);

    public static Int4 Load(ArrayView<float> tile, int index) => LoadFloats(ref tile[index]);

    public static Int4 LoadTurned(ArrayView<ushort> tile, int index) => LoadColumns(ref tile[index]);

    [IntrinsicImplementation]
    public static Int4 LoadRows(ref ushort row) => default;

    [IntrinsicImplementation]
    public static Int4 LoadBytes(ref sbyte row) => default;

    [IntrinsicImplementation]
    public static Int4 LoadFloats(ref float row) => default;

    [IntrinsicImplementation]
    public static Int4 LoadColumns(ref ushort row) => default;

    [IntrinsicImplementation]
    public static int PackBFloat16(float low, float high) => default;

    [IntrinsicImplementation]
    public static int PackHalf(float low, float high) => default;

    [IntrinsicImplementation]
    public static int RoundTF32(float value) => default;

    [IntrinsicImplementation]
    public static Float4 MultiplyBFloat16(int a0, int a1, int a2, int a3, int b0, int b1, float c0, float c1, float c2, float c3) => default;

    [IntrinsicImplementation]
    public static Float4 MultiplyHalf(int a0, int a1, int a2, int a3, int b0, int b1, float c0, float c1, float c2, float c3) => default;

    [IntrinsicImplementation]
    public static Float4 MultiplyTF32(int a0, int a1, int a2, int a3, int b0, int b1, float c0, float c1, float c2, float c3) => default;

    [IntrinsicImplementation]
    public static Int4 MultiplySByte(int a0, int a1, int a2, int a3, int b0, int b1, int c0, int c1, int c2, int c3) => default;
}
