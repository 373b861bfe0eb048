using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TileKit.Cpu;

/// <summary>Sixteen floats in two 256-bit registers, which hide the latency that one would show.</summary>
/// <remarks>
/// Written out for each width, without constructors: the JIT stops inlining after a number of temporaries per method, and every
/// layer of calls costs some.
/// </remarks>
internal unsafe struct FloatPair256 : IFloatVec<FloatPair256, IntPair256>
{
    public Vector256<float> Low;
    public Vector256<float> High;

    public static int Count => 16;

    public static int Registers => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Broadcast(float value)
    {
        var half = Vector256.Create(value);
        return new() { Low = half, High = half };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Load(Ptr<float> pointer, nint offset) =>
        new() { Low = Vector256.Load(pointer.Address + offset), High = Vector256.Load(pointer.Address + offset + 8) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 LoadPart(Ptr<float> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory256.LoadPart(pointer.Address + offset, lanes),
            High = Memory256.LoadPart(pointer.Address + offset + 8, lanes - 8),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 LoadQuads(Ptr<float> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory256.LoadQuads(pointer.Address + offset, rowStride),
            High = Memory256.LoadQuads(pointer.Address + offset + (8 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<float> pointer, nint offset)
    {
        Low.Store(pointer.Address + offset);
        High.Store(pointer.Address + offset + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<float> pointer, nint offset, int lanes)
    {
        Memory256.StorePart(Low, pointer.Address + offset, lanes);
        Memory256.StorePart(High, pointer.Address + offset + 8, lanes - 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<float> pointer, nint offset, nint rowStride)
    {
        Memory256.StoreQuads(Low, pointer.Address + offset, rowStride);
        Memory256.StoreQuads(High, pointer.Address + offset + (8 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Stream(Ptr<float> pointer, nint offset)
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
    public static void Transpose4(ref FloatPair256 a, ref FloatPair256 b, ref FloatPair256 c, ref FloatPair256 d)
    {
        var low = Memory256.Transpose4(a.Low, b.Low, c.Low, d.Low);
        var high = Memory256.Transpose4(a.High, b.High, c.High, d.High);
        a = new() { Low = low.X, High = high.X };
        b = new() { Low = low.Y, High = high.Y };
        c = new() { Low = low.Z, High = high.Z };
        d = new() { Low = low.W, High = high.W };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 MultiplyAdd(FloatPair256 a, FloatPair256 b, FloatPair256 c) =>
        new()
        {
            Low = Vector256.FusedMultiplyAdd(a.Low, b.Low, c.Low),
            High = Vector256.FusedMultiplyAdd(a.High, b.High, c.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref FloatPair256 c, FloatPair256 a, FloatPair256 b)
    {
        c.Low = Vector256.FusedMultiplyAdd(a.Low, b.Low, c.Low);
        c.High = Vector256.FusedMultiplyAdd(a.High, b.High, c.High);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 operator +(FloatPair256 a, FloatPair256 b) =>
        new() { Low = a.Low + b.Low, High = a.High + b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 operator -(FloatPair256 a, FloatPair256 b) =>
        new() { Low = a.Low - b.Low, High = a.High - b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 operator *(FloatPair256 a, FloatPair256 b) =>
        new() { Low = a.Low * b.Low, High = a.High * b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 operator /(FloatPair256 a, FloatPair256 b) =>
        new() { Low = a.Low / b.Low, High = a.High / b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 operator -(FloatPair256 a) => new() { Low = -a.Low, High = -a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Min(FloatPair256 a, FloatPair256 b) =>
        // x64 gives the second operand where either is NaN; three instructions, and few of them wait for a.
        new()
        {
            Low = Vector256.ConditionalSelect(Vector256.Equals(b.Low, b.Low), Vector256.MinNative(b.Low, a.Low), b.Low),
            High = Vector256.ConditionalSelect(Vector256.Equals(b.High, b.High), Vector256.MinNative(b.High, a.High), b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Max(FloatPair256 a, FloatPair256 b) =>
        // x64 gives the second operand where either is NaN; three instructions, and few of them wait for a.
        new()
        {
            Low = Vector256.ConditionalSelect(Vector256.Equals(b.Low, b.Low), Vector256.MaxNative(b.Low, a.Low), b.Low),
            High = Vector256.ConditionalSelect(Vector256.Equals(b.High, b.High), Vector256.MaxNative(b.High, a.High), b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Abs(FloatPair256 a) => new() { Low = Vector256.Abs(a.Low), High = Vector256.Abs(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(FloatPair256 a)
    {
        var lanes = a.Low + a.High;
        return Float128.Sum(new(lanes.GetLower() + lanes.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateDots(ref FloatPair256 dots, FloatPair256 a, FloatPair256 b, FloatPair256 c)
    {
        dots.Low = Vector256.FusedMultiplyAdd(a.Low, b.Low, dots.Low);
        dots.High = Vector256.FusedMultiplyAdd(a.Low, c.Low, dots.High);
        dots.Low = Vector256.FusedMultiplyAdd(a.High, b.High, dots.Low);
        dots.High = Vector256.FusedMultiplyAdd(a.High, c.High, dots.High);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> DotSums(FloatPair256 a, FloatPair256 b)
    {
        var (x, y, z, w) = Memory256.Transpose4(a.Low, a.High, b.Low, b.High);
        var quads = x + y + (z + w);
        return quads.GetLower() + quads.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Product(FloatPair256 a)
    {
        var lanes = a.Low * a.High;
        return Float128.Product(new(lanes.GetLower() * lanes.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Maximum(FloatPair256 a)
    {
        var lanes = Vector256.MaxNative(a.Low, a.High);
        var most = Float128.Most(Vector128.MaxNative(lanes.GetLower(), lanes.GetUpper()));
        return Vector256.EqualsAll(a.Low, a.Low) && Vector256.EqualsAll(a.High, a.High) ? most : float.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Minimum(FloatPair256 a)
    {
        var lanes = Vector256.MinNative(a.Low, a.High);
        var least = Float128.Least(Vector128.MinNative(lanes.GetLower(), lanes.GetUpper()));
        return Vector256.EqualsAll(a.Low, a.Low) && Vector256.EqualsAll(a.High, a.High) ? least : float.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(FloatPair256 a) => a.Low.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Load(Ptr<Half> pointer, nint offset) =>
        HalfBits.ToFloat<FloatPair256, IntPair256>(IntPair256.LoadShorts((ushort*)(pointer.Address + offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 LoadPart(Ptr<Half> pointer, nint offset, int lanes) =>
        HalfBits.ToFloat<FloatPair256, IntPair256>(IntPair256.LoadShortsPart((ushort*)(pointer.Address + offset), lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 LoadQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        HalfBits.ToFloat<FloatPair256, IntPair256>(IntPair256.LoadShortQuads((ushort*)(pointer.Address + offset), rowStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<Half> pointer, nint offset) =>
        HalfBits.FromFloat<FloatPair256, IntPair256>(this).StoreShorts((ushort*)(pointer.Address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<Half> pointer, nint offset, int lanes) =>
        HalfBits.FromFloat<FloatPair256, IntPair256>(this).StoreShortsPart((ushort*)(pointer.Address + offset), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        HalfBits.FromFloat<FloatPair256, IntPair256>(this).StoreShortQuads((ushort*)(pointer.Address + offset), rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Load(Ptr<BFloat16> pointer, nint offset) =>
        BFloat16Bits.ToFloat<FloatPair256, IntPair256>(IntPair256.LoadShorts((ushort*)(pointer.Address + offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 LoadPart(Ptr<BFloat16> pointer, nint offset, int lanes) =>
        BFloat16Bits.ToFloat<FloatPair256, IntPair256>(IntPair256.LoadShortsPart((ushort*)(pointer.Address + offset), lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 LoadQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride) =>
        BFloat16Bits.ToFloat<FloatPair256, IntPair256>(IntPair256.LoadShortQuads((ushort*)(pointer.Address + offset), rowStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<BFloat16> pointer, nint offset) =>
        BFloat16Bits.FromFloat<FloatPair256, IntPair256>(this).StoreShorts((ushort*)(pointer.Address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<BFloat16> pointer, nint offset, int lanes) =>
        BFloat16Bits.FromFloat<FloatPair256, IntPair256>(this).StoreShortsPart((ushort*)(pointer.Address + offset), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride) =>
        BFloat16Bits.FromFloat<FloatPair256, IntPair256>(this).StoreShortQuads((ushort*)(pointer.Address + offset), rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Sqrt(FloatPair256 a) => new() { Low = Vector256.Sqrt(a.Low), High = Vector256.Sqrt(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Round(FloatPair256 a) => new() { Low = Vector256.Round(a.Low), High = Vector256.Round(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Floor(FloatPair256 a) => new() { Low = Vector256.Floor(a.Low), High = Vector256.Floor(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Scale(FloatPair256 a, FloatPair256 n) => PowerOfTwo.Scale<FloatPair256, IntPair256>(a, n);

    public static bool ScalesToInfinity => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 AtMost(FloatPair256 a, FloatPair256 high) =>
        // gives its second operand where either is NaN, on every machine
        new() { Low = Vector256.MinNative(high.Low, a.Low), High = Vector256.MinNative(high.High, a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 AtLeast(FloatPair256 a, FloatPair256 low) =>
        // gives its second operand where either is NaN, on every machine
        new() { Low = Vector256.MaxNative(low.Low, a.Low), High = Vector256.MaxNative(low.High, a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Clamp(FloatPair256 a, FloatPair256 low, FloatPair256 high) =>
        // These two give their second operand where either is NaN, on every machine.
        new()
        {
            Low = Vector256.MaxNative(low.Low, Vector256.MinNative(high.Low, a.Low)),
            High = Vector256.MaxNative(low.High, Vector256.MinNative(high.High, a.High)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Less(FloatPair256 a, FloatPair256 b) =>
        new() { Low = Vector256.LessThan(a.Low, b.Low), High = Vector256.LessThan(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 LessEqual(FloatPair256 a, FloatPair256 b) =>
        new() { Low = Vector256.LessThanOrEqual(a.Low, b.Low), High = Vector256.LessThanOrEqual(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Greater(FloatPair256 a, FloatPair256 b) =>
        new() { Low = Vector256.GreaterThan(a.Low, b.Low), High = Vector256.GreaterThan(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 GreaterEqual(FloatPair256 a, FloatPair256 b) =>
        new() { Low = Vector256.GreaterThanOrEqual(a.Low, b.Low), High = Vector256.GreaterThanOrEqual(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Equal(FloatPair256 a, FloatPair256 b) =>
        new() { Low = Vector256.Equals(a.Low, b.Low), High = Vector256.Equals(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 NotEqual(FloatPair256 a, FloatPair256 b) =>
        new() { Low = ~Vector256.Equals(a.Low, b.Low), High = ~Vector256.Equals(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 And(FloatPair256 a, FloatPair256 b) => new() { Low = a.Low & b.Low, High = a.High & b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Or(FloatPair256 a, FloatPair256 b) => new() { Low = a.Low | b.Low, High = a.High | b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Not(FloatPair256 a) => new() { Low = ~a.Low, High = ~a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 Select(FloatPair256 mask, FloatPair256 a, FloatPair256 b) =>
        new()
        {
            Low = Vector256.ConditionalSelect(mask.Low, a.Low, b.Low),
            High = Vector256.ConditionalSelect(mask.High, a.High, b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 FirstLanes(int lanes) =>
        new() { Low = Memory256.FirstLanes(lanes).AsSingle(), High = Memory256.FirstLanes(lanes - 8).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 ToInt(FloatPair256 a) =>
        new()
        {
            Low = Vector256.ConvertToInt32(Vector256.Round(a.Low)),
            High = Vector256.ConvertToInt32(Vector256.Round(a.High)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair256 Bits(FloatPair256 a) => new() { Low = a.Low.AsInt32(), High = a.High.AsInt32() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 RoundToHalf(FloatPair256 a) => HalfBits.Round<FloatPair256, IntPair256>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair256 RoundToBFloat16(FloatPair256 a) => BFloat16Bits.Round<FloatPair256, IntPair256>(a);
}
