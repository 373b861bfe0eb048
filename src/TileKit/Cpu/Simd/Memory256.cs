using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>How 256-bit registers meet memory. Used only where the machine has them.</summary>
internal static unsafe class Memory256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> FirstLanes(int lanes) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadPart(float* pointer, int lanes) => Avx.MaskLoad(pointer, FirstLanes(lanes).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadPart(int* pointer, int lanes) => Avx2.MaskLoad(pointer, FirstLanes(lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Vector256<float> value, float* pointer, int lanes) =>
        Avx.MaskStore(pointer, FirstLanes(lanes).AsSingle(), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Vector256<int> value, int* pointer, int lanes) =>
        Avx2.MaskStore(pointer, FirstLanes(lanes), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadQuads(float* pointer, nint rowStride) =>
        Vector256.Create(Vector128.Load(pointer), Vector128.Load(pointer + (4 * rowStride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadQuads(int* pointer, nint rowStride) => LoadQuads((float*)pointer, rowStride).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector256<float> value, float* pointer, nint rowStride)
    {
        value.GetLower().Store(pointer);
        value.GetUpper().Store(pointer + (4 * rowStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector256<int> value, int* pointer, nint rowStride) =>
        StoreQuads(value.AsSingle(), (float*)pointer, rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadShorts(ushort* pointer) => Avx2.ConvertToVector256Int32(Vector128.Load(pointer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadShortsPart(ushort* pointer, int lanes) =>
        Avx2.ConvertToVector256Int32(PartMemory.Load((byte*)pointer, 2 * PartMemory.Clamp(lanes)).AsUInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadShortQuads(ushort* pointer, nint rowStride) =>
        Avx2.ConvertToVector256Int32(Vector128.Create(*(ulong*)pointer, *(ulong*)(pointer + (4 * rowStride))).AsUInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShorts(Vector256<int> value, ushort* pointer) => Shorts(value).AsUInt16().Store(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShortsPart(Vector256<int> value, ushort* pointer, int lanes) =>
        PartMemory.Store(Shorts(value).AsByte(), (byte*)pointer, 2 * PartMemory.Clamp(lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShortQuads(Vector256<int> value, ushort* pointer, nint rowStride)
    {
        var quads = Shorts(value).AsUInt64();
        *(ulong*)pointer = quads.GetElement(0);
        *(ulong*)(pointer + (4 * rowStride)) = quads.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadBytes(sbyte* pointer) =>
        Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(*(ulong*)pointer).AsSByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadBytesPart(sbyte* pointer, int lanes) =>
        Avx2.ConvertToVector256Int32(PartMemory.Load((byte*)pointer, Math.Min(lanes, 8)).AsSByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadByteQuads(sbyte* pointer, nint rowStride) =>
        Avx2.ConvertToVector256Int32(Vector128.Create(*(uint*)pointer, *(uint*)(pointer + (4 * rowStride)), 0, 0).AsSByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Vector256<int> value, sbyte* pointer) =>
        *(ulong*)pointer = Bytes(value).AsUInt64().ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesPart(Vector256<int> value, sbyte* pointer, int lanes) =>
        PartMemory.Store(Bytes(value).AsByte(), (byte*)pointer, Math.Min(lanes, 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreByteQuads(Vector256<int> value, sbyte* pointer, nint rowStride)
    {
        var quads = Bytes(value).AsUInt32();
        *(uint*)pointer = quads.GetElement(0);
        *(uint*)(pointer + (4 * rowStride)) = quads.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> X, Vector256<float> Y, Vector256<float> Z, Vector256<float> W) Transpose4(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        var ab = Avx.UnpackLow(a, b).AsDouble();
        var cd = Avx.UnpackLow(c, d).AsDouble();
        var abHigh = Avx.UnpackHigh(a, b).AsDouble();
        var cdHigh = Avx.UnpackHigh(c, d).AsDouble();
        return (
            Avx.UnpackLow(ab, cd).AsSingle(),
            Avx.UnpackHigh(ab, cd).AsSingle(),
            Avx.UnpackLow(abHigh, cdHigh).AsSingle(),
            Avx.UnpackHigh(abHigh, cdHigh).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Shorts(Vector256<int> value) => Vector128.Narrow(value.GetLower(), value.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> Bytes(Vector256<int> value)
    {
        var shorts = Vector128.NarrowWithSaturation(value.GetLower(), value.GetUpper());
        return Vector128.NarrowWithSaturation(shorts, shorts);
    }
}
