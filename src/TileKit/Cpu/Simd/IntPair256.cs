using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TileKit.Cpu;

/// <summary>Sixteen ints in two 256-bit registers, which hide the latency that one would show.</summary>
/// <remarks>
/// Written out for each width, without constructors: the JIT stops inlining after a number of temporaries per method, and every
/// layer of calls costs some.
/// </remarks>
internal unsafe struct IntPair256 : IIntVec<IntPair256, FloatPair256>
{
    public Vector256<int> Low;
    public Vector256<int> High;

    public static int Count => 16;

    public static int Registers => 16;

    public static IntPair256 Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { Low = Vector256<int>.Indices, High = Vector256<int>.Indices + Vector256.Create(8) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Broadcast(int value)
    {
        var half = Vector256.Create(value);
        return new() { Low = half, High = half };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Load(Ptr<int> pointer, nint offset) =>
        new() { Low = Vector256.Load(pointer.Address + offset), High = Vector256.Load(pointer.Address + offset + 8) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 LoadPart(Ptr<int> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory256.LoadPart(pointer.Address + offset, lanes),
            High = Memory256.LoadPart(pointer.Address + offset + 8, lanes - 8),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 LoadQuads(Ptr<int> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory256.LoadQuads(pointer.Address + offset, rowStride),
            High = Memory256.LoadQuads(pointer.Address + offset + (8 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<int> pointer, nint offset)
    {
        Low.Store(pointer.Address + offset);
        High.Store(pointer.Address + offset + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<int> pointer, nint offset, int lanes)
    {
        Memory256.StorePart(Low, pointer.Address + offset, lanes);
        Memory256.StorePart(High, pointer.Address + offset + 8, lanes - 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<int> pointer, nint offset, nint rowStride)
    {
        Memory256.StoreQuads(Low, pointer.Address + offset, rowStride);
        Memory256.StoreQuads(High, pointer.Address + offset + (8 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Stream(Ptr<int> pointer, nint offset)
    {
        var address = pointer.Address + offset;
        if (((nint)address & 31) == 0)
        {
            Low.StoreAlignedNonTemporal(address);
            High.StoreAlignedNonTemporal(address + 8);
        }
        else
        {
            Store(pointer, offset);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose4(ref IntPair256 a, ref IntPair256 b, ref IntPair256 c, ref IntPair256 d)
    {
        var low = Memory256.Transpose4(a.Low.AsSingle(), b.Low.AsSingle(), c.Low.AsSingle(), d.Low.AsSingle());
        var high = Memory256.Transpose4(a.High.AsSingle(), b.High.AsSingle(), c.High.AsSingle(), d.High.AsSingle());
        a = new() { Low = low.X.AsInt32(), High = high.X.AsInt32() };
        b = new() { Low = low.Y.AsInt32(), High = high.Y.AsInt32() };
        c = new() { Low = low.Z.AsInt32(), High = high.Z.AsInt32() };
        d = new() { Low = low.W.AsInt32(), High = high.W.AsInt32() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 MultiplyAdd(IntPair256 a, IntPair256 b, IntPair256 c) =>
        new() { Low = (a.Low * b.Low) + c.Low, High = (a.High * b.High) + c.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref IntPair256 c, IntPair256 a, IntPair256 b)
    {
        c.Low = (a.Low * b.Low) + c.Low;
        c.High = (a.High * b.High) + c.High;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator +(IntPair256 a, IntPair256 b) => new() { Low = a.Low + b.Low, High = a.High + b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator -(IntPair256 a, IntPair256 b) => new() { Low = a.Low - b.Low, High = a.High - b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator *(IntPair256 a, IntPair256 b) => new() { Low = a.Low * b.Low, High = a.High * b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator &(IntPair256 a, IntPair256 b) => new() { Low = a.Low & b.Low, High = a.High & b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator |(IntPair256 a, IntPair256 b) => new() { Low = a.Low | b.Low, High = a.High | b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator -(IntPair256 a) => new() { Low = -a.Low, High = -a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator <<(IntPair256 a, int count) => new() { Low = a.Low << count, High = a.High << count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator >>(IntPair256 a, int count) => new() { Low = a.Low >> count, High = a.High >> count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 operator >>>(IntPair256 a, int count) => new() { Low = a.Low >>> count, High = a.High >>> count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Dot4(IntPair256 a, IntPair256 b) => new() { Low = ByteDot.Of(a.Low, b.Low), High = ByteDot.Of(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Dot4Of7Bits(IntPair256 a, IntPair256 b) =>
        new() { Low = ByteDot.Of7Bits(a.Low, b.Low), High = ByteDot.Of7Bits(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 AddDot4(IntPair256 sum, IntPair256 a, IntPair256 b) =>
        new() { Low = ByteDot.Add(sum.Low, a.Low, b.Low), High = ByteDot.Add(sum.High, a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 EndDot4(IntPair256 sum) => new() { Low = ByteDot.End(sum.Low), High = ByteDot.End(sum.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Min(IntPair256 a, IntPair256 b) =>
        new() { Low = Vector256.Min(a.Low, b.Low), High = Vector256.Min(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Max(IntPair256 a, IntPair256 b) =>
        new() { Low = Vector256.Max(a.Low, b.Low), High = Vector256.Max(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Abs(IntPair256 a) => new() { Low = Vector256.Abs(a.Low), High = Vector256.Abs(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum(IntPair256 a)
    {
        var lanes = a.Low + a.High;
        return Int128.Sum(new(lanes.GetLower() + lanes.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateDots(ref IntPair256 dots, IntPair256 a, IntPair256 b, IntPair256 c)
    {
        dots.Low = (a.Low * b.Low) + dots.Low;
        dots.High = (a.Low * c.Low) + dots.High;
        dots.Low = (a.High * b.High) + dots.Low;
        dots.High = (a.High * c.High) + dots.High;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> DotSums(IntPair256 a, IntPair256 b)
    {
        var (x, y, z, w) = Memory256.Transpose4(a.Low.AsSingle(), a.High.AsSingle(), b.Low.AsSingle(), b.High.AsSingle());
        var quads = x.AsInt32() + y.AsInt32() + (z.AsInt32() + w.AsInt32());
        return quads.GetLower() + quads.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Product(IntPair256 a)
    {
        var lanes = a.Low * a.High;
        return Int128.Product(new(lanes.GetLower() * lanes.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Maximum(IntPair256 a)
    {
        var lanes = Vector256.Max(a.Low, a.High);
        return Int128.Maximum(new(Vector128.Max(lanes.GetLower(), lanes.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Minimum(IntPair256 a)
    {
        var lanes = Vector256.Min(a.Low, a.High);
        return Int128.Minimum(new(Vector128.Min(lanes.GetLower(), lanes.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int First(IntPair256 a) => a.Low.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Load(Ptr<sbyte> pointer, nint offset) =>
        new() { Low = Memory256.LoadBytes(pointer.Address + offset), High = Memory256.LoadBytes(pointer.Address + offset + 8) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 LoadPart(Ptr<sbyte> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory256.LoadBytesPart(pointer.Address + offset, lanes),
            High = Memory256.LoadBytesPart(pointer.Address + offset + 8, lanes - 8),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 LoadQuads(Ptr<sbyte> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory256.LoadByteQuads(pointer.Address + offset, rowStride),
            High = Memory256.LoadByteQuads(pointer.Address + offset + (8 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<sbyte> pointer, nint offset)
    {
        Memory256.StoreBytes(Low, pointer.Address + offset);
        Memory256.StoreBytes(High, pointer.Address + offset + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<sbyte> pointer, nint offset, int lanes)
    {
        Memory256.StoreBytesPart(Low, pointer.Address + offset, lanes);
        Memory256.StoreBytesPart(High, pointer.Address + offset + 8, lanes - 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<sbyte> pointer, nint offset, nint rowStride)
    {
        Memory256.StoreByteQuads(Low, pointer.Address + offset, rowStride);
        Memory256.StoreByteQuads(High, pointer.Address + offset + (8 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 LoadShorts(ushort* pointer) =>
        new() { Low = Memory256.LoadShorts(pointer), High = Memory256.LoadShorts(pointer + 8) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShorts(ushort* pointer)
    {
        Memory256.StoreShorts(Low, pointer);
        Memory256.StoreShorts(High, pointer + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 LoadShortsPart(ushort* pointer, int lanes) =>
        new() { Low = Memory256.LoadShortsPart(pointer, lanes), High = Memory256.LoadShortsPart(pointer + 8, lanes - 8) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShortsPart(ushort* pointer, int lanes)
    {
        Memory256.StoreShortsPart(Low, pointer, lanes);
        Memory256.StoreShortsPart(High, pointer + 8, lanes - 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 LoadShortQuads(ushort* pointer, nint rowStride) =>
        new()
        {
            Low = Memory256.LoadShortQuads(pointer, rowStride),
            High = Memory256.LoadShortQuads(pointer + (8 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShortQuads(ushort* pointer, nint rowStride)
    {
        Memory256.StoreShortQuads(Low, pointer, rowStride);
        Memory256.StoreShortQuads(High, pointer + (8 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Less(IntPair256 a, IntPair256 b) =>
        new() { Low = Vector256.LessThan(a.Low, b.Low).AsSingle(), High = Vector256.LessThan(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 LessEqual(IntPair256 a, IntPair256 b) =>
        new()
        {
            Low = Vector256.LessThanOrEqual(a.Low, b.Low).AsSingle(),
            High = Vector256.LessThanOrEqual(a.High, b.High).AsSingle(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Greater(IntPair256 a, IntPair256 b) =>
        new() { Low = Vector256.GreaterThan(a.Low, b.Low).AsSingle(), High = Vector256.GreaterThan(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 GreaterEqual(IntPair256 a, IntPair256 b) =>
        new()
        {
            Low = Vector256.GreaterThanOrEqual(a.Low, b.Low).AsSingle(),
            High = Vector256.GreaterThanOrEqual(a.High, b.High).AsSingle(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Equal(IntPair256 a, IntPair256 b) =>
        new() { Low = Vector256.Equals(a.Low, b.Low).AsSingle(), High = Vector256.Equals(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 NotEqual(IntPair256 a, IntPair256 b) =>
        new() { Low = (~Vector256.Equals(a.Low, b.Low)).AsSingle(), High = (~Vector256.Equals(a.High, b.High)).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Select(FloatPair256 mask, IntPair256 a, IntPair256 b) =>
        new()
        {
            Low = Vector256.ConditionalSelect(mask.Low.AsInt32(), a.Low, b.Low),
            High = Vector256.ConditionalSelect(mask.High.AsInt32(), a.High, b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 ToFloat(IntPair256 a) =>
        new() { Low = Vector256.ConvertToSingle(a.Low), High = Vector256.ConvertToSingle(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 FromBits(IntPair256 a) => new() { Low = a.Low.AsSingle(), High = a.High.AsSingle() };
}
