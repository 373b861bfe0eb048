using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>How 128-bit registers meet memory, on any machine.</summary>
internal static unsafe class Memory128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> FirstLanes(int lanes) => Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadPart(float* pointer, int lanes) =>
        Avx.IsSupported
            ? Avx.MaskLoad(pointer, FirstLanes(lanes).AsSingle())
            : PartMemory.Load((byte*)pointer, 4 * PartMemory.Clamp(lanes)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadPart(int* pointer, int lanes) => LoadPart((float*)pointer, lanes).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Vector128<float> value, float* pointer, int lanes)
    {
        if (Avx.IsSupported)
        {
            Avx.MaskStore(pointer, FirstLanes(lanes).AsSingle(), value);
        }
        else
        {
            PartMemory.Store(value.AsByte(), (byte*)pointer, 4 * PartMemory.Clamp(lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart(Vector128<int> value, int* pointer, int lanes) =>
        StorePart(value.AsSingle(), (float*)pointer, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadQuads(float* pointer, nint rowStride) => Vector128.Load(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadQuads(int* pointer, nint rowStride) => Vector128.Load(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector128<float> value, float* pointer, nint rowStride) => value.Store(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector128<int> value, int* pointer, nint rowStride) => value.Store(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadShorts(ushort* pointer) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)pointer).AsUInt16()).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadShortsPart(ushort* pointer, int lanes) =>
        Vector128.WidenLower(PartMemory.Load((byte*)pointer, Math.Min(2 * PartMemory.Clamp(lanes), 8)).AsUInt16()).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadShortQuads(ushort* pointer, nint rowStride) => LoadShorts(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShorts(Vector128<int> value, ushort* pointer) =>
        *(ulong*)pointer = Vector128.Narrow(value, value).AsUInt64().ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShortsPart(Vector128<int> value, ushort* pointer, int lanes) =>
        PartMemory.Store(Vector128.Narrow(value, value).AsByte(), (byte*)pointer, Math.Min(2 * PartMemory.Clamp(lanes), 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreShortQuads(Vector128<int> value, ushort* pointer, nint rowStride) => StoreShorts(value, pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadBytes(sbyte* pointer) => Widen(Vector128.CreateScalarUnsafe(*(uint*)pointer).AsSByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadBytesPart(sbyte* pointer, int lanes) =>
        Widen(PartMemory.Load((byte*)pointer, Math.Min(lanes, 4)).AsSByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadByteQuads(sbyte* pointer, nint rowStride) => LoadBytes(pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Vector128<int> value, sbyte* pointer) => *(uint*)pointer = Bytes(value).AsUInt32().ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytesPart(Vector128<int> value, sbyte* pointer, int lanes) =>
        PartMemory.Store(Bytes(value).AsByte(), (byte*)pointer, Math.Min(lanes, 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreByteQuads(Vector128<int> value, sbyte* pointer, nint rowStride) => StoreBytes(value, pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector128<float> X, Vector128<float> Y, Vector128<float> Z, Vector128<float> W) Transpose4(
        Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        var ab = ZipLow(a, b);
        var cd = ZipLow(c, d);
        var abHigh = ZipHigh(a, b);
        var cdHigh = ZipHigh(c, d);
        return (
            Vector128.Create(ab.GetLower(), cd.GetLower()),
            Vector128.Create(ab.GetUpper(), cd.GetUpper()),
            Vector128.Create(abHigh.GetLower(), cdHigh.GetLower()),
            Vector128.Create(abHigh.GetUpper(), cdHigh.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported
            ? Sse.UnpackLow(a, b)
            : Alternate(Vector128.Shuffle(a, Vector128.Create(0, 0, 1, 1)), Vector128.Shuffle(b, Vector128.Create(0, 0, 1, 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported
            ? Sse.UnpackHigh(a, b)
            : Alternate(Vector128.Shuffle(a, Vector128.Create(2, 2, 3, 3)), Vector128.Shuffle(b, Vector128.Create(2, 2, 3, 3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Alternate(Vector128<float> even, Vector128<float> odd) =>
        Vector128.ConditionalSelect(Vector128.Create(-1, 0, -1, 0).AsSingle(), even, odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Widen(Vector128<sbyte> value) => Vector128.WidenLower(Vector128.WidenLower(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> Bytes(Vector128<int> value)
    {
        var shorts = Vector128.NarrowWithSaturation(value, value);
        return Vector128.NarrowWithSaturation(shorts, shorts);
    }
}
