using System.ComponentModel;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>
/// Matrix products on tensor cores. A warp computes them together: each thread has a part of each matrix, as the instructions <c>ldmatrix</c> and
/// <c>mma</c> deal them (PTX ISA, <i>Warp level matrix instructions</i>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Fragments
{
    private const int UpperHalf = unchecked((int)0xFFFF0000);
    private const int UpperBits = unchecked((int)0xFFFFE000);

    /// <summary>Shared memory that matrices are loaded from: aligned to 16 bytes.</summary>
    public static ArrayView<ushort> Tile(ArrayView<ushort> memory) => memory.AsAligned(16);

    /// <summary>The same of bytes.</summary>
    public static ArrayView<sbyte> Tile(ArrayView<sbyte> memory) => memory.AsAligned(16);

    /// <summary>The same of floats.</summary>
    public static ArrayView<float> Tile(ArrayView<float> memory) => memory.AsAligned(16);

    /// <summary>
    /// Four matrices of 8 × 8. Of the n-th, thread 8n + i names where row i begins, a multiple of 16 bytes; thread 4i + j gets the elements 2j and 2j + 1 of row i.
    /// </summary>
    public static Int4 Load(ArrayView<ushort> tile, int index) => TensorCore.Load(tile, index);

    /// <summary>Four matrices of 8 × 16 bytes: thread 4i + j gets the elements from 4j to 4j + 3 of row i.</summary>
    public static Int4 Load(ArrayView<sbyte> tile, int index) => TensorCore.Load(tile, index);

    /// <summary>Four matrices of 8 × 4, as bits: thread 4i + j gets element j of row i.</summary>
    public static Int4 Load(ArrayView<float> tile, int index) => TensorCore.Load(tile, index);

    /// <summary>Four floats, as bits: at an index, a first distance on, a second one on, and both.</summary>
    public static Int4 Gather(ArrayView<float> tile, int index, int first, int second) => new()
    {
        V0 = Bits.Of(tile[index]), V1 = Bits.Of(tile[index + first]), V2 = Bits.Of(tile[index + second]), V3 = Bits.Of(tile[index + first + second]),
    };

    /// <summary>Four matrices of 8 × 8, each turned: thread 4i + j gets column i's elements of the rows 2j and 2j + 1.</summary>
    public static Int4 LoadTurned(ArrayView<ushort> tile, int index) => TensorCore.LoadTurned(tile, index);

    /// <summary>The nearest BFloat16s, ties to even, two by two.</summary>
    public static Int4 PackBF16(Float2 a, Float2 b, Float2 c, Float2 d) => new()
    {
        V0 = TensorCore.PackBFloat16(a.V0, a.V1), V1 = TensorCore.PackBFloat16(b.V0, b.V1),
        V2 = TensorCore.PackBFloat16(c.V0, c.V1), V3 = TensorCore.PackBFloat16(d.V0, d.V1),
    };

    /// <summary>The upper halves of the numbers, which are BFloat16s no farther from zero.</summary>
    public static Int4 UpperBF16(Float2 a, Float2 b, Float2 c, Float2 d) => new() { V0 = Upper(a), V1 = Upper(b), V2 = Upper(c), V3 = Upper(d) };

    /// <summary>What <see cref="UpperBF16"/> left of the numbers, as BFloat16s.</summary>
    public static Int4 LowerBF16(Float2 a, Float2 b, Float2 c, Float2 d) => PackBF16(Lower(a), Lower(b), Lower(c), Lower(d));

    /// <summary>The nearest Halves, ties to even, two by two.</summary>
    public static Int4 PackF16(Float2 a, Float2 b, Float2 c, Float2 d) => new()
    {
        V0 = TensorCore.PackHalf(a.V0, a.V1), V1 = TensorCore.PackHalf(b.V0, b.V1),
        V2 = TensorCore.PackHalf(c.V0, c.V1), V3 = TensorCore.PackHalf(d.V0, d.V1),
    };

    /// <summary>What a thread has of an accumulator as A, as bits: its first column, then the second, of each the row above and the one below.</summary>
    public static Int4 Floats(Float2 top, Float2 bottom) => new() { V0 = Bits.Of(top.V0), V1 = Bits.Of(bottom.V0), V2 = Bits.Of(top.V1), V3 = Bits.Of(bottom.V1) };

    /// <summary>Two pairs of Halves as floats, as bits.</summary>
    public static Int4 WidenF16(int a, int b) => new() { V0 = Widen(a), V1 = Widen(a >> 16), V2 = Widen(b), V3 = Widen(b >> 16) };

    /// <summary>The nearest TF32s of floats: 11 bits of the 24, in a float's place.</summary>
    public static Int4 RoundTF32(Int4 floats) => new()
    {
        V0 = TensorCore.RoundTF32(Bits.ToFloat(floats.V0)), V1 = TensorCore.RoundTF32(Bits.ToFloat(floats.V1)),
        V2 = TensorCore.RoundTF32(Bits.ToFloat(floats.V2)), V3 = TensorCore.RoundTF32(Bits.ToFloat(floats.V3)),
    };

    /// <summary>The TF32s no farther from zero than the floats.</summary>
    public static Int4 UpperTF32(Int4 floats) => new() { V0 = floats.V0 & UpperBits, V1 = floats.V1 & UpperBits, V2 = floats.V2 & UpperBits, V3 = floats.V3 & UpperBits };

    /// <summary>What <see cref="UpperTF32"/> left of the floats, as TF32s.</summary>
    public static Int4 LowerTF32(Int4 floats) => RoundTF32(new()
    {
        V0 = Bits.Of(Lower(Bits.ToFloat(floats.V0), UpperBits)), V1 = Bits.Of(Lower(Bits.ToFloat(floats.V1), UpperBits)),
        V2 = Bits.Of(Lower(Bits.ToFloat(floats.V2), UpperBits)), V3 = Bits.Of(Lower(Bits.ToFloat(floats.V3), UpperBits)),
    });

    /// <summary>A product of BFloat16s, 16 × 16 by 16 × 8, added to what a thread has of the accumulator: two columns of row 4i + j's i, and of the row 8 below.</summary>
    public static (Float2 Top, Float2 Bottom) MmaBF16(Int4 a, int b0, int b1, Float2 top, Float2 bottom) =>
        Rows(TensorCore.MultiplyBFloat16(a.V0, a.V1, a.V2, a.V3, b0, b1, top.V0, top.V1, bottom.V0, bottom.V1));

    /// <summary>The same of Halves.</summary>
    public static (Float2 Top, Float2 Bottom) MmaF16(Int4 a, int b0, int b1, Float2 top, Float2 bottom) =>
        Rows(TensorCore.MultiplyHalf(a.V0, a.V1, a.V2, a.V3, b0, b1, top.V0, top.V1, bottom.V0, bottom.V1));

    /// <summary>The same of TF32s, 16 × 8 by 8 × 8.</summary>
    public static (Float2 Top, Float2 Bottom) MmaTF32(Int4 a, int b0, int b1, Float2 top, Float2 bottom) =>
        Rows(TensorCore.MultiplyTF32(a.V0, a.V1, a.V2, a.V3, b0, b1, top.V0, top.V1, bottom.V0, bottom.V1));

    /// <summary>The same of sbytes, 16 × 32 by 32 × 8: exact, and modulo 2³² where a sum does not fit.</summary>
    public static (Int2 Top, Int2 Bottom) MmaI8(Int4 a, int b0, int b1, Int2 top, Int2 bottom)
    {
        var sums = TensorCore.MultiplySByte(a.V0, a.V1, a.V2, a.V3, b0, b1, top.V0, top.V1, bottom.V0, bottom.V1);
        return (new() { V0 = sums.V0, V1 = sums.V1 }, new() { V0 = sums.V2, V1 = sums.V3 });
    }

    /// <summary>The first numbers, then zeros; the count may be any number.</summary>
    public static Float2 First(Float2 value, int count) => new()
    {
        V0 = Utilities.Select(count > 0, value.V0, 0f), V1 = Utilities.Select(count > 1, value.V1, 0f),
    };

    private static (Float2 Top, Float2 Bottom) Rows(Float4 sums) => (new() { V0 = sums.V0, V1 = sums.V1 }, new() { V0 = sums.V2, V1 = sums.V3 });

    private static int Upper(Float2 value) => (int)((uint)Bits.Of(value.V0) >> 16) | (Bits.Of(value.V1) & UpperHalf);

    private static Float2 Lower(Float2 value) => new() { V0 = Lower(value.V0, UpperHalf), V1 = Lower(value.V1, UpperHalf) };

    // Nothing times an infinity would be no number, and neither would the difference of two infinities: a rest has its number's sign, and is never nothing.
    private static float Lower(float value, int upper)
    {
        const float Nearly0 = 1f / (1 << 30);
        var rest = value - Bits.ToFloat(Bits.Of(value) & upper);
        return Utilities.Select(MathF.Abs(rest) > 0f, rest, value * Nearly0);
    }

    private static int Widen(int half) => Bits.Of(HalfBits.ToFloat((ushort)half));
}
