using System.ComponentModel;
using ILGPU;
using ILGPU.IR.Intrinsics;
using ILGPU.Runtime;
using Edge = TileKit.Ilgpu.Edge<TileKit.Ilgpu.I8.Memory, sbyte, int, TileKit.Ilgpu.Int2, TileKit.Ilgpu.Int4, TileKit.Ilgpu.Int16>;

namespace TileKit.Ilgpu;

/// <summary>Memory of sbyte elements, computed with as int; what is stored is in range.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class I8
{
    /// <summary>One element.</summary>
    public static int Load(ArrayView<sbyte> view, int index) => view[index];

    /// <summary>One element.</summary>
    public static void Store(ArrayView<sbyte> view, int index, int value) => view[index] = (sbyte)value;

    /// <summary>Two elements; the index and the view's start are multiples of two.</summary>
    public static Int2 Load2(ArrayView<sbyte> view, int index)
    {
        var pairs = Pairs(view);
        var a = pairs[index >> 1];
        return new() { V0 = a.V0, V1 = a.V1 };
    }

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static Int4 Load4(ArrayView<sbyte> view, int index)
    {
        var quads = Quads(view);
        var a = quads[index >> 2];
        return new() { V0 = a.V0, V1 = a.V1, V2 = a.V2, V3 = a.V3 };
    }

    /// <summary>Sixteen elements; the index and the view's start are multiples of four.</summary>
    public static Int16 Load16(ArrayView<sbyte> view, int index)
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

    /// <summary>Two elements; the index and the view's start are multiples of two.</summary>
    public static void Store2(ArrayView<sbyte> view, int index, Int2 value)
    {
        var pairs = Pairs(view);
        pairs[index >> 1] = new() { V0 = (sbyte)value.V0, V1 = (sbyte)value.V1 };
    }

    /// <summary>Four elements; the index and the view's start are multiples of four.</summary>
    public static void Store4(ArrayView<sbyte> view, int index, Int4 value)
    {
        var quads = Quads(view);
        quads[index >> 2] = Quad(value.V0, value.V1, value.V2, value.V3);
    }

    /// <summary>Sixteen elements; the index and the view's start are multiples of four.</summary>
    public static void Store16(ArrayView<sbyte> view, int index, Int16 value)
    {
        var quads = Quads(view);
        var first = index >> 2;
        quads[first] = Quad(value.V0, value.V1, value.V2, value.V3);
        quads[first + 1] = Quad(value.V4, value.V5, value.V6, value.V7);
        quads[first + 2] = Quad(value.V8, value.V9, value.V10, value.V11);
        quads[first + 3] = Quad(value.V12, value.V13, value.V14, value.V15);
    }

    /// <summary>The first elements of two, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Int2 Load2(ArrayView<sbyte> view, int index, int count) => Edge.Load2(view, index, count);

    /// <summary>The first elements of four, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Int4 Load4(ArrayView<sbyte> view, int index, int count) => Edge.Load4(view, index, count);

    /// <summary>The first elements of sixteen, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Int16 Load16(ArrayView<sbyte> view, int index, int count) => Edge.Load16(view, index, count);

    /// <summary>The first of two elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store2(ArrayView<sbyte> view, int index, Int2 value, int count) => Edge.Store2(view, index, value, count);

    /// <summary>The first of four elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store4(ArrayView<sbyte> view, int index, Int4 value, int count) => Edge.Store4(view, index, value, count);

    /// <summary>The first of sixteen elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store16(ArrayView<sbyte> view, int index, Int16 value, int count) => Edge.Store16(view, index, value, count);

    private static Bytes4 Quad(int a, int b, int c, int d) =>
        new() { V0 = (sbyte)a, V1 = (sbyte)b, V2 = (sbyte)c, V3 = (sbyte)d };

    private static ArrayView<Bytes2> Pairs(ArrayView<sbyte> view) => view.AsAligned(2).Cast<Bytes2>();

    private static ArrayView<Bytes4> Quads(ArrayView<sbyte> view) => view.AsAligned(4).Cast<Bytes4>();

    internal readonly struct Memory : IMemory<sbyte, int>
    {
        public static int Load(ArrayView<sbyte> view, int index) => I8.Load(view, index);

        public static void Store(ArrayView<sbyte> view, int index, int value) => I8.Store(view, index, value);
    }
}
