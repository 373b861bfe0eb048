using System.ComponentModel;
using ILGPU;
using ILGPU.IR.Intrinsics;
using ILGPU.Runtime;
using Edge = TileKit.Ilgpu.Edge<TileKit.Ilgpu.I32.Memory, int, int, TileKit.Ilgpu.Int2, TileKit.Ilgpu.Int4, TileKit.Ilgpu.Int16>;

namespace TileKit.Ilgpu;

/// <summary>Memory of int elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class I32
{
    /// <summary>One element.</summary>
    public static int Load(ArrayView<int> view, int index) => view[index];

    /// <summary>One element.</summary>
    public static void Store(ArrayView<int> view, int index, int value) => view[index] = value;

    /// <summary>The elements by twos; the view's start is a multiple of two.</summary>
    public static ArrayView<Int2> Pairs(ArrayView<int> view) => view.AsAligned(8).Cast<Int2>();

    /// <summary>The elements by fours; the view's start is a multiple of four.</summary>
    public static ArrayView<Int4> Quads(ArrayView<int> view) => view.AsAligned(16).Cast<Int4>();

    /// <summary>Two elements; the index and the view's start are multiples of two.</summary>
    public static Int2 Load2(ArrayView<int> view, int index) => Load2(Pairs(view), index >> 1);

    /// <summary>Two elements.</summary>
    public static Int2 Load2(ArrayView<Int2> pairs, int index) => pairs[index];

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

    /// <summary>Two elements; the index and the view's start are multiples of two.</summary>
    public static void Store2(ArrayView<int> view, int index, Int2 value)
    {
        var pairs = Pairs(view);
        pairs[index >> 1] = value;
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

    /// <summary>The first elements of two, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Int2 Load2(ArrayView<int> view, int index, int count) => Edge.Load2(view, index, count);

    /// <summary>The first elements of four, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Int4 Load4(ArrayView<int> view, int index, int count) => Edge.Load4(view, index, count);

    /// <summary>The first elements of sixteen, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Int16 Load16(ArrayView<int> view, int index, int count) => Edge.Load16(view, index, count);

    /// <summary>The first of two elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store2(ArrayView<int> view, int index, Int2 value, int count) => Edge.Store2(view, index, value, count);

    /// <summary>The first of four elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store4(ArrayView<int> view, int index, Int4 value, int count) => Edge.Store4(view, index, value, count);

    /// <summary>The first of sixteen elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store16(ArrayView<int> view, int index, Int16 value, int count) => Edge.Store16(view, index, value, count);

    internal readonly struct Memory : IMemory<int, int>
    {
        public static int Load(ArrayView<int> view, int index) => I32.Load(view, index);

        public static void Store(ArrayView<int> view, int index, int value) => I32.Store(view, index, value);
    }
}
