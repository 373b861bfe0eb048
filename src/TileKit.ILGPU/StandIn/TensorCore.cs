using ILGPU;
using ILGPU.Runtime;

namespace TileKit.Ilgpu;

/// <summary>What a warp's instructions for matrices do, from the PTX ISA's tables of which thread has what; sums are made in double and rounded once.</summary>
internal static class TensorCore
{
    private const int TF32 = unchecked((int)0xFFFFE000); // the bits of a float that the products see

    public static Int4 Load(ArrayView<ushort> tile, int index)
    {
        Warp.Put(tile.SubView(index, 8).AsAligned(16).Cast<Int4>()[0]);
        Warp.Meet();
        return new() { V0 = RowPart(0), V1 = RowPart(8), V2 = RowPart(16), V3 = RowPart(24) };
    }

    public static Int4 Load(ArrayView<sbyte> tile, int index)
    {
        Warp.Put(tile.SubView(index, 16).AsAligned(16).Cast<Int4>()[0]);
        Warp.Meet();
        return new() { V0 = RowPart(0), V1 = RowPart(8), V2 = RowPart(16), V3 = RowPart(24) };
    }

    public static Int4 Load(ArrayView<float> tile, int index)
    {
        Warp.Put(tile.SubView(index, 4).AsAligned(16).Cast<Int4>()[0]);
        Warp.Meet();
        return new() { V0 = RowPart(0), V1 = RowPart(8), V2 = RowPart(16), V3 = RowPart(24) };
    }

    public static Int4 LoadTurned(ArrayView<ushort> tile, int index)
    {
        Warp.Put(tile.SubView(index, 8).AsAligned(16).Cast<Int4>()[0]);
        Warp.Meet();
        return new() { V0 = ColumnPart(0), V1 = ColumnPart(8), V2 = ColumnPart(16), V3 = ColumnPart(24) };
    }

    public static int PackBFloat16(float low, float high) => BFloat16Bits.FromFloat(low) | (BFloat16Bits.FromFloat(high) << 16);

    public static int PackHalf(float low, float high) => HalfBits.FromFloat(low) | (HalfBits.FromFloat(high) << 16);

    // to nearest, ties away from zero
    public static int RoundTF32(float value) => float.IsNaN(value) ? 0x7FFFFFFF : (Bits.Of(value) + 0x1000) & TF32;

    public static Float4 MultiplyBFloat16(int a0, int a1, int a2, int a3, int b0, int b1, float c0, float c1, float c2, float c3)
    {
        Warp.Put(new Part { A0 = a0, A1 = a1, A2 = a2, A3 = a3, B0 = b0, B1 = b1 });
        Warp.Meet();
        return Sums(c0, c1, c2, c3, isHalf: false);
    }

    public static Float4 MultiplyHalf(int a0, int a1, int a2, int a3, int b0, int b1, float c0, float c1, float c2, float c3)
    {
        Warp.Put(new Part { A0 = a0, A1 = a1, A2 = a2, A3 = a3, B0 = b0, B1 = b1 });
        Warp.Meet();
        return Sums(c0, c1, c2, c3, isHalf: true);
    }

    public static Float4 MultiplyTF32(int a0, int a1, int a2, int a3, int b0, int b1, float c0, float c1, float c2, float c3)
    {
        Warp.Put(new Part { A0 = a0, A1 = a1, A2 = a2, A3 = a3, B0 = b0, B1 = b1 });
        Warp.Meet();
        var (row, col) = (Warp.LaneIdx / 4, Warp.LaneIdx % 4 * 2);
        return new()
        {
            V0 = SumTF32(c0, row, col, isBelow: false), V1 = SumTF32(c1, row, col + 1, isBelow: false),
            V2 = SumTF32(c2, row, col, isBelow: true), V3 = SumTF32(c3, row, col + 1, isBelow: true),
        };
    }

    public static Int4 MultiplySByte(int a0, int a1, int a2, int a3, int b0, int b1, int c0, int c1, int c2, int c3)
    {
        Warp.Put(new Part { A0 = a0, A1 = a1, A2 = a2, A3 = a3, B0 = b0, B1 = b1 });
        Warp.Meet();
        var (row, col) = (Warp.LaneIdx / 4, Warp.LaneIdx % 4 * 2);
        return new()
        {
            V0 = Sum(c0, row, col, isBelow: false), V1 = Sum(c1, row, col + 1, isBelow: false),
            V2 = Sum(c2, row, col, isBelow: true), V3 = Sum(c3, row, col + 1, isBelow: true),
        };
    }

    // two neighbours of a row, or four bytes, that thread first + row named
    private static int RowPart(int first) => Word(Warp.Get<Int4>(first + (Warp.LaneIdx / 4)), Warp.LaneIdx % 4);

    private static int ColumnPart(int first)
    {
        var (col, row) = (Warp.LaneIdx / 4, Warp.LaneIdx % 4 * 2);
        var (upper, lower) = (Word(Warp.Get<Int4>(first + row), col / 2), Word(Warp.Get<Int4>(first + row + 1), col / 2));
        var shift = col % 2 * 16;
        return ((upper >> shift) & 0xFFFF) | (((lower >> shift) & 0xFFFF) << 16);
    }

    private static int Word(Int4 row, int index) => index switch { 0 => row.V0, 1 => row.V1, 2 => row.V2, _ => row.V3 };

    private static Float4 Sums(float c0, float c1, float c2, float c3, bool isHalf)
    {
        var (row, col) = (Warp.LaneIdx / 4, Warp.LaneIdx % 4 * 2);
        return new()
        {
            V0 = Sum(c0, row, col, isBelow: false, isHalf), V1 = Sum(c1, row, col + 1, isBelow: false, isHalf),
            V2 = Sum(c2, row, col, isBelow: true, isHalf), V3 = Sum(c3, row, col + 1, isBelow: true, isHalf),
        };
    }

    // thread 4 · row + j has columns 2j, 2j + 1 and 2j + 8, 2j + 9 of A's row and of the row 8 below; thread 4 · col + j the same rows of B's column
    private static float Sum(float c, int row, int col, bool isBelow, bool isHalf)
    {
        double sum = c;
        for (var j = 0; j < 4; j++)
        {
            var (a, b) = (Warp.Get<Part>((4 * row) + j), Warp.Get<Part>((4 * col) + j));
            sum += Products(isBelow ? a.A1 : a.A0, b.B0, isHalf) + Products(isBelow ? a.A3 : a.A2, b.B1, isHalf);
        }

        return (float)sum;
    }

    // one number in place of two: column j, and column j + 4
    private static float SumTF32(float c, int row, int col, bool isBelow)
    {
        double sum = c;
        for (var j = 0; j < 4; j++)
        {
            var (a, b) = (Warp.Get<Part>((4 * row) + j), Warp.Get<Part>((4 * col) + j));
            sum += ((double)Bits.ToFloat((isBelow ? a.A1 : a.A0) & TF32) * Bits.ToFloat(b.B0 & TF32))
                + ((double)Bits.ToFloat((isBelow ? a.A3 : a.A2) & TF32) * Bits.ToFloat(b.B1 & TF32));
        }

        return (float)sum;
    }

    private static double Products(int a, int b, bool isHalf) =>
        ((double)Number(a, isHalf) * Number(b, isHalf)) + ((double)Number(a >> 16, isHalf) * Number(b >> 16, isHalf));

    // the same with four bytes in place of two numbers: columns from 4j on, and from 4j + 16
    private static int Sum(int c, int row, int col, bool isBelow)
    {
        for (var j = 0; j < 4; j++)
        {
            var (a, b) = (Warp.Get<Part>((4 * row) + j), Warp.Get<Part>((4 * col) + j));
            c += Products(isBelow ? a.A1 : a.A0, b.B0) + Products(isBelow ? a.A3 : a.A2, b.B1);
        }

        return c;
    }

    private static int Products(int a, int b) =>
        ((sbyte)a * (sbyte)b) + ((sbyte)(a >> 8) * (sbyte)(b >> 8)) + ((sbyte)(a >> 16) * (sbyte)(b >> 16)) + ((a >> 24) * (b >> 24));

    private static float Number(int bits, bool isHalf) => isHalf ? HalfBits.ToFloat((ushort)bits) : BFloat16Bits.ToFloat(bits & 0xFFFF);

    /// <summary>What a thread brings to a product.</summary>
    private struct Part
    {
        public int A0, A1, A2, A3, B0, B1;
    }
}
