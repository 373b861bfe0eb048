using System.ComponentModel;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>Memory of elements of 16 bits, as they are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class U16
{
    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static Bits4 Load4(ArrayView<ushort> view, int index) => Quads(view)[index >> 2];

    /// <summary>Sixteen elements; the index and the view's start are multiples of four.</summary>
    public static Bits16 Load16(ArrayView<ushort> view, int index)
    {
        var quads = Quads(view);
        var first = index >> 2;
        var a = quads[first];
        var b = quads[first + 1];
        var c = quads[first + 2];
        var d = quads[first + 3];
        return new()
        {
            V0 = a.V0, V1 = a.V1, V2 = a.V2, V3 = a.V3,
            V4 = b.V0, V5 = b.V1, V6 = b.V2, V7 = b.V3,
            V8 = c.V0, V9 = c.V1, V10 = c.V2, V11 = c.V3,
            V12 = d.V0, V13 = d.V1, V14 = d.V2, V15 = d.V3,
        };
    }

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static void Store4(ArrayView<ushort> view, int index, Bits4 value)
    {
        var quads = Quads(view);
        quads[index >> 2] = value;
    }

    /// <summary>Sixteen elements; the index and the view's start are multiples of four.</summary>
    public static void Store16(ArrayView<ushort> view, int index, Bits16 value)
    {
        var quads = Quads(view);
        var first = index >> 2;
        quads[first] = new() { V0 = value.V0, V1 = value.V1, V2 = value.V2, V3 = value.V3 };
        quads[first + 1] = new() { V0 = value.V4, V1 = value.V5, V2 = value.V6, V3 = value.V7 };
        quads[first + 2] = new() { V0 = value.V8, V1 = value.V9, V2 = value.V10, V3 = value.V11 };
        quads[first + 3] = new() { V0 = value.V12, V1 = value.V13, V2 = value.V14, V3 = value.V15 };
    }

    /// <summary>The first elements of four, then zeros; nothing is read past the count, which may be any number.</summary>
    public static Bits4 Load4(ArrayView<ushort> view, int index, int count)
    {
        var value = new Bits4();
        if (count > 0)
        {
            // Lanes past the count read the last element within it: that costs less than a branch each.
            var last = count - 1;
            value.V0 = view[index];
            value.V1 = Utilities.Select(last < 1, (ushort)0, view[index + Math.Min(last, 1)]);
            value.V2 = Utilities.Select(last < 2, (ushort)0, view[index + Math.Min(last, 2)]);
            value.V3 = Utilities.Select(last < 3, (ushort)0, view[index + Math.Min(last, 3)]);
        }

        return value;
    }

    /// <summary>The first elements of sixteen, then zeros; nothing is read past the count, which may be any number.</summary>
    public static Bits16 Load16(ArrayView<ushort> view, int index, int count)
    {
        var value = new Bits16();
        if (count > 0)
        {
            // Lanes past the count read the last element within it: that costs less than a branch each.
            var last = count - 1;
            value.V0 = view[index];
            value.V1 = Utilities.Select(last < 1, (ushort)0, view[index + Math.Min(last, 1)]);
            value.V2 = Utilities.Select(last < 2, (ushort)0, view[index + Math.Min(last, 2)]);
            value.V3 = Utilities.Select(last < 3, (ushort)0, view[index + Math.Min(last, 3)]);
            value.V4 = Utilities.Select(last < 4, (ushort)0, view[index + Math.Min(last, 4)]);
            value.V5 = Utilities.Select(last < 5, (ushort)0, view[index + Math.Min(last, 5)]);
            value.V6 = Utilities.Select(last < 6, (ushort)0, view[index + Math.Min(last, 6)]);
            value.V7 = Utilities.Select(last < 7, (ushort)0, view[index + Math.Min(last, 7)]);
            value.V8 = Utilities.Select(last < 8, (ushort)0, view[index + Math.Min(last, 8)]);
            value.V9 = Utilities.Select(last < 9, (ushort)0, view[index + Math.Min(last, 9)]);
            value.V10 = Utilities.Select(last < 10, (ushort)0, view[index + Math.Min(last, 10)]);
            value.V11 = Utilities.Select(last < 11, (ushort)0, view[index + Math.Min(last, 11)]);
            value.V12 = Utilities.Select(last < 12, (ushort)0, view[index + Math.Min(last, 12)]);
            value.V13 = Utilities.Select(last < 13, (ushort)0, view[index + Math.Min(last, 13)]);
            value.V14 = Utilities.Select(last < 14, (ushort)0, view[index + Math.Min(last, 14)]);
            value.V15 = Utilities.Select(last < 15, (ushort)0, view[index + Math.Min(last, 15)]);
        }

        return value;
    }

    /// <summary>The first of four elements; nothing is written past the count, which may be any number.</summary>
    public static void Store4(ArrayView<ushort> view, int index, Bits4 value, int count)
    {
        if (count > 0)
        {
            // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
            var last = count - 1;
            view[index + Math.Min(last, 3)] = value.V3;
            view[index + Math.Min(last, 2)] = value.V2;
            view[index + Math.Min(last, 1)] = value.V1;
            view[index] = value.V0;
        }
    }

    /// <summary>The first of sixteen elements; nothing is written past the count, which may be any number.</summary>
    public static void Store16(ArrayView<ushort> view, int index, Bits16 value, int count)
    {
        if (count > 0)
        {
            // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
            var last = count - 1;
            view[index + Math.Min(last, 15)] = value.V15;
            view[index + Math.Min(last, 14)] = value.V14;
            view[index + Math.Min(last, 13)] = value.V13;
            view[index + Math.Min(last, 12)] = value.V12;
            view[index + Math.Min(last, 11)] = value.V11;
            view[index + Math.Min(last, 10)] = value.V10;
            view[index + Math.Min(last, 9)] = value.V9;
            view[index + Math.Min(last, 8)] = value.V8;
            view[index + Math.Min(last, 7)] = value.V7;
            view[index + Math.Min(last, 6)] = value.V6;
            view[index + Math.Min(last, 5)] = value.V5;
            view[index + Math.Min(last, 4)] = value.V4;
            view[index + Math.Min(last, 3)] = value.V3;
            view[index + Math.Min(last, 2)] = value.V2;
            view[index + Math.Min(last, 1)] = value.V1;
            view[index] = value.V0;
        }
    }

    private static ArrayView<Bits4> Quads(ArrayView<ushort> view) => view.AsAligned(8).Cast<Bits4>();
}
