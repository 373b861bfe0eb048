using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>Thirty-two floats in two 512-bit registers, which hide the latency that one would show.</summary>
/// <remarks>
/// Written out for each width, without constructors: the JIT stops inlining after a number of temporaries per method, and every
/// layer of calls costs some.
/// </remarks>
internal unsafe struct FloatPair512 : IFloatVec<FloatPair512, IntPair512>
{
    public Vector512<float> Low;
    public Vector512<float> High;

    public static int Count => 32;

    public static int Registers => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Broadcast(float value)
    {
        var half = Vector512.Create(value);
        return new() { Low = half, High = half };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Load(Ptr<float> pointer, nint offset) =>
        new() { Low = Vector512.Load(pointer.Address + offset), High = Vector512.Load(pointer.Address + offset + 16) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 LoadPart(Ptr<float> pointer, nint offset, int lanes) =>
        new()
        {
            Low = Memory512.LoadPart(pointer.Address + offset, lanes),
            High = Memory512.LoadPart(pointer.Address + offset + 16, lanes - 16),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 LoadQuads(Ptr<float> pointer, nint offset, nint rowStride) =>
        new()
        {
            Low = Memory512.LoadQuads(pointer.Address + offset, rowStride),
            High = Memory512.LoadQuads(pointer.Address + offset + (16 * rowStride), rowStride),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<float> pointer, nint offset)
    {
        Low.Store(pointer.Address + offset);
        High.Store(pointer.Address + offset + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<float> pointer, nint offset, int lanes)
    {
        Memory512.StorePart(Low, pointer.Address + offset, lanes);
        Memory512.StorePart(High, pointer.Address + offset + 16, lanes - 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<float> pointer, nint offset, nint rowStride)
    {
        Memory512.StoreQuads(Low, pointer.Address + offset, rowStride);
        Memory512.StoreQuads(High, pointer.Address + offset + (16 * rowStride), rowStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Stream(Ptr<float> pointer, nint offset)
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
    public static void Transpose4(ref FloatPair512 a, ref FloatPair512 b, ref FloatPair512 c, ref FloatPair512 d)
    {
        var low = Memory512.Transpose4(a.Low, b.Low, c.Low, d.Low);
        var high = Memory512.Transpose4(a.High, b.High, c.High, d.High);
        a = new() { Low = low.X, High = high.X };
        b = new() { Low = low.Y, High = high.Y };
        c = new() { Low = low.Z, High = high.Z };
        d = new() { Low = low.W, High = high.W };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 MultiplyAdd(FloatPair512 a, FloatPair512 b, FloatPair512 c) =>
        new()
        {
            Low = Vector512.FusedMultiplyAdd(a.Low, b.Low, c.Low),
            High = Vector512.FusedMultiplyAdd(a.High, b.High, c.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref FloatPair512 c, FloatPair512 a, FloatPair512 b)
    {
        c.Low = Vector512.FusedMultiplyAdd(a.Low, b.Low, c.Low);
        c.High = Vector512.FusedMultiplyAdd(a.High, b.High, c.High);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 operator +(FloatPair512 a, FloatPair512 b) =>
        new() { Low = a.Low + b.Low, High = a.High + b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 operator -(FloatPair512 a, FloatPair512 b) =>
        new() { Low = a.Low - b.Low, High = a.High - b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 operator *(FloatPair512 a, FloatPair512 b) =>
        new() { Low = a.Low * b.Low, High = a.High * b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 operator /(FloatPair512 a, FloatPair512 b) =>
        new() { Low = a.Low / b.Low, High = a.High / b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 operator -(FloatPair512 a) => new() { Low = -a.Low, High = -a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Min(FloatPair512 a, FloatPair512 b) =>
        // x64 gives the second operand where either is NaN; three instructions, and few of them wait for a.
        new()
        {
            Low = Vector512.ConditionalSelect(Vector512.Equals(b.Low, b.Low), Vector512.MinNative(b.Low, a.Low), b.Low),
            High = Vector512.ConditionalSelect(Vector512.Equals(b.High, b.High), Vector512.MinNative(b.High, a.High), b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Max(FloatPair512 a, FloatPair512 b) =>
        // x64 gives the second operand where either is NaN; three instructions, and few of them wait for a.
        new()
        {
            Low = Vector512.ConditionalSelect(Vector512.Equals(b.Low, b.Low), Vector512.MaxNative(b.Low, a.Low), b.Low),
            High = Vector512.ConditionalSelect(Vector512.Equals(b.High, b.High), Vector512.MaxNative(b.High, a.High), b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Abs(FloatPair512 a) => new() { Low = Vector512.Abs(a.Low), High = Vector512.Abs(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(FloatPair512 a)
    {
        var lanes = a.Low + a.High;
        var halves = lanes.GetLower() + lanes.GetUpper();
        return Float128.Sum(new(halves.GetLower() + halves.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateDots(ref FloatPair512 dots, FloatPair512 a, FloatPair512 b, FloatPair512 c)
    {
        dots.Low = Vector512.FusedMultiplyAdd(a.Low, b.Low, dots.Low);
        dots.High = Vector512.FusedMultiplyAdd(a.Low, c.Low, dots.High);
        dots.Low = Vector512.FusedMultiplyAdd(a.High, b.High, dots.Low);
        dots.High = Vector512.FusedMultiplyAdd(a.High, c.High, dots.High);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> DotSums(FloatPair512 a, FloatPair512 b)
    {
        var (x, y, z, w) = Memory512.Transpose4(a.Low, a.High, b.Low, b.High);
        var quads = x + y + (z + w);
        var halves = quads.GetLower() + quads.GetUpper();
        return halves.GetLower() + halves.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Product(FloatPair512 a)
    {
        var lanes = a.Low * a.High;
        var halves = lanes.GetLower() * lanes.GetUpper();
        return Float128.Product(new(halves.GetLower() * halves.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Maximum(FloatPair512 a)
    {
        var lanes = Vector512.MaxNative(a.Low, a.High);
        var halves = Vector256.MaxNative(lanes.GetLower(), lanes.GetUpper());
        var most = Float128.Most(Vector128.MaxNative(halves.GetLower(), halves.GetUpper()));
        return Vector512.EqualsAll(a.Low, a.Low) && Vector512.EqualsAll(a.High, a.High) ? most : float.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Minimum(FloatPair512 a)
    {
        var lanes = Vector512.MinNative(a.Low, a.High);
        var halves = Vector256.MinNative(lanes.GetLower(), lanes.GetUpper());
        var least = Float128.Least(Vector128.MinNative(halves.GetLower(), halves.GetUpper()));
        return Vector512.EqualsAll(a.Low, a.Low) && Vector512.EqualsAll(a.High, a.High) ? least : float.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(FloatPair512 a) => a.Low.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Load(Ptr<Half> pointer, nint offset) =>
        HalfBits.ToFloat<FloatPair512, IntPair512>(IntPair512.LoadShorts((ushort*)(pointer.Address + offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 LoadPart(Ptr<Half> pointer, nint offset, int lanes) =>
        HalfBits.ToFloat<FloatPair512, IntPair512>(IntPair512.LoadShortsPart((ushort*)(pointer.Address + offset), lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 LoadQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        HalfBits.ToFloat<FloatPair512, IntPair512>(IntPair512.LoadShortQuads((ushort*)(pointer.Address + offset), rowStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<Half> pointer, nint offset) =>
        HalfBits.FromFloat<FloatPair512, IntPair512>(this).StoreShorts((ushort*)(pointer.Address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<Half> pointer, nint offset, int lanes) =>
        HalfBits.FromFloat<FloatPair512, IntPair512>(this).StoreShortsPart((ushort*)(pointer.Address + offset), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        HalfBits.FromFloat<FloatPair512, IntPair512>(this).StoreShortQuads((ushort*)(pointer.Address + offset), rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Load(Ptr<BFloat16> pointer, nint offset) =>
        BFloat16Bits.ToFloat<FloatPair512, IntPair512>(IntPair512.LoadShorts((ushort*)(pointer.Address + offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 LoadPart(Ptr<BFloat16> pointer, nint offset, int lanes) =>
        BFloat16Bits.ToFloat<FloatPair512, IntPair512>(IntPair512.LoadShortsPart((ushort*)(pointer.Address + offset), lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 LoadQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride) =>
        BFloat16Bits.ToFloat<FloatPair512, IntPair512>(IntPair512.LoadShortQuads((ushort*)(pointer.Address + offset), rowStride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Ptr<BFloat16> pointer, nint offset) =>
        BFloat16Bits.FromFloat<FloatPair512, IntPair512>(this).StoreShorts((ushort*)(pointer.Address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StorePart(Ptr<BFloat16> pointer, nint offset, int lanes) =>
        BFloat16Bits.FromFloat<FloatPair512, IntPair512>(this).StoreShortsPart((ushort*)(pointer.Address + offset), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride) =>
        BFloat16Bits.FromFloat<FloatPair512, IntPair512>(this).StoreShortQuads((ushort*)(pointer.Address + offset), rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Sqrt(FloatPair512 a) => new() { Low = Vector512.Sqrt(a.Low), High = Vector512.Sqrt(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Round(FloatPair512 a) => new() { Low = Vector512.Round(a.Low), High = Vector512.Round(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Floor(FloatPair512 a) => new() { Low = Vector512.Floor(a.Low), High = Vector512.Floor(a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Scale(FloatPair512 a, FloatPair512 n) =>
        new() { Low = Scale(a.Low, n.Low), High = Scale(a.High, n.High) };

    public static bool ScalesToInfinity => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 AtMost(FloatPair512 a, FloatPair512 high) =>
        // gives its second operand where either is NaN
        new() { Low = Vector512.MinNative(high.Low, a.Low), High = Vector512.MinNative(high.High, a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 AtLeast(FloatPair512 a, FloatPair512 low) =>
        // gives its second operand where either is NaN
        new() { Low = Vector512.MaxNative(low.Low, a.Low), High = Vector512.MaxNative(low.High, a.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Clamp(FloatPair512 a, FloatPair512 low, FloatPair512 high) =>
        // These two give their second operand where either is NaN, on every machine.
        new()
        {
            Low = Vector512.MaxNative(low.Low, Vector512.MinNative(high.Low, a.Low)),
            High = Vector512.MaxNative(low.High, Vector512.MinNative(high.High, a.High)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Less(FloatPair512 a, FloatPair512 b) =>
        new() { Low = Vector512.LessThan(a.Low, b.Low), High = Vector512.LessThan(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 LessEqual(FloatPair512 a, FloatPair512 b) =>
        new() { Low = Vector512.LessThanOrEqual(a.Low, b.Low), High = Vector512.LessThanOrEqual(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Greater(FloatPair512 a, FloatPair512 b) =>
        new() { Low = Vector512.GreaterThan(a.Low, b.Low), High = Vector512.GreaterThan(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 GreaterEqual(FloatPair512 a, FloatPair512 b) =>
        new() { Low = Vector512.GreaterThanOrEqual(a.Low, b.Low), High = Vector512.GreaterThanOrEqual(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Equal(FloatPair512 a, FloatPair512 b) =>
        new() { Low = Vector512.Equals(a.Low, b.Low), High = Vector512.Equals(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 NotEqual(FloatPair512 a, FloatPair512 b) =>
        new() { Low = ~Vector512.Equals(a.Low, b.Low), High = ~Vector512.Equals(a.High, b.High) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 And(FloatPair512 a, FloatPair512 b) => new() { Low = a.Low & b.Low, High = a.High & b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Or(FloatPair512 a, FloatPair512 b) => new() { Low = a.Low | b.Low, High = a.High | b.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Not(FloatPair512 a) => new() { Low = ~a.Low, High = ~a.High };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 Select(FloatPair512 mask, FloatPair512 a, FloatPair512 b) =>
        new()
        {
            Low = Vector512.ConditionalSelect(mask.Low, a.Low, b.Low),
            High = Vector512.ConditionalSelect(mask.High, a.High, b.High),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 FirstLanes(int lanes) =>
        new() { Low = Memory512.FirstLanes(lanes).AsSingle(), High = Memory512.FirstLanes(lanes - 16).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 ToInt(FloatPair512 a) =>
        new()
        {
            Low = Vector512.ConvertToInt32(Vector512.Round(a.Low)),
            High = Vector512.ConvertToInt32(Vector512.Round(a.High)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntPair512 Bits(FloatPair512 a) => new() { Low = a.Low.AsInt32(), High = a.High.AsInt32() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 RoundToHalf(FloatPair512 a) => HalfBits.Round<FloatPair512, IntPair512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatPair512 RoundToBFloat16(FloatPair512 a) => BFloat16Bits.Round<FloatPair512, IntPair512>(a);

    // a result that underflows takes the machine two hundred cycles, one that is masked out none
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Scale(Vector512<float> a, Vector512<float> n) =>
        Vector512.ConditionalSelect(Avx512F.CompareNotLessThan(n, Vector512.Create(-150f)), Avx512F.Scale(a, n), Vector512<float>.Zero);
}
