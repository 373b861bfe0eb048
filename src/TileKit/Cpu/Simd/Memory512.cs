using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>How 512-bit registers meet memory. Used only where the machine has them.</summary>
internal static unsafe class Memory512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> FirstLanes(int lanes) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadPart(float* pointer, int lanes) =>
        Avx512F.MaskLoad(pointer, FirstLanes(lanes).AsSingle(), Vector512<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadPart(int* pointer, int lanes) =>
        Avx512F.MaskLoad(pointer, FirstLanes(lanes), Vector512<int>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Vector512<float> value, float* pointer, int lanes) =>
        Avx512F.MaskStore(pointer, FirstLanes(lanes).AsSingle(), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Vector512<int> value, int* pointer, int lanes) =>
        Avx512F.MaskStore(pointer, FirstLanes(lanes), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadQuads(float* pointer, nint rowStride) =>
        Vector512.Create(Memory256.LoadQuads(pointer, rowStride), Memory256.LoadQuads(pointer + (8 * rowStride), rowStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadQuads(int* pointer, nint rowStride) => LoadQuads((float*)pointer, rowStride).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector512<float> value, float* pointer, nint rowStride)
    {
        Memory256.StoreQuads(value.GetLower(), pointer, rowStride);
        Memory256.StoreQuads(value.GetUpper(), pointer + (8 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector512<int> value, int* pointer, nint rowStride) =>
        StoreQuads(value.AsSingle(), (float*)pointer, rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadShorts(ushort* pointer) => Avx512F.ConvertToVector512Int32(Vector256.Load(pointer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadShortsPart(ushort* pointer, int lanes) =>
        Avx512F.ConvertToVector512Int32(Avx512BW.VL.MaskLoad(pointer, ShortMask(lanes), Vector256<ushort>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadShortQuads(ushort* pointer, nint rowStride)
    {
        var quads = Vector256.Create(
            *(ulong*)pointer,
            *(ulong*)(pointer + (4 * rowStride)),
            *(ulong*)(pointer + (8 * rowStride)),
            *(ulong*)(pointer + (12 * rowStride)));
        return Avx512F.ConvertToVector512Int32(quads.AsUInt16());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShorts(Vector512<int> value, ushort* pointer) =>
        Avx512F.ConvertToVector256Int16(value).AsUInt16().Store(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShortsPart(Vector512<int> value, ushort* pointer, int lanes) =>
        Avx512BW.VL.MaskStore(pointer, ShortMask(lanes), Avx512F.ConvertToVector256Int16(value).AsUInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShortQuads(Vector512<int> value, ushort* pointer, nint rowStride)
    {
        var quads = Avx512F.ConvertToVector256Int16(value).AsUInt64();
        *(ulong*)pointer = quads.GetElement(0);
        *(ulong*)(pointer + (4 * rowStride)) = quads.GetElement(1);
        *(ulong*)(pointer + (8 * rowStride)) = quads.GetElement(2);
        *(ulong*)(pointer + (12 * rowStride)) = quads.GetElement(3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadBytes(sbyte* pointer) => Avx512F.ConvertToVector512Int32(Vector128.Load(pointer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadBytesPart(sbyte* pointer, int lanes) =>
        Avx512F.ConvertToVector512Int32(Avx512BW.VL.MaskLoad(pointer, ByteMask(lanes), Vector128<sbyte>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadByteQuads(sbyte* pointer, nint rowStride)
    {
        var quads = Vector128.Create(
            *(uint*)pointer,
            *(uint*)(pointer + (4 * rowStride)),
            *(uint*)(pointer + (8 * rowStride)),
            *(uint*)(pointer + (12 * rowStride)));
        return Avx512F.ConvertToVector512Int32(quads.AsSByte());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Vector512<int> value, sbyte* pointer) =>
        Avx512F.ConvertToVector128SByteWithSaturation(value).Store(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesPart(Vector512<int> value, sbyte* pointer, int lanes) =>
        Avx512BW.VL.MaskStore(pointer, ByteMask(lanes), Avx512F.ConvertToVector128SByteWithSaturation(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreByteQuads(Vector512<int> value, sbyte* pointer, nint rowStride)
    {
        var quads = Avx512F.ConvertToVector128SByteWithSaturation(value).AsUInt32();
        *(uint*)pointer = quads.GetElement(0);
        *(uint*)(pointer + (4 * rowStride)) = quads.GetElement(1);
        *(uint*)(pointer + (8 * rowStride)) = quads.GetElement(2);
        *(uint*)(pointer + (12 * rowStride)) = quads.GetElement(3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> X, Vector512<float> Y, Vector512<float> Z, Vector512<float> W) Transpose4(
        Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        var ab = Avx512F.UnpackLow(a, b).AsDouble();
        var cd = Avx512F.UnpackLow(c, d).AsDouble();
        var abHigh = Avx512F.UnpackHigh(a, b).AsDouble();
        var cdHigh = Avx512F.UnpackHigh(c, d).AsDouble();
        return (
            Avx512F.UnpackLow(ab, cd).AsSingle(),
            Avx512F.UnpackHigh(ab, cd).AsSingle(),
            Avx512F.UnpackLow(abHigh, cdHigh).AsSingle(),
            Avx512F.UnpackHigh(abHigh, cdHigh).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> ShortMask(int lanes) =>
        Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)PartMemory.Clamp(lanes))).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> ByteMask(int lanes) =>
        Vector128.LessThan(Vector128<sbyte>.Indices, Vector128.Create((sbyte)PartMemory.Clamp(lanes)));
}
