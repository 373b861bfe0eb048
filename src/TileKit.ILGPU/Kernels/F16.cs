using System.ComponentModel;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <summary>Memory of Half elements, held as their bits; stores round to nearest even.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class F16
{
    /// <summary>One element.</summary>
    public static float Load(ArrayView<ushort> view, int index) => HalfBits.ToFloat(view[index]);

    /// <summary>One element.</summary>
    public static void Store(ArrayView<ushort> view, int index, float value) => view[index] = HalfBits.FromFloat(value);

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static Float4 Load4(ArrayView<ushort> view, int index)
    {
        var quads = Quads(view);
        var a = quads[index >> 2];
        return new()
        {
            V0 = HalfBits.ToFloat(a.V0), V1 = HalfBits.ToFloat(a.V1), V2 = HalfBits.ToFloat(a.V2), V3 = HalfBits.ToFloat(a.V3),
        };
    }

    /// <summary>Sixteen elements; the index and the view's start are multiples of four.</summary>
    public static Float16 Load16(ArrayView<ushort> view, int index)
    {
        var quads = Quads(view);
        var first = index >> 2;
        var a = quads[first];
        var b = quads[first + 1];
        var c = quads[first + 2];
        var d = quads[first + 3];
        return new()
        {
            V0 = HalfBits.ToFloat(a.V0), V1 = HalfBits.ToFloat(a.V1), V2 = HalfBits.ToFloat(a.V2), V3 = HalfBits.ToFloat(a.V3),
            V4 = HalfBits.ToFloat(b.V0), V5 = HalfBits.ToFloat(b.V1), V6 = HalfBits.ToFloat(b.V2), V7 = HalfBits.ToFloat(b.V3),
            V8 = HalfBits.ToFloat(c.V0), V9 = HalfBits.ToFloat(c.V1), V10 = HalfBits.ToFloat(c.V2), V11 = HalfBits.ToFloat(c.V3),
            V12 = HalfBits.ToFloat(d.V0), V13 = HalfBits.ToFloat(d.V1), V14 = HalfBits.ToFloat(d.V2), V15 = HalfBits.ToFloat(d.V3),
        };
    }

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static void Store4(ArrayView<ushort> view, int index, Float4 value)
    {
        var quads = Quads(view);
        quads[index >> 2] = Quad(value.V0, value.V1, value.V2, value.V3);
    }

    /// <summary>Sixteen elements; the index and the view's start are multiples of four.</summary>
    public static void Store16(ArrayView<ushort> view, int index, Float16 value)
    {
        var quads = Quads(view);
        var first = index >> 2;
        quads[first] = Quad(value.V0, value.V1, value.V2, value.V3);
        quads[first + 1] = Quad(value.V4, value.V5, value.V6, value.V7);
        quads[first + 2] = Quad(value.V8, value.V9, value.V10, value.V11);
        quads[first + 3] = Quad(value.V12, value.V13, value.V14, value.V15);
    }

    /// <summary>The first elements of four, then zeros; nothing is read past the count, which may be any number.</summary>
    public static Float4 Load4(ArrayView<ushort> view, int index, int count)
    {
        var value = new Float4();
        if (count > 0)
        {
            // Lanes past the count read the last element within it: that costs less than a branch each.
            var last = count - 1;
            value.V0 = HalfBits.ToFloat(view[index]);
            value.V1 = Utilities.Select(last < 1, 0f, Load(view, index + Math.Min(last, 1)));
            value.V2 = Utilities.Select(last < 2, 0f, Load(view, index + Math.Min(last, 2)));
            value.V3 = Utilities.Select(last < 3, 0f, Load(view, index + Math.Min(last, 3)));
        }

        return value;
    }

    /// <summary>The first elements of sixteen, then zeros; nothing is read past the count, which may be any number.</summary>
    public static Float16 Load16(ArrayView<ushort> view, int index, int count)
    {
        var value = new Float16();
        if (count > 0)
        {
            // Lanes past the count read the last element within it: that costs less than a branch each.
            var last = count - 1;
            value.V0 = HalfBits.ToFloat(view[index]);
            value.V1 = Utilities.Select(last < 1, 0f, Load(view, index + Math.Min(last, 1)));
            value.V2 = Utilities.Select(last < 2, 0f, Load(view, index + Math.Min(last, 2)));
            value.V3 = Utilities.Select(last < 3, 0f, Load(view, index + Math.Min(last, 3)));
            value.V4 = Utilities.Select(last < 4, 0f, Load(view, index + Math.Min(last, 4)));
            value.V5 = Utilities.Select(last < 5, 0f, Load(view, index + Math.Min(last, 5)));
            value.V6 = Utilities.Select(last < 6, 0f, Load(view, index + Math.Min(last, 6)));
            value.V7 = Utilities.Select(last < 7, 0f, Load(view, index + Math.Min(last, 7)));
            value.V8 = Utilities.Select(last < 8, 0f, Load(view, index + Math.Min(last, 8)));
            value.V9 = Utilities.Select(last < 9, 0f, Load(view, index + Math.Min(last, 9)));
            value.V10 = Utilities.Select(last < 10, 0f, Load(view, index + Math.Min(last, 10)));
            value.V11 = Utilities.Select(last < 11, 0f, Load(view, index + Math.Min(last, 11)));
            value.V12 = Utilities.Select(last < 12, 0f, Load(view, index + Math.Min(last, 12)));
            value.V13 = Utilities.Select(last < 13, 0f, Load(view, index + Math.Min(last, 13)));
            value.V14 = Utilities.Select(last < 14, 0f, Load(view, index + Math.Min(last, 14)));
            value.V15 = Utilities.Select(last < 15, 0f, Load(view, index + Math.Min(last, 15)));
        }

        return value;
    }

    /// <summary>The first of four elements; nothing is written past the count, which may be any number.</summary>
    public static void Store4(ArrayView<ushort> view, int index, Float4 value, int count)
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
    public static void Store16(ArrayView<ushort> view, int index, Float16 value, int count)
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

    private static Bits4 Quad(float a, float b, float c, float d) =>
        new() { V0 = HalfBits.FromFloat(a), V1 = HalfBits.FromFloat(b), V2 = HalfBits.FromFloat(c), V3 = HalfBits.FromFloat(d) };

    private static ArrayView<Bits4> Quads(ArrayView<ushort> view) => view.AsAligned(8).Cast<Bits4>();
}
