using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace TileKit.Cpu;

/// <summary>Eight ints in two 128-bit registers, which hide the latency that one would show.</summary>
/// <remarks>
/// Written out for each width, without constructors: the JIT stops inlining after a number of temporaries per method, and every
/// layer of calls costs some.
/// </remarks>
internal unsafe struct IntPair128 : IIntVec<IntPair128, FloatPair128>
{
    public Vector128<int> Low;
    public Vector128<int> High;

    public static int Count => 8;

    // ARM has 32 vector registers of this width, x64 without AVX-512 has 16.
    public static int Registers => AdvSimd.IsSupported ? 32 : 16;

    public static IntPair128 Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { Low = Vector128<int>.Indices, High = Vector128<int>.Indices + Vector128.Create(4) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Broadcast(int value)
    {
        var half = Vector128.Create(value);
        return new() { Low = half, High = half };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Load(Ptr<int> pointer, nint offset) =>
        new() { Low = Vector128.Load(pointer.Address + offset), High = Vector128.Load(pointer.Address + offset + 4) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 LoadPart(Ptr<int> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory128.LoadPart(pointer.Address + offset, lanes),
            High = Memory128.LoadPart(pointer.Address + offset + 4, lanes - 4),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 LoadQuads(Ptr<int> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory128.LoadQuads(pointer.Address + offset, rowStride),
            High = Memory128.LoadQuads(pointer.Address + offset + (4 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<int> pointer, nint offset)
    {
        Low.Store(pointer.Address + offset);
        High.Store(pointer.Address + offset + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<int> pointer, nint offset, int lanes)
    {
        Memory128.StorePart(Low, pointer.Address + offset, lanes);
        Memory128.StorePart(High, pointer.Address + offset + 4, lanes - 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<int> pointer, nint offset, nint rowStride)
    {
        Memory128.StoreQuads(Low, pointer.Address + offset, rowStride);
        Memory128.StoreQuads(High, pointer.Address + offset + (4 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Stream(Ptr<int> pointer, nint offset)
    {
        var address = pointer.Address + offset;
        if (((nint)address & 15) == 0)
        {
            Low.StoreAlignedNonTemporal(address);
            High.StoreAlignedNonTemporal(address + 4);
        }
        else
        {
            Store(pointer, offset);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose4(ref IntPair128 a, ref IntPair128 b, ref IntPair128 c, ref IntPair128 d)
    {
        var low = Memory128.Transpose4(a.Low.AsSingle(), b.Low.AsSingle(), c.Low.AsSingle(), d.Low.AsSingle());
        var high = Memory128.Transpose4(a.High.AsSingle(), b.High.AsSingle(), c.High.AsSingle(), d.High.AsSingle());
        a = new() { Low = low.X.AsInt32(), High = high.X.AsInt32() };
        b = new() { Low = low.Y.AsInt32(), High = high.Y.AsInt32() };
        c = new() { Low = low.Z.AsInt32(), High = high.Z.AsInt32() };
        d = new() { Low = low.W.AsInt32(), High = high.W.AsInt32() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 MultiplyAdd(IntPair128 a, IntPair128 b, IntPair128 c) =>
        new() { Low = (a.Low * b.Low) + c.Low, High = (a.High * b.High) + c.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref IntPair128 c, IntPair128 a, IntPair128 b)
    {
        c.Low = (a.Low * b.Low) + c.Low;
        c.High = (a.High * b.High) + c.High;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator +(IntPair128 a, IntPair128 b) => new() { Low = a.Low + b.Low, High = a.High + b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator -(IntPair128 a, IntPair128 b) => new() { Low = a.Low - b.Low, High = a.High - b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator *(IntPair128 a, IntPair128 b) => new() { Low = a.Low * b.Low, High = a.High * b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator &(IntPair128 a, IntPair128 b) => new() { Low = a.Low & b.Low, High = a.High & b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator |(IntPair128 a, IntPair128 b) => new() { Low = a.Low | b.Low, High = a.High | b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator -(IntPair128 a) => new() { Low = -a.Low, High = -a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator <<(IntPair128 a, int count) => new() { Low = a.Low << count, High = a.High << count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator >>(IntPair128 a, int count) => new() { Low = a.Low >> count, High = a.High >> count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 operator >>>(IntPair128 a, int count) => new() { Low = a.Low >>> count, High = a.High >>> count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Dot4(IntPair128 a, IntPair128 b) => new() { Low = ByteDot.Of(a.Low, b.Low), High = ByteDot.Of(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Dot4Of7Bits(IntPair128 a, IntPair128 b) =>
        new() { Low = ByteDot.Of7Bits(a.Low, b.Low), High = ByteDot.Of7Bits(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 AddDot4(IntPair128 sum, IntPair128 a, IntPair128 b) =>
        new() { Low = ByteDot.Add(sum.Low, a.Low, b.Low), High = ByteDot.Add(sum.High, a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 EndDot4(IntPair128 sum) => new() { Low = ByteDot.End(sum.Low), High = ByteDot.End(sum.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Min(IntPair128 a, IntPair128 b) =>
        new() { Low = Vector128.Min(a.Low, b.Low), High = Vector128.Min(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Max(IntPair128 a, IntPair128 b) =>
        new() { Low = Vector128.Max(a.Low, b.Low), High = Vector128.Max(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Abs(IntPair128 a) => new() { Low = Vector128.Abs(a.Low), High = Vector128.Abs(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum(IntPair128 a) => Int128.Sum(new(a.Low + a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateDots(ref IntPair128 dots, IntPair128 a, IntPair128 b, IntPair128 c)
    {
        dots.Low = (a.Low * b.Low) + dots.Low;
        dots.High = (a.Low * c.Low) + dots.High;
        dots.Low = (a.High * b.High) + dots.Low;
        dots.High = (a.High * c.High) + dots.High;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> DotSums(IntPair128 a, IntPair128 b)
    {
        var (x, y, z, w) = Memory128.Transpose4(a.Low.AsSingle(), a.High.AsSingle(), b.Low.AsSingle(), b.High.AsSingle());
        return x.AsInt32() + y.AsInt32() + (z.AsInt32() + w.AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Product(IntPair128 a) => Int128.Product(new(a.Low * a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Maximum(IntPair128 a) => Int128.Maximum(new(Vector128.Max(a.Low, a.High)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Minimum(IntPair128 a) => Int128.Minimum(new(Vector128.Min(a.Low, a.High)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int First(IntPair128 a) => a.Low.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Load(Ptr<sbyte> pointer, nint offset) =>
        new() { Low = Memory128.LoadBytes(pointer.Address + offset), High = Memory128.LoadBytes(pointer.Address + offset + 4) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 LoadPart(Ptr<sbyte> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory128.LoadBytesPart(pointer.Address + offset, lanes),
            High = Memory128.LoadBytesPart(pointer.Address + offset + 4, lanes - 4),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 LoadQuads(Ptr<sbyte> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory128.LoadByteQuads(pointer.Address + offset, rowStride),
            High = Memory128.LoadByteQuads(pointer.Address + offset + (4 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<sbyte> pointer, nint offset)
    {
        Memory128.StoreBytes(Low, pointer.Address + offset);
        Memory128.StoreBytes(High, pointer.Address + offset + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<sbyte> pointer, nint offset, int lanes)
    {
        Memory128.StoreBytesPart(Low, pointer.Address + offset, lanes);
        Memory128.StoreBytesPart(High, pointer.Address + offset + 4, lanes - 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<sbyte> pointer, nint offset, nint rowStride)
    {
        Memory128.StoreByteQuads(Low, pointer.Address + offset, rowStride);
        Memory128.StoreByteQuads(High, pointer.Address + offset + (4 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 LoadShorts(ushort* pointer) =>
        new() { Low = Memory128.LoadShorts(pointer), High = Memory128.LoadShorts(pointer + 4) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShorts(ushort* pointer)
    {
        Memory128.StoreShorts(Low, pointer);
        Memory128.StoreShorts(High, pointer + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 LoadShortsPart(ushort* pointer, int lanes) =>
        new() { Low = Memory128.LoadShortsPart(pointer, lanes), High = Memory128.LoadShortsPart(pointer + 4, lanes - 4) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShortsPart(ushort* pointer, int lanes)
    {
        Memory128.StoreShortsPart(Low, pointer, lanes);
        Memory128.StoreShortsPart(High, pointer + 4, lanes - 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 LoadShortQuads(ushort* pointer, nint rowStride) =>
        new()
        {
            Low = Memory128.LoadShortQuads(pointer, rowStride),
            High = Memory128.LoadShortQuads(pointer + (4 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShortQuads(ushort* pointer, nint rowStride)
    {
        Memory128.StoreShortQuads(Low, pointer, rowStride);
        Memory128.StoreShortQuads(High, pointer + (4 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Less(IntPair128 a, IntPair128 b) =>
        new() { Low = Vector128.LessThan(a.Low, b.Low).AsSingle(), High = Vector128.LessThan(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 LessEqual(IntPair128 a, IntPair128 b) =>
        new()
        {
            Low = Vector128.LessThanOrEqual(a.Low, b.Low).AsSingle(),
            High = Vector128.LessThanOrEqual(a.High, b.High).AsSingle(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Greater(IntPair128 a, IntPair128 b) =>
        new() { Low = Vector128.GreaterThan(a.Low, b.Low).AsSingle(), High = Vector128.GreaterThan(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 GreaterEqual(IntPair128 a, IntPair128 b) =>
        new()
        {
            Low = Vector128.GreaterThanOrEqual(a.Low, b.Low).AsSingle(),
            High = Vector128.GreaterThanOrEqual(a.High, b.High).AsSingle(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Equal(IntPair128 a, IntPair128 b) =>
        new() { Low = Vector128.Equals(a.Low, b.Low).AsSingle(), High = Vector128.Equals(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 NotEqual(IntPair128 a, IntPair128 b) =>
        new() { Low = (~Vector128.Equals(a.Low, b.Low)).AsSingle(), High = (~Vector128.Equals(a.High, b.High)).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Select(FloatPair128 mask, IntPair128 a, IntPair128 b) =>
        new()
        {
            Low = Vector128.ConditionalSelect(mask.Low.AsInt32(), a.Low, b.Low),
            High = Vector128.ConditionalSelect(mask.High.AsInt32(), a.High, b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 ToFloat(IntPair128 a) =>
        new() { Low = Vector128.ConvertToSingle(a.Low), High = Vector128.ConvertToSingle(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 FromBits(IntPair128 a) => new() { Low = a.Low.AsSingle(), High = a.High.AsSingle() };
}
