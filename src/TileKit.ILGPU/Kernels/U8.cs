using System.ComponentModel;
using ILGPU;
using ILGPU.IR.Intrinsics;
using ILGPU.Runtime;

namespace TileKit.Ilgpu;

/// <summary>Memory of sbyte elements as they are, four in an int. Only kernels for tensor cores use it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class U8
{
    private const int BytesOfBoth = 0x5410; // the lower two of one register, then of the other

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static int Load4(ArrayView<sbyte> view, int index) => Quads(view)[index >> 2];

    /// <summary>The first elements of four, then zeros; nothing is read past the count, which may be any number.</summary>
    public static int Load4(ArrayView<sbyte> view, int index, int count)
    {
        var quad = I8.Load4(view, index, count);
        return (quad.V0 & 0xFF) | ((quad.V1 & 0xFF) << 8) | ((quad.V2 & 0xFF) << 16) | (quad.V3 << 24);
    }

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static void Store4(ArrayView<sbyte> view, int index, int value)
    {
        var quads = Quads(view);
        quads[index >> 2] = value;
    }

    /// <summary>Four elements of each of four rows; the index, the stride and the view's start are multiples of four.</summary>
    public static Int4 Load4x4(ArrayView<sbyte> view, int index, int stride) => new()
    {
        V0 = Load4(view, index), V1 = Load4(view, index + stride), V2 = Load4(view, index + (2 * stride)), V3 = Load4(view, index + (3 * stride)),
    };

    /// <summary>Those of them that there are, zeros in place of the others; the counts may be any numbers.</summary>
    public static Int4 Load4x4(ArrayView<sbyte> view, int index, int stride, int rows, int cols) => new()
    {
        V0 = Load4(view, index, rows > 0 ? cols : 0),
        V1 = Load4(view, index + stride, rows > 1 ? cols : 0),
        V2 = Load4(view, index + (2 * stride), rows > 2 ? cols : 0),
        V3 = Load4(view, index + (3 * stride), rows > 3 ? cols : 0),
    };

    /// <summary>
    /// Four rows of four elements as four columns, a pitch apart; the index, the pitch and the view's start are multiples of four. Threads that write to the same
    /// banks but for their first column each begin with another one.
    /// </summary>
    public static void StoreTurned(ArrayView<sbyte> view, int index, int pitch, int first, Int4 rows)
    {
        StoreColumn(view, index, pitch, first & 3, rows);
        StoreColumn(view, index, pitch, (first + 1) & 3, rows);
        StoreColumn(view, index, pitch, (first + 2) & 3, rows);
        StoreColumn(view, index, pitch, (first + 3) & 3, rows);
    }

    /// <summary>Of eight bytes those at four places, each named in four bits.</summary>
    [IntrinsicImplementation]
    internal static int PickBytes(int low, int high, int places) =>
        Byte(low, high, places) | (Byte(low, high, places >> 4) << 8) | (Byte(low, high, places >> 8) << 16) | (Byte(low, high, places >> 12) << 24);

    private static int Byte(int low, int high, int place) => (((place & 4) == 0 ? low : high) >> ((place & 3) * 8)) & 0xFF;

    private static void StoreColumn(ArrayView<sbyte> view, int index, int pitch, int column, Int4 rows)
    {
        // a byte of one register, the same of the other
        var pick = 0x40 + (0x11 * column);
        var value = PickBytes(PickBytes(rows.V0, rows.V1, pick), PickBytes(rows.V2, rows.V3, pick), BytesOfBoth);
        Store4(view, index + (column * pitch), value);
    }

    private static ArrayView<int> Quads(ArrayView<sbyte> view) => view.AsAligned(4).Cast<int>();
}
