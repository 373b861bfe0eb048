using System.ComponentModel;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>Memory of int elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class I32
{
    /// <summary>One element.</summary>
    public static int Load(ArrayView<int> view, int index) => view[index];

    /// <summary>One element.</summary>
    public static void Store(ArrayView<int> view, int index, int value) => view[index] = value;

    /// <summary>The elements by fours; the view's start is a multiple of four.</summary>
    public static ArrayView<Int4> Quads(ArrayView<int> view) => view.AsAligned(16).Cast<Int4>();

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static Int4 Load4(ArrayView<int> view, int index) => Load4(Quads(view), index >> 2);

    /// <summary>Four elements.</summary>
    public static Int4 Load4(ArrayView<Int4> quads, int index) => quads[index];

    /// <summary>Sixteen elements; the index and the view's start are multiples of four.</summary>
    public static Int16 Load16(ArrayView<int> view, int index) => Load16(Quads(view), index >> 2);

    /// <summary>Sixteen elements, from a quad on.</summary>
    public static Int16 Load16(ArrayView<Int4> quads, int index)
    {
        var a = quads[index];
        var b = quads[index + 1];
        var c = quads[index + 2];
        var d = quads[index + 3];
        return new()
        {
            V0 = a.V0, V1 = a.V1, V2 = a.V2, V3 = a.V3,
            V4 = b.V0, V5 = b.V1, V6 = b.V2, V7 = b.V3,
            V8 = c.V0, V9 = c.V1, V10 = c.V2, V11 = c.V3,
            V12 = d.V0, V13 = d.V1, V14 = d.V2, V15 = d.V3,
        };
    }

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static void Store4(ArrayView<int> view, int index, Int4 value)
    {
        var quads = Quads(view);
        quads[index >> 2] = value;
    }

    /// <summary>Sixteen elements; the index and the view's start are multiples of four.</summary>
    public static void Store16(ArrayView<int> view, int index, Int16 value)
    {
        var quads = Quads(view);
        var first = index >> 2;
        quads[first] = new() { V0 = value.V0, V1 = value.V1, V2 = value.V2, V3 = value.V3 };
        quads[first + 1] = new() { V0 = value.V4, V1 = value.V5, V2 = value.V6, V3 = value.V7 };
        quads[first + 2] = new() { V0 = value.V8, V1 = value.V9, V2 = value.V10, V3 = value.V11 };
        quads[first + 3] = new() { V0 = value.V12, V1 = value.V13, V2 = value.V14, V3 = value.V15 };
    }

    /// <summary>The first elements of four, then zeros; nothing is read past the count, which may be any number.</summary>
    public static Int4 Load4(ArrayView<int> view, int index, int count)
    {
        var value = new Int4();
        if (count > 0)
        {
            // Lanes past the count read the last element within it: that costs less than a branch each.
            var last = count - 1;
            value.V0 = view[index];
            value.V1 = Utilities.Select(last < 1, 0, Load(view, index + Math.Min(last, 1)));
            value.V2 = Utilities.Select(last < 2, 0, Load(view, index + Math.Min(last, 2)));
            value.V3 = Utilities.Select(last < 3, 0, Load(view, index + Math.Min(last, 3)));
        }

        return value;
    }

    /// <summary>The first elements of sixteen, then zeros; nothing is read past the count, which may be any number.</summary>
    public static Int16 Load16(ArrayView<int> view, int index, int count)
    {
        var value = new Int16();
        if (count > 0)
        {
            // Lanes past the count read the last element within it: that costs less than a branch each.
            var last = count - 1;
            value.V0 = view[index];
            value.V1 = Utilities.Select(last < 1, 0, Load(view, index + Math.Min(last, 1)));
            value.V2 = Utilities.Select(last < 2, 0, Load(view, index + Math.Min(last, 2)));
            value.V3 = Utilities.Select(last < 3, 0, Load(view, index + Math.Min(last, 3)));
            value.V4 = Utilities.Select(last < 4, 0, Load(view, index + Math.Min(last, 4)));
            value.V5 = Utilities.Select(last < 5, 0, Load(view, index + Math.Min(last, 5)));
            value.V6 = Utilities.Select(last < 6, 0, Load(view, index + Math.Min(last, 6)));
            value.V7 = Utilities.Select(last < 7, 0, Load(view, index + Math.Min(last, 7)));
            value.V8 = Utilities.Select(last < 8, 0, Load(view, index + Math.Min(last, 8)));
            value.V9 = Utilities.Select(last < 9, 0, Load(view, index + Math.Min(last, 9)));
            value.V10 = Utilities.Select(last < 10, 0, Load(view, index + Math.Min(last, 10)));
            value.V11 = Utilities.Select(last < 11, 0, Load(view, index + Math.Min(last, 11)));
            value.V12 = Utilities.Select(last < 12, 0, Load(view, index + Math.Min(last, 12)));
            value.V13 = Utilities.Select(last < 13, 0, Load(view, index + Math.Min(last, 13)));
            value.V14 = Utilities.Select(last < 14, 0, Load(view, index + Math.Min(last, 14)));
            value.V15 = Utilities.Select(last < 15, 0, Load(view, index + Math.Min(last, 15)));
        }

        return value;
    }

    /// <summary>The first of four elements; nothing is written past the count, which may be any number.</summary>
    public static void Store4(ArrayView<int> view, int index, Int4 value, int count)
    {
        if (count > 0)
        {
            // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
            var last = count - 1;
            Store(view, index + Math.Min(last, 3), value.V3);
            Store(view, index + Math.Min(last, 2), value.V2);
            Store(view, index + Math.Min(last, 1), value.V1);
            Store(view, index, value.V0);
        }
    }

    /// <summary>The first of sixteen elements; nothing is written past the count, which may be any number.</summary>
    public static void Store16(ArrayView<int> view, int index, Int16 value, int count)
    {
        if (count > 0)
        {
            // From the last lane to the first: those past the count write the last element within it, which its own lane then does.
            var last = count - 1;
            Store(view, index + Math.Min(last, 15), value.V15);
            Store(view, index + Math.Min(last, 14), value.V14);
            Store(view, index + Math.Min(last, 13), value.V13);
            Store(view, index + Math.Min(last, 12), value.V12);
            Store(view, index + Math.Min(last, 11), value.V11);
            Store(view, index + Math.Min(last, 10), value.V10);
            Store(view, index + Math.Min(last, 9), value.V9);
            Store(view, index + Math.Min(last, 8), value.V8);
            Store(view, index + Math.Min(last, 7), value.V7);
            Store(view, index + Math.Min(last, 6), value.V6);
            Store(view, index + Math.Min(last, 5), value.V5);
            Store(view, index + Math.Min(last, 4), value.V4);
            Store(view, index + Math.Min(last, 3), value.V3);
            Store(view, index + Math.Min(last, 2), value.V2);
            Store(view, index + Math.Min(last, 1), value.V1);
            Store(view, index, value.V0);
        }
    }
}
