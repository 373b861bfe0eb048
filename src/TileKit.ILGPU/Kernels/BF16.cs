using System.ComponentModel;
using ILGPU;

namespace TileKit.Ilgpu;

/// <summary>Memory of BFloat16 elements, held as their bits; stores round to nearest even.</summary>
/// <remarks>
/// Kernels move bits by <see cref="U16"/> and convert them by this class, outside of branches: at an edge and within, the conversion is one.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BF16
{
    /// <summary>One element.</summary>
    public static float Load(ArrayView<ushort> view, int index) => BFloat16Bits.ToFloat(view[index]);

    /// <summary>One element.</summary>
    public static void Store(ArrayView<ushort> view, int index, float value) => view[index] = BFloat16Bits.FromFloat(value);

    /// <summary>The numbers that the bits stand for. Exact.</summary>
    public static Float2 Widen(Bits2 bits) => new() { V0 = BFloat16Bits.ToFloat(bits.V0), V1 = BFloat16Bits.ToFloat(bits.V1) };

    /// <summary>The numbers that the bits stand for. Exact.</summary>
    public static Float4 Widen(Bits4 bits) => new()
    {
        V0 = BFloat16Bits.ToFloat(bits.V0), V1 = BFloat16Bits.ToFloat(bits.V1), V2 = BFloat16Bits.ToFloat(bits.V2), V3 = BFloat16Bits.ToFloat(bits.V3),
    };

    /// <summary>The numbers that the bits stand for. Exact.</summary>
    public static Float16 Widen(Bits16 bits) => new()
    {
        V0 = BFloat16Bits.ToFloat(bits.V0), V1 = BFloat16Bits.ToFloat(bits.V1), V2 = BFloat16Bits.ToFloat(bits.V2), V3 = BFloat16Bits.ToFloat(bits.V3),
        V4 = BFloat16Bits.ToFloat(bits.V4), V5 = BFloat16Bits.ToFloat(bits.V5), V6 = BFloat16Bits.ToFloat(bits.V6), V7 = BFloat16Bits.ToFloat(bits.V7),
        V8 = BFloat16Bits.ToFloat(bits.V8), V9 = BFloat16Bits.ToFloat(bits.V9), V10 = BFloat16Bits.ToFloat(bits.V10), V11 = BFloat16Bits.ToFloat(bits.V11),
        V12 = BFloat16Bits.ToFloat(bits.V12), V13 = BFloat16Bits.ToFloat(bits.V13), V14 = BFloat16Bits.ToFloat(bits.V14), V15 = BFloat16Bits.ToFloat(bits.V15),
    };

    /// <summary>The bits of the nearest numbers, ties to even; NaN stays NaN.</summary>
    public static Bits2 Narrow(Float2 value) => new() { V0 = BFloat16Bits.FromFloat(value.V0), V1 = BFloat16Bits.FromFloat(value.V1) };

    /// <summary>The bits of the nearest numbers, ties to even; NaN stays NaN.</summary>
    public static Bits4 Narrow(Float4 value) => new()
    {
        V0 = BFloat16Bits.FromFloat(value.V0), V1 = BFloat16Bits.FromFloat(value.V1), V2 = BFloat16Bits.FromFloat(value.V2), V3 = BFloat16Bits.FromFloat(value.V3),
    };

    /// <summary>The bits of the nearest numbers, ties to even; NaN stays NaN.</summary>
    public static Bits16 Narrow(Float16 value) => new()
    {
        V0 = BFloat16Bits.FromFloat(value.V0), V1 = BFloat16Bits.FromFloat(value.V1), V2 = BFloat16Bits.FromFloat(value.V2), V3 = BFloat16Bits.FromFloat(value.V3),
        V4 = BFloat16Bits.FromFloat(value.V4), V5 = BFloat16Bits.FromFloat(value.V5), V6 = BFloat16Bits.FromFloat(value.V6), V7 = BFloat16Bits.FromFloat(value.V7),
        V8 = BFloat16Bits.FromFloat(value.V8), V9 = BFloat16Bits.FromFloat(value.V9), V10 = BFloat16Bits.FromFloat(value.V10), V11 = BFloat16Bits.FromFloat(value.V11),
        V12 = BFloat16Bits.FromFloat(value.V12), V13 = BFloat16Bits.FromFloat(value.V13), V14 = BFloat16Bits.FromFloat(value.V14), V15 = BFloat16Bits.FromFloat(value.V15),
    };
}
