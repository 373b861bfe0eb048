using System.ComponentModel;
using ILGPU;

namespace TileKit.Ilgpu;

/// <summary>Additions to memory that other threads add to at the same time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Atomics
{
    /// <summary>Adds to one element.</summary>
    public static void Add(ArrayView<float> view, int index, float value) => Atomic.Add(ref view[index], value);

    /// <summary>Adds to one element.</summary>
    public static void Add(ArrayView<int> view, int index, int value) => Atomic.Add(ref view[index], value);

    /// <summary>Adds the first of two lanes; nothing is written past the count, which may be any number.</summary>
    public static void Add2(ArrayView<float> view, int index, Float2 value, int count)
    {
        if (count > 0)
        {
            Add(view, index, value.V0);
        }

        if (count > 1)
        {
            Add(view, index + 1, value.V1);
        }
    }

    /// <summary>Adds the first of two lanes; nothing is written past the count, which may be any number.</summary>
    public static void Add2(ArrayView<int> view, int index, Int2 value, int count)
    {
        if (count > 0)
        {
            Add(view, index, value.V0);
        }

        if (count > 1)
        {
            Add(view, index + 1, value.V1);
        }
    }

    /// <summary>Adds the first of four lanes; nothing is written past the count, which may be any number.</summary>
    public static void Add4(ArrayView<float> view, int index, Float4 value, int count)
    {
        if (count > 0)
        {
            Add(view, index, value.V0);
        }

        if (count > 1)
        {
            Add(view, index + 1, value.V1);
        }

        if (count > 2)
        {
            Add(view, index + 2, value.V2);
        }

        if (count > 3)
        {
            Add(view, index + 3, value.V3);
        }
    }

    /// <summary>Adds the first of four lanes; nothing is written past the count, which may be any number.</summary>
    public static void Add4(ArrayView<int> view, int index, Int4 value, int count)
    {
        if (count > 0)
        {
            Add(view, index, value.V0);
        }

        if (count > 1)
        {
            Add(view, index + 1, value.V1);
        }

        if (count > 2)
        {
            Add(view, index + 2, value.V2);
        }

        if (count > 3)
        {
            Add(view, index + 3, value.V3);
        }
    }

    /// <summary>Adds the first of sixteen lanes; nothing is written past the count, which may be any number.</summary>
    public static void Add16(ArrayView<float> view, int index, Float16 value, int count)
    {
        Add4(view, index, new() { V0 = value.V0, V1 = value.V1, V2 = value.V2, V3 = value.V3 }, count);
        Add4(view, index + 4, new() { V0 = value.V4, V1 = value.V5, V2 = value.V6, V3 = value.V7 }, count - 4);
        Add4(view, index + 8, new() { V0 = value.V8, V1 = value.V9, V2 = value.V10, V3 = value.V11 }, count - 8);
        Add4(view, index + 12, new() { V0 = value.V12, V1 = value.V13, V2 = value.V14, V3 = value.V15 }, count - 12);
    }

    /// <summary>Adds the first of sixteen lanes; nothing is written past the count, which may be any number.</summary>
    public static void Add16(ArrayView<int> view, int index, Int16 value, int count)
    {
        Add4(view, index, new Int4 { V0 = value.V0, V1 = value.V1, V2 = value.V2, V3 = value.V3 }, count);
        Add4(view, index + 4, new Int4 { V0 = value.V4, V1 = value.V5, V2 = value.V6, V3 = value.V7 }, count - 4);
        Add4(view, index + 8, new Int4 { V0 = value.V8, V1 = value.V9, V2 = value.V10, V3 = value.V11 }, count - 8);
        Add4(view, index + 12, new Int4 { V0 = value.V12, V1 = value.V13, V2 = value.V14, V3 = value.V15 }, count - 12);
    }
}
