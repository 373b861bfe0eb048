using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace TileKit.Cpu;

/// <summary>Four ints in one 128-bit register.</summary>
internal unsafe struct Int128(Vector128<int> value) : IIntVec<Int128, Float128>
{
    public Vector128<int> Value = value;

    public static int Count => 4;

    // ARM has 32 vector registers of this width, x64 without AVX-512 has 16.
    public static int Registers => AdvSimd.IsSupported ? 32 : 16;

    public static Int128 Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { Value = Vector128<int>.Indices };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Broadcast(int value) => new() { Value = Vector128.Create(value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Load(Ptr<int> pointer, nint offset) => new() { Value = Vector128.Load(pointer.Address + offset) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 LoadPart(Ptr<int> pointer, nint offset, int lanes) =>
        new() { Value = Memory128.LoadPart(pointer.Address + offset, lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 LoadQuads(Ptr<int> pointer, nint offset, nint rowStride) =>
        new() { Value = Memory128.LoadQuads(pointer.Address + offset, rowStride) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Ptr<int> pointer, nint offset) => Value.Store(pointer.Address + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePart(Ptr<int> pointer, nint offset, int lanes) => Memory128.StorePart(Value, pointer.Address + offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreQuads(Ptr<int> pointer, nint offset, nint rowStride) =>
        Memory128.StoreQuads(Value, pointer.Address + offset, rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Stream(Ptr<int> pointer, nint offset)
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
    public static void Transpose4(ref Int128 a, ref Int128 b, ref Int128 c, ref Int128 d)
    {
        var (x, y, z, w) = Memory128.Transpose4(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle(), d.Value.AsSingle());
        a = new(x.AsInt32());
        b = new(y.AsInt32());
        c = new(z.AsInt32());
        d = new(w.AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 MultiplyAdd(Int128 a, Int128 b, Int128 c) => new() { Value = (a.Value * b.Value) + c.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Int128 c, Int128 a, Int128 b) => c.Value = (a.Value * b.Value) + c.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator +(Int128 a, Int128 b) => new() { Value = a.Value + b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator -(Int128 a, Int128 b) => new() { Value = a.Value - b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator *(Int128 a, Int128 b) => new() { Value = a.Value * b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator -(Int128 a) => new() { Value = -a.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Min(Int128 a, Int128 b) => new() { Value = Vector128.Min(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Max(Int128 a, Int128 b) => new() { Value = Vector128.Max(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Abs(Int128 a) => new() { Value = Vector128.Abs(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum(Int128 a)
    {
        var pairs = a.Value + Vector128.Shuffle(a.Value, Vector128.Create(2, 3, 0, 1));
        var all = pairs + Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2));
        return all.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateDots(ref Int128 dots, Int128 a, Int128 b, Int128 c)
    {
        var (x, y) = (a.Value * b.Value, a.Value * c.Value);
        dots.Value += Vector128.Create(x.GetLower(), y.GetLower()) + Vector128.Create(x.GetUpper(), y.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> DotSums(Int128 a, Int128 b)
    {
        var (x, y) = (a.Value + Vector128.Shuffle(a.Value, Vector128.Create(1, 0, 3, 2)), b.Value + Vector128.Shuffle(b.Value, Vector128.Create(1, 0, 3, 2)));
        return Vector128.Create(x[0], x[2], y[0], y[2]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Product(Int128 a)
    {
        var pairs = a.Value * Vector128.Shuffle(a.Value, Vector128.Create(2, 3, 0, 1));
        var all = pairs * Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2));
        return all.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Maximum(Int128 a)
    {
        var pairs = Vector128.Max(a.Value, Vector128.Shuffle(a.Value, Vector128.Create(2, 3, 0, 1)));
        var all = Vector128.Max(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2)));
        return all.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Minimum(Int128 a)
    {
        var pairs = Vector128.Min(a.Value, Vector128.Shuffle(a.Value, Vector128.Create(2, 3, 0, 1)));
        var all = Vector128.Min(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2)));
        return all.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int First(Int128 a) => a.Value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Load(Ptr<sbyte> pointer, nint offset) => new() { Value = Memory128.LoadBytes(pointer.Address + offset) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 LoadPart(Ptr<sbyte> pointer, nint offset, int lanes) =>
        new() { Value = Memory128.LoadBytesPart(pointer.Address + offset, lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 LoadQuads(Ptr<sbyte> pointer, nint offset, nint rowStride) =>
        new() { Value = Memory128.LoadByteQuads(pointer.Address + offset, rowStride) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Ptr<sbyte> pointer, nint offset) => Memory128.StoreBytes(Value, pointer.Address + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StorePart(Ptr<sbyte> pointer, nint offset, int lanes) =>
        Memory128.StoreBytesPart(Value, pointer.Address + offset, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreQuads(Ptr<sbyte> pointer, nint offset, nint rowStride) =>
        Memory128.StoreByteQuads(Value, pointer.Address + offset, rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator &(Int128 a, Int128 b) => new() { Value = a.Value & b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator |(Int128 a, Int128 b) => new() { Value = a.Value | b.Value };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator <<(Int128 a, int count) => new() { Value = a.Value << count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator >>(Int128 a, int count) => new() { Value = a.Value >> count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 operator >>>(Int128 a, int count) => new() { Value = a.Value >>> count };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Dot4(Int128 a, Int128 b) => new() { Value = ByteDot.Of(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Dot4Of7Bits(Int128 a, Int128 b) => new() { Value = ByteDot.Of7Bits(a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 AddDot4(Int128 sum, Int128 a, Int128 b) => new() { Value = ByteDot.Add(sum.Value, a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 EndDot4(Int128 sum) => new() { Value = ByteDot.End(sum.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Less(Int128 a, Int128 b) => new() { Value = Vector128.LessThan(a.Value, b.Value).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 LessEqual(Int128 a, Int128 b) =>
        new() { Value = Vector128.LessThanOrEqual(a.Value, b.Value).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Greater(Int128 a, Int128 b) => new() { Value = Vector128.GreaterThan(a.Value, b.Value).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 GreaterEqual(Int128 a, Int128 b) =>
        new() { Value = Vector128.GreaterThanOrEqual(a.Value, b.Value).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 Equal(Int128 a, Int128 b) => new() { Value = Vector128.Equals(a.Value, b.Value).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 NotEqual(Int128 a, Int128 b) => new() { Value = (~Vector128.Equals(a.Value, b.Value)).AsSingle() };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Select(Float128 mask, Int128 a, Int128 b) =>
        new() { Value = Vector128.ConditionalSelect(mask.Value.AsInt32(), a.Value, b.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 ToFloat(Int128 a) => new() { Value = Vector128.ConvertToSingle(a.Value) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float128 FromBits(Int128 a) => new() { Value = a.Value.AsSingle() };
}
