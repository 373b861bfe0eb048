using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TileKit.Cpu;

/// <summary>Thirty-two ints in two 512-bit registers, which hide the latency that one would show.</summary>
/// <remarks>
/// Written out for each width, without constructors: the JIT stops inlining after a number of temporaries per method, and every
/// layer of calls costs some.
/// </remarks>
internal unsafe struct IntPair512 : IIntVec<IntPair512, FloatPair512>
{
    public Vector512<int> Low;
    public Vector512<int> High;

    public static int Count => 32;

    public static int Registers => 32;

    public static IntPair512 Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { Low = Vector512<int>.Indices, High = Vector512<int>.Indices + Vector512.Create(16) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Broadcast(int value)
    {
        var half = Vector512.Create(value);
        return new() { Low = half, High = half };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Load(Ptr<int> pointer, nint offset) =>
        new() { Low = Vector512.Load(pointer.Address + offset), High = Vector512.Load(pointer.Address + offset + 16) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 LoadPart(Ptr<int> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory512.LoadPart(pointer.Address + offset, lanes),
            High = Memory512.LoadPart(pointer.Address + offset + 16, lanes - 16),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 LoadQuads(Ptr<int> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory512.LoadQuads(pointer.Address + offset, rowStride),
            High = Memory512.LoadQuads(pointer.Address + offset + (16 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<int> pointer, nint offset)
    {
        Low.Store(pointer.Address + offset);
        High.Store(pointer.Address + offset + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<int> pointer, nint offset, int lanes)
    {
        Memory512.StorePart(Low, pointer.Address + offset, lanes);
        Memory512.StorePart(High, pointer.Address + offset + 16, lanes - 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<int> pointer, nint offset, nint rowStride)
    {
        Memory512.StoreQuads(Low, pointer.Address + offset, rowStride);
        Memory512.StoreQuads(High, pointer.Address + offset + (16 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Stream(Ptr<int> pointer, nint offset)
    {
        var address = pointer.Address + offset;
        if (((nint)address & 63) == 0)
        {
            Low.StoreAlignedNonTemporal(address);
            High.StoreAlignedNonTemporal(address + 16);
        }
        else
        {
            Store(pointer, offset);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose4(ref IntPair512 a, ref IntPair512 b, ref IntPair512 c, ref IntPair512 d)
    {
        var low = Memory512.Transpose4(a.Low.AsSingle(), b.Low.AsSingle(), c.Low.AsSingle(), d.Low.AsSingle());
        var high = Memory512.Transpose4(a.High.AsSingle(), b.High.AsSingle(), c.High.AsSingle(), d.High.AsSingle());
        a = new() { Low = low.X.AsInt32(), High = high.X.AsInt32() };
        b = new() { Low = low.Y.AsInt32(), High = high.Y.AsInt32() };
        c = new() { Low = low.Z.AsInt32(), High = high.Z.AsInt32() };
        d = new() { Low = low.W.AsInt32(), High = high.W.AsInt32() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 MultiplyAdd(IntPair512 a, IntPair512 b, IntPair512 c) =>
        new() { Low = (a.Low * b.Low) + c.Low, High = (a.High * b.High) + c.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref IntPair512 c, IntPair512 a, IntPair512 b)
    {
        c.Low = (a.Low * b.Low) + c.Low;
        c.High = (a.High * b.High) + c.High;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator +(IntPair512 a, IntPair512 b) => new() { Low = a.Low + b.Low, High = a.High + b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator -(IntPair512 a, IntPair512 b) => new() { Low = a.Low - b.Low, High = a.High - b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator *(IntPair512 a, IntPair512 b) => new() { Low = a.Low * b.Low, High = a.High * b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator &(IntPair512 a, IntPair512 b) => new() { Low = a.Low & b.Low, High = a.High & b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator |(IntPair512 a, IntPair512 b) => new() { Low = a.Low | b.Low, High = a.High | b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator -(IntPair512 a) => new() { Low = -a.Low, High = -a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator <<(IntPair512 a, int count) => new() { Low = a.Low << count, High = a.High << count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator >>(IntPair512 a, int count) => new() { Low = a.Low >> count, High = a.High >> count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 operator >>>(IntPair512 a, int count) => new() { Low = a.Low >>> count, High = a.High >>> count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Dot4(IntPair512 a, IntPair512 b) => new() { Low = ByteDot.Of(a.Low, b.Low), High = ByteDot.Of(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Dot4Of7Bits(IntPair512 a, IntPair512 b) =>
        new() { Low = ByteDot.Of7Bits(a.Low, b.Low), High = ByteDot.Of7Bits(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 AddDot4(IntPair512 sum, IntPair512 a, IntPair512 b) =>
        new() { Low = ByteDot.Add(sum.Low, a.Low, b.Low), High = ByteDot.Add(sum.High, a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 EndDot4(IntPair512 sum) => new() { Low = ByteDot.End(sum.Low), High = ByteDot.End(sum.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Min(IntPair512 a, IntPair512 b) =>
        new() { Low = Vector512.Min(a.Low, b.Low), High = Vector512.Min(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Max(IntPair512 a, IntPair512 b) =>
        new() { Low = Vector512.Max(a.Low, b.Low), High = Vector512.Max(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Abs(IntPair512 a) => new() { Low = Vector512.Abs(a.Low), High = Vector512.Abs(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum(IntPair512 a)
    {
        var lanes = a.Low + a.High;
        var halves = lanes.GetLower() + lanes.GetUpper();
        return Int128.Sum(new(halves.GetLower() + halves.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateDots(ref IntPair512 dots, IntPair512 a, IntPair512 b, IntPair512 c)
    {
        dots.Low = (a.Low * b.Low) + dots.Low;
        dots.High = (a.Low * c.Low) + dots.High;
        dots.Low = (a.High * b.High) + dots.Low;
        dots.High = (a.High * c.High) + dots.High;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> DotSums(IntPair512 a, IntPair512 b)
    {
        var (x, y, z, w) = Memory512.Transpose4(a.Low.AsSingle(), a.High.AsSingle(), b.Low.AsSingle(), b.High.AsSingle());
        var quads = x.AsInt32() + y.AsInt32() + (z.AsInt32() + w.AsInt32());
        var halves = quads.GetLower() + quads.GetUpper();
        return halves.GetLower() + halves.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Product(IntPair512 a)
    {
        var lanes = a.Low * a.High;
        var halves = lanes.GetLower() * lanes.GetUpper();
        return Int128.Product(new(halves.GetLower() * halves.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Maximum(IntPair512 a)
    {
        var lanes = Vector512.Max(a.Low, a.High);
        var halves = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
        return Int128.Maximum(new(Vector128.Max(halves.GetLower(), halves.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Minimum(IntPair512 a)
    {
        var lanes = Vector512.Min(a.Low, a.High);
        var halves = Vector256.Min(lanes.GetLower(), lanes.GetUpper());
        return Int128.Minimum(new(Vector128.Min(halves.GetLower(), halves.GetUpper())));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int First(IntPair512 a) => a.Low.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Load(Ptr<sbyte> pointer, nint offset) =>
        new() { Low = Memory512.LoadBytes(pointer.Address + offset), High = Memory512.LoadBytes(pointer.Address + offset + 16) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 LoadPart(Ptr<sbyte> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory512.LoadBytesPart(pointer.Address + offset, lanes),
            High = Memory512.LoadBytesPart(pointer.Address + offset + 16, lanes - 16),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 LoadQuads(Ptr<sbyte> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory512.LoadByteQuads(pointer.Address + offset, rowStride),
            High = Memory512.LoadByteQuads(pointer.Address + offset + (16 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<sbyte> pointer, nint offset)
    {
        Memory512.StoreBytes(Low, pointer.Address + offset);
        Memory512.StoreBytes(High, pointer.Address + offset + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<sbyte> pointer, nint offset, int lanes)
    {
        Memory512.StoreBytesPart(Low, pointer.Address + offset, lanes);
        Memory512.StoreBytesPart(High, pointer.Address + offset + 16, lanes - 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<sbyte> pointer, nint offset, nint rowStride)
    {
        Memory512.StoreByteQuads(Low, pointer.Address + offset, rowStride);
        Memory512.StoreByteQuads(High, pointer.Address + offset + (16 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 LoadShorts(ushort* pointer) =>
        new() { Low = Memory512.LoadShorts(pointer), High = Memory512.LoadShorts(pointer + 16) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShorts(ushort* pointer)
    {
        Memory512.StoreShorts(Low, pointer);
        Memory512.StoreShorts(High, pointer + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 LoadShortsPart(ushort* pointer, int lanes) =>
        new() { Low = Memory512.LoadShortsPart(pointer, lanes), High = Memory512.LoadShortsPart(pointer + 16, lanes - 16) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShortsPart(ushort* pointer, int lanes)
    {
        Memory512.StoreShortsPart(Low, pointer, lanes);
        Memory512.StoreShortsPart(High, pointer + 16, lanes - 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 LoadShortQuads(ushort* pointer, nint rowStride) =>
        new()
        {
            Low = Memory512.LoadShortQuads(pointer, rowStride),
            High = Memory512.LoadShortQuads(pointer + (16 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreShortQuads(ushort* pointer, nint rowStride)
    {
        Memory512.StoreShortQuads(Low, pointer, rowStride);
        Memory512.StoreShortQuads(High, pointer + (16 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Less(IntPair512 a, IntPair512 b) =>
        new() { Low = Vector512.LessThan(a.Low, b.Low).AsSingle(), High = Vector512.LessThan(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 LessEqual(IntPair512 a, IntPair512 b) =>
        new()
        {
            Low = Vector512.LessThanOrEqual(a.Low, b.Low).AsSingle(),
            High = Vector512.LessThanOrEqual(a.High, b.High).AsSingle(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Greater(IntPair512 a, IntPair512 b) =>
        new() { Low = Vector512.GreaterThan(a.Low, b.Low).AsSingle(), High = Vector512.GreaterThan(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 GreaterEqual(IntPair512 a, IntPair512 b) =>
        new()
        {
            Low = Vector512.GreaterThanOrEqual(a.Low, b.Low).AsSingle(),
            High = Vector512.GreaterThanOrEqual(a.High, b.High).AsSingle(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Equal(IntPair512 a, IntPair512 b) =>
        new() { Low = Vector512.Equals(a.Low, b.Low).AsSingle(), High = Vector512.Equals(a.High, b.High).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 NotEqual(IntPair512 a, IntPair512 b) =>
        new() { Low = (~Vector512.Equals(a.Low, b.Low)).AsSingle(), High = (~Vector512.Equals(a.High, b.High)).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Select(FloatPair512 mask, IntPair512 a, IntPair512 b) =>
        new()
        {
            Low = Vector512.ConditionalSelect(mask.Low.AsInt32(), a.Low, b.Low),
            High = Vector512.ConditionalSelect(mask.High.AsInt32(), a.High, b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 ToFloat(IntPair512 a) =>
        new() { Low = Vector512.ConvertToSingle(a.Low), High = Vector512.ConvertToSingle(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 FromBits(IntPair512 a) => new() { Low = a.Low.AsSingle(), High = a.High.AsSingle() };
}
