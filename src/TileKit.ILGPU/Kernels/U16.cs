using System.ComponentModel;
using ILGPU;
using ILGPU.IR.Intrinsics;
using ILGPU.Runtime;
using Edge = TileKit.Ilgpu.Edge<TileKit.Ilgpu.U16.Memory, ushort, ushort, TileKit.Ilgpu.Bits2, TileKit.Ilgpu.Bits4, TileKit.Ilgpu.Bits16>;

namespace TileKit.Ilgpu;

/// <summary>Memory of elements of 16 bits, as they are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class U16
{
    /// <summary>Two elements; the index and the view's start are multiples of two.</summary>
    public static Bits2 Load2(ArrayView<ushort> view, int index) => Pairs(view)[index >> 1];

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

    /// <summary>Two elements; the index and the view's start are multiples of two.</summary>
    public static void Store2(ArrayView<ushort> view, int index, Bits2 value)
    {
        var pairs = Pairs(view);
        pairs[index >> 1] = value;
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

    /// <summary>The first elements of two, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Bits2 Load2(ArrayView<ushort> view, int index, int count) => Edge.Load2(view, index, count);

    /// <summary>The first elements of four, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Bits4 Load4(ArrayView<ushort> view, int index, int count) => Edge.Load4(view, index, count);

    /// <summary>The first elements of sixteen, then zeros; nothing is read past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static Bits16 Load16(ArrayView<ushort> view, int index, int count) => Edge.Load16(view, index, count);

    /// <summary>The first of two elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store2(ArrayView<ushort> view, int index, Bits2 value, int count) => Edge.Store2(view, index, value, count);

    /// <summary>The first of four elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store4(ArrayView<ushort> view, int index, Bits4 value, int count) => Edge.Store4(view, index, value, count);

    /// <summary>The first of sixteen elements; nothing is written past the count, which may be any number.</summary>
    [IntrinsicImplementation]
    public static void Store16(ArrayView<ushort> view, int index, Bits16 value, int count) => Edge.Store16(view, index, value, count);

    private static ArrayView<Bits2> Pairs(ArrayView<ushort> view) => view.AsAligned(4).Cast<Bits2>();

    private static ArrayView<Bits4> Quads(ArrayView<ushort> view) => view.AsAligned(8).Cast<Bits4>();

    internal readonly struct Memory : IMemory<ushort, ushort>
    {
        public static ushort Load(ArrayView<ushort> view, int index) => view[index];

        public static void Store(ArrayView<ushort> view, int index, ushort value) => view[index] = value;
    }
}
