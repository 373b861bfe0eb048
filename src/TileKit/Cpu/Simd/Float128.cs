using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TileKit.Cpu;

/// <summary>Four floats in one 128-bit register.</summary>
internal unsafe struct Float128(Vector128<float> value) : IFloatVec<Float128, Int128>
{
    public Vector128<float> Value = value;

    public static int Count => 4;

    // ARM has 32 vector registers of this width, x64 without AVX-512 has 16.
    public static int Registers => AdvSimd.IsSupported ? 32 : 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Broadcast(float value) => new() { Value = Vector128.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Load(Ptr<float> pointer, nint offset) => new() { Value = Vector128.Load(pointer.Address + offset) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LoadPart(Ptr<float> pointer, nint offset, int lanes) =>
        new() { Value = Memory128.LoadPart(pointer.Address + offset, lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LoadQuads(Ptr<float> pointer, nint offset, nint rowStride) =>
        new() { Value = Memory128.LoadQuads(pointer.Address + offset, rowStride) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Ptr<float> pointer, nint offset) => Value.Store(pointer.Address + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePart(Ptr<float> pointer, nint offset, int lanes) =>
        Memory128.StorePart(Value, pointer.Address + offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreQuads(Ptr<float> pointer, nint offset, nint rowStride) =>
        Memory128.StoreQuads(Value, pointer.Address + offset, rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Stream(Ptr<float> pointer, nint offset)
    {
        var address = pointer.Address + offset;
        if (((nint)address & 15) == 0)
        {
            Value.StoreAlignedNonTemporal(address);
        }
        else
        {
            Value.Store(address);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose4(ref Float128 a, ref Float128 b, ref Float128 c, ref Float128 d)
    {
        var (x, y, z, w) = Memory128.Transpose4(a.Value, b.Value, c.Value, d.Value);
        a = new(x);
        b = new(y);
        c = new(z);
        d = new(w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 MultiplyAdd(Float128 a, Float128 b, Float128 c) =>
        new() { Value = Vector128.FusedMultiplyAdd(a.Value, b.Value, c.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Float128 c, Float128 a, Float128 b) =>
        c.Value = Vector128.FusedMultiplyAdd(a.Value, b.Value, c.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator +(Float128 a, Float128 b) => new() { Value = a.Value + b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator -(Float128 a, Float128 b) => new() { Value = a.Value - b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator *(Float128 a, Float128 b) => new() { Value = a.Value * b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator -(Float128 a) => new() { Value = -a.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Min(Float128 a, Float128 b) =>
        // x64 gives the second operand where either is NaN; three instructions, and few of them wait for a.
        new(Sse.IsSupported
            ? Vector128.ConditionalSelect(Vector128.Equals(b.Value, b.Value), Vector128.MinNative(b.Value, a.Value), b.Value)
            : Vector128.Min(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Max(Float128 a, Float128 b) =>
        // x64 gives the second operand where either is NaN; three instructions, and few of them wait for a.
        new(Sse.IsSupported
            ? Vector128.ConditionalSelect(Vector128.Equals(b.Value, b.Value), Vector128.MaxNative(b.Value, a.Value), b.Value)
            : Vector128.Max(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Abs(Float128 a) => new() { Value = Vector128.Abs(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Float128 a)
    {
        var pairs = a.Value + Vector128.Shuffle(a.Value, Vector128.Create(2, 3, 0, 1));
        var all = pairs + Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2));
        return all.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateDots(ref Float128 dots, Float128 a, Float128 b, Float128 c)
    {
        var (x, y) = (a.Value * b.Value, a.Value * c.Value);
        dots.Value += Vector128.Create(x.GetLower(), y.GetLower()) + Vector128.Create(x.GetUpper(), y.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> DotSums(Float128 a, Float128 b)
    {
        var (x, y) = (a.Value + Vector128.Shuffle(a.Value, Vector128.Create(1, 0, 3, 2)), b.Value + Vector128.Shuffle(b.Value, Vector128.Create(1, 0, 3, 2)));
        return Vector128.Create(x[0], x[2], y[0], y[2]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Product(Float128 a)
    {
        var pairs = a.Value * Vector128.Shuffle(a.Value, Vector128.Create(2, 3, 0, 1));
        var all = pairs * Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2));
        return all.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Maximum(Float128 a) => Vector128.EqualsAll(a.Value, a.Value) ? Most(a.Value) : float.NaN;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Minimum(Float128 a) => Vector128.EqualsAll(a.Value, a.Value) ? Least(a.Value) : float.NaN;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(Float128 a) => a.Value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Load(Ptr<Half> pointer, nint offset) =>
        HalfBits.ToFloat<Float128, Int128>(new(Memory128.LoadShorts((ushort*)(pointer.Address + offset))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LoadPart(Ptr<Half> pointer, nint offset, int lanes) =>
        HalfBits.ToFloat<Float128, Int128>(new(Memory128.LoadShortsPart((ushort*)(pointer.Address + offset), lanes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LoadQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        HalfBits.ToFloat<Float128, Int128>(new(Memory128.LoadShortQuads((ushort*)(pointer.Address + offset), rowStride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Ptr<Half> pointer, nint offset) =>
        Memory128.StoreShorts(HalfBits.FromFloat<Float128, Int128>(this).Value, (ushort*)(pointer.Address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePart(Ptr<Half> pointer, nint offset, int lanes) =>
        Memory128.StoreShortsPart(HalfBits.FromFloat<Float128, Int128>(this).Value, (ushort*)(pointer.Address + offset), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreQuads(Ptr<Half> pointer, nint offset, nint rowStride) =>
        Memory128.StoreShortQuads(HalfBits.FromFloat<Float128, Int128>(this).Value, (ushort*)(pointer.Address + offset), rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Load(Ptr<BFloat16> pointer, nint offset) =>
        BFloat16Bits.ToFloat<Float128, Int128>(new(Memory128.LoadShorts((ushort*)(pointer.Address + offset))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LoadPart(Ptr<BFloat16> pointer, nint offset, int lanes) =>
        BFloat16Bits.ToFloat<Float128, Int128>(new(Memory128.LoadShortsPart((ushort*)(pointer.Address + offset), lanes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LoadQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride) =>
        BFloat16Bits.ToFloat<Float128, Int128>(new(Memory128.LoadShortQuads((ushort*)(pointer.Address + offset), rowStride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Ptr<BFloat16> pointer, nint offset) =>
        Memory128.StoreShorts(BFloat16Bits.FromFloat<Float128, Int128>(this).Value, (ushort*)(pointer.Address + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePart(Ptr<BFloat16> pointer, nint offset, int lanes) =>
        Memory128.StoreShortsPart(BFloat16Bits.FromFloat<Float128, Int128>(this).Value, (ushort*)(pointer.Address + offset), lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreQuads(Ptr<BFloat16> pointer, nint offset, nint rowStride) =>
        Memory128.StoreShortQuads(BFloat16Bits.FromFloat<Float128, Int128>(this).Value, (ushort*)(pointer.Address + offset), rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 operator /(Float128 a, Float128 b) => new() { Value = a.Value / b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Sqrt(Float128 a) => new() { Value = Vector128.Sqrt(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Round(Float128 a) => new() { Value = Vector128.Round(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Floor(Float128 a) => new() { Value = Vector128.Floor(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Scale(Float128 a, Float128 n) => PowerOfTwo.Scale<Float128, Int128>(a, n);

    public static bool ScalesToInfinity => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 AtMost(Float128 a, Float128 high) =>
        // gives its second operand where either is NaN, on every machine
        new() { Value = Vector128.MinNative(high.Value, a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 AtLeast(Float128 a, Float128 low) =>
        // gives its second operand where either is NaN, on every machine
        new() { Value = Vector128.MaxNative(low.Value, a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Clamp(Float128 a, Float128 low, Float128 high) =>
        // These two give their second operand where either is NaN, on every machine.
        new() { Value = Vector128.MaxNative(low.Value, Vector128.MinNative(high.Value, a.Value)) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Less(Float128 a, Float128 b) => new() { Value = Vector128.LessThan(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LessEqual(Float128 a, Float128 b) => new() { Value = Vector128.LessThanOrEqual(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Greater(Float128 a, Float128 b) => new() { Value = Vector128.GreaterThan(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 GreaterEqual(Float128 a, Float128 b) => new() { Value = Vector128.GreaterThanOrEqual(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Equal(Float128 a, Float128 b) => new() { Value = Vector128.Equals(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 NotEqual(Float128 a, Float128 b) => new() { Value = ~Vector128.Equals(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 And(Float128 a, Float128 b) => new() { Value = a.Value & b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Or(Float128 a, Float128 b) => new() { Value = a.Value | b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Not(Float128 a) => new() { Value = ~a.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Select(Float128 mask, Float128 a, Float128 b) =>
        new() { Value = Vector128.ConditionalSelect(mask.Value, a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 FirstLanes(int lanes) => new() { Value = Memory128.FirstLanes(lanes).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 ToInt(Float128 a) => new() { Value = Vector128.ConvertToInt32(Vector128.Round(a.Value)) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Bits(Float128 a) => new() { Value = a.Value.AsInt32() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 RoundToHalf(Float128 a) => HalfBits.Round<Float128, Int128>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 RoundToBFloat16(Float128 a) => BFloat16Bits.Round<Float128, Int128>(a);

    /// <summary>The greatest lane. Where there is NaN, it is not known which; who asks looks for it besides, and no step across lanes waits for that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Most(Vector128<float> a)
    {
        var pairs = Vector128.MaxNative(a, Vector128.Shuffle(a, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <summary>The least lane; as for <see cref="Most"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Least(Vector128<float> a)
    {
        var pairs = Vector128.MinNative(a, Vector128.Shuffle(a, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MinNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
