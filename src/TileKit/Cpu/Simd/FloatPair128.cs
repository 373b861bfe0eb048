using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>Eight floats in two 128-bit registers, which hide the latency that one would show.</summary>
/// <remarks>
/// Written out for each width, without constructors: the JIT stops inlining after a number of temporaries per method, and every
/// layer of calls costs some.
/// </remarks>
internal unsafe struct FloatPair128 : IFloatVec<FloatPair128, IntPair128>
{
    public Vector128<float> Low;
    public Vector128<float> High;

    public static int Count => 8;

    // ARM has 32 vector registers of this width, x64 without AVX-512 has 16.
    public static int Registers => AdvSimd.IsSupported ? 32 : 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Broadcast(float value)
    {
        var half = Vector128.Create(value);
        return new() { Low = half, High = half };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Load(Ptr<float> pointer, nint offset) =>
        new() { Low = Vector128.Load(pointer.Address + offset), High = Vector128.Load(pointer.Address + offset + 4) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 LoadPart(Ptr<float> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory128.LoadPart(pointer.Address + offset, lanes),
            High = Memory128.LoadPart(pointer.Address + offset + 4, lanes - 4),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 LoadQuads(Ptr<float> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory128.LoadQuads(pointer.Address + offset, rowStride),
            High = Memory128.LoadQuads(pointer.Address + offset + (4 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<float> pointer, nint offset)
    {
        Low.Store(pointer.Address + offset);
        High.Store(pointer.Address + offset + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<float> pointer, nint offset, int lanes)
    {
        Memory128.StorePart(Low, pointer.Address + offset, lanes);
        Memory128.StorePart(High, pointer.Address + offset + 4, lanes - 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<float> pointer, nint offset, nint rowStride)
    {
        Memory128.StoreQuads(Low, pointer.Address + offset, rowStride);
        Memory128.StoreQuads(High, pointer.Address + offset + (4 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Stream(Ptr<float> pointer, nint offset)
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
    public static void Transpose4(ref FloatPair128 a, ref FloatPair128 b, ref FloatPair128 c, ref FloatPair128 d)
    {
        var low = Memory128.Transpose4(a.Low, b.Low, c.Low, d.Low);
        var high = Memory128.Transpose4(a.High, b.High, c.High, d.High);
        a = new() { Low = low.X, High = high.X };
        b = new() { Low = low.Y, High = high.Y };
        c = new() { Low = low.Z, High = high.Z };
        d = new() { Low = low.W, High = high.W };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 MultiplyAdd(FloatPair128 a, FloatPair128 b, FloatPair128 c) =>
        new()
        {
            Low = Vector128.FusedMultiplyAdd(a.Low, b.Low, c.Low),
            High = Vector128.FusedMultiplyAdd(a.High, b.High, c.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref FloatPair128 c, FloatPair128 a, FloatPair128 b)
    {
        c.Low = Vector128.FusedMultiplyAdd(a.Low, b.Low, c.Low);
        c.High = Vector128.FusedMultiplyAdd(a.High, b.High, c.High);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 operator +(FloatPair128 a, FloatPair128 b) =>
        new() { Low = a.Low + b.Low, High = a.High + b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 operator -(FloatPair128 a, FloatPair128 b) =>
        new() { Low = a.Low - b.Low, High = a.High - b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 operator *(FloatPair128 a, FloatPair128 b) =>
        new() { Low = a.Low * b.Low, High = a.High * b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 operator /(FloatPair128 a, FloatPair128 b) =>
        new() { Low = a.Low / b.Low, High = a.High / b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 operator -(FloatPair128 a) => new() { Low = -a.Low, High = -a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Min(FloatPair128 a, FloatPair128 b) =>
        // x64 gives the second operand where either is NaN; three instructions, and few of them wait for a.
        Sse.IsSupported
            ? new()
            {
                Low = Vector128.ConditionalSelect(Vector128.Equals(b.Low, b.Low), Vector128.MinNative(b.Low, a.Low), b.Low),
                High = Vector128.ConditionalSelect(Vector128.Equals(b.High, b.High), Vector128.MinNative(b.High, a.High), b.High),
            }
            : new() { Low = Vector128.Min(a.Low, b.Low), High = Vector128.Min(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Max(FloatPair128 a, FloatPair128 b) =>
        // x64 gives the second operand where either is NaN; three instructions, and few of them wait for a.
        Sse.IsSupported
            ? new()
            {
                Low = Vector128.ConditionalSelect(Vector128.Equals(b.Low, b.Low), Vector128.MaxNative(b.Low, a.Low), b.Low),
                High = Vector128.ConditionalSelect(Vector128.Equals(b.High, b.High), Vector128.MaxNative(b.High, a.High), b.High),
            }
            : new() { Low = Vector128.Max(a.Low, b.Low), High = Vector128.Max(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Abs(FloatPair128 a) => new() { Low = Vector128.Abs(a.Low), High = Vector128.Abs(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(FloatPair128 a) => Float128.Sum(new(a.Low + a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateDots(ref FloatPair128 dots, FloatPair128 a, FloatPair128 b, FloatPair128 c)
    {
        dots.Low = Vector128.FusedMultiplyAdd(a.Low, b.Low, dots.Low);
        dots.High = Vector128.FusedMultiplyAdd(a.Low, c.Low, dots.High);
        dots.Low = Vector128.FusedMultiplyAdd(a.High, b.High, dots.Low);
        dots.High = Vector128.FusedMultiplyAdd(a.High, c.High, dots.High);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> DotSums(FloatPair128 a, FloatPair128 b)
    {
        var (x, y, z, w) = Memory128.Transpose4(a.Low, a.High, b.Low, b.High);
        return x + y + (z + w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Product(FloatPair128 a) => Float128.Product(new(a.Low * a.High));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Maximum(FloatPair128 a) =>
        Vector128.EqualsAll(a.Low, a.Low) && Vector128.EqualsAll(a.High, a.High) ? Float128.Most(Vector128.MaxNative(a.Low, a.High)) : float.NaN;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Minimum(FloatPair128 a) =>
        Vector128.EqualsAll(a.Low, a.Low) && Vector128.EqualsAll(a.High, a.High) ? Float128.Least(Vector128.MinNative(a.Low, a.High)) : float.NaN;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(FloatPair128 a) => a.Low.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Load(Ptr<Half> pointer, nint offset) =>
        HalfBits.ToFloat<FloatPair128, IntPair128>(IntPair128.LoadShorts((ushort*)(pointer.Address + offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 LoadPart(Ptr<Half> pointer, nint offset, int lanes) =>
        HalfBits.ToFloat<FloatPair128, IntPair128>(IntPair128.LoadShortsPart((ushort*)(pointer.Address + offset), lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 LoadQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        HalfBits.ToFloat<FloatPair128, IntPair128>(IntPair128.LoadShortQuads((ushort*)(pointer.Address + offset), rowStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<Half> pointer, nint offset) =>
        HalfBits.FromFloat<FloatPair128, IntPair128>(this).StoreShorts((ushort*)(pointer.Address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<Half> pointer, nint offset, int lanes) =>
        HalfBits.FromFloat<FloatPair128, IntPair128>(this).StoreShortsPart((ushort*)(pointer.Address + offset), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        HalfBits.FromFloat<FloatPair128, IntPair128>(this).StoreShortQuads((ushort*)(pointer.Address + offset), rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Load(Ptr<BFloat16> pointer, nint offset) =>
        BFloat16Bits.ToFloat<FloatPair128, IntPair128>(IntPair128.LoadShorts((ushort*)(pointer.Address + offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 LoadPart(Ptr<BFloat16> pointer, nint offset, int lanes) =>
        BFloat16Bits.ToFloat<FloatPair128, IntPair128>(IntPair128.LoadShortsPart((ushort*)(pointer.Address + offset), lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 LoadQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride) =>
        BFloat16Bits.ToFloat<FloatPair128, IntPair128>(IntPair128.LoadShortQuads((ushort*)(pointer.Address + offset), rowStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<BFloat16> pointer, nint offset) =>
        BFloat16Bits.FromFloat<FloatPair128, IntPair128>(this).StoreShorts((ushort*)(pointer.Address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<BFloat16> pointer, nint offset, int lanes) =>
        BFloat16Bits.FromFloat<FloatPair128, IntPair128>(this).StoreShortsPart((ushort*)(pointer.Address + offset), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride) =>
        BFloat16Bits.FromFloat<FloatPair128, IntPair128>(this).StoreShortQuads((ushort*)(pointer.Address + offset), rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Sqrt(FloatPair128 a) => new() { Low = Vector128.Sqrt(a.Low), High = Vector128.Sqrt(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Round(FloatPair128 a) => new() { Low = Vector128.Round(a.Low), High = Vector128.Round(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Floor(FloatPair128 a) => new() { Low = Vector128.Floor(a.Low), High = Vector128.Floor(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Scale(FloatPair128 a, FloatPair128 n) => PowerOfTwo.Scale<FloatPair128, IntPair128>(a, n);

    public static bool ScalesToInfinity => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 AtMost(FloatPair128 a, FloatPair128 high) =>
        // gives its second operand where either is NaN, on every machine
        new() { Low = Vector128.MinNative(high.Low, a.Low), High = Vector128.MinNative(high.High, a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 AtLeast(FloatPair128 a, FloatPair128 low) =>
        // gives its second operand where either is NaN, on every machine
        new() { Low = Vector128.MaxNative(low.Low, a.Low), High = Vector128.MaxNative(low.High, a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Clamp(FloatPair128 a, FloatPair128 low, FloatPair128 high) =>
        // These two give their second operand where either is NaN, on every machine.
        new()
        {
            Low = Vector128.MaxNative(low.Low, Vector128.MinNative(high.Low, a.Low)),
            High = Vector128.MaxNative(low.High, Vector128.MinNative(high.High, a.High)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Less(FloatPair128 a, FloatPair128 b) =>
        new() { Low = Vector128.LessThan(a.Low, b.Low), High = Vector128.LessThan(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 LessEqual(FloatPair128 a, FloatPair128 b) =>
        new() { Low = Vector128.LessThanOrEqual(a.Low, b.Low), High = Vector128.LessThanOrEqual(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Greater(FloatPair128 a, FloatPair128 b) =>
        new() { Low = Vector128.GreaterThan(a.Low, b.Low), High = Vector128.GreaterThan(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 GreaterEqual(FloatPair128 a, FloatPair128 b) =>
        new() { Low = Vector128.GreaterThanOrEqual(a.Low, b.Low), High = Vector128.GreaterThanOrEqual(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Equal(FloatPair128 a, FloatPair128 b) =>
        new() { Low = Vector128.Equals(a.Low, b.Low), High = Vector128.Equals(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 NotEqual(FloatPair128 a, FloatPair128 b) =>
        new() { Low = ~Vector128.Equals(a.Low, b.Low), High = ~Vector128.Equals(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 And(FloatPair128 a, FloatPair128 b) => new() { Low = a.Low & b.Low, High = a.High & b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Or(FloatPair128 a, FloatPair128 b) => new() { Low = a.Low | b.Low, High = a.High | b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Not(FloatPair128 a) => new() { Low = ~a.Low, High = ~a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 Select(FloatPair128 mask, FloatPair128 a, FloatPair128 b) =>
        new()
        {
            Low = Vector128.ConditionalSelect(mask.Low, a.Low, b.Low),
            High = Vector128.ConditionalSelect(mask.High, a.High, b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 FirstLanes(int lanes) =>
        new() { Low = Memory128.FirstLanes(lanes).AsSingle(), High = Memory128.FirstLanes(lanes - 4).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 ToInt(FloatPair128 a) =>
        new()
        {
            Low = Vector128.ConvertToInt32(Vector128.Round(a.Low)),
            High = Vector128.ConvertToInt32(Vector128.Round(a.High)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair128 Bits(FloatPair128 a) => new() { Low = a.Low.AsInt32(), High = a.High.AsInt32() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 RoundToHalf(FloatPair128 a) => HalfBits.Round<FloatPair128, IntPair128>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair128 RoundToBFloat16(FloatPair128 a) => BFloat16Bits.Round<FloatPair128, IntPair128>(a);
}
