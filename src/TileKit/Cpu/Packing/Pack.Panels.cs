using System.ComponentModel;

namespace TileKit.Cpu;

/// <summary>
/// Moves operands between tensors, whose rows are contiguous, and scratch memory, whose element (k, lane) is at
/// v·dv + k·dk + (lane − v) with v the first lane of its bundle.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Pack
{
    /// <summary>Copies a row-major [k][lanes] block of float to bundles of float; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0, lane 0.</param>
    /// <param name="ld">The elements from row to row.</param>
    /// <param name="k">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void Panels<F, I>(Ptr<float> src, nint ld, int k, int lanes, Ptr<float> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.Copy<F, float, float, SameStorage<F, float>>(src, ld, k, lanes, dst, dk, dv);

    /// <summary>Copies a row-major [k][lanes] block of Half to bundles of float; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0, lane 0.</param>
    /// <param name="ld">The elements from row to row.</param>
    /// <param name="k">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void Panels<F, I>(Ptr<Half> src, nint ld, int k, int lanes, Ptr<float> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.Copy<F, float, Half, HalfStorage<F, I>>(src, ld, k, lanes, dst, dk, dv);

    /// <summary>Copies a row-major [k][lanes] block of BFloat16 to bundles of float; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0, lane 0.</param>
    /// <param name="ld">The elements from row to row.</param>
    /// <param name="k">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void Panels<F, I>(Ptr<BFloat16> src, nint ld, int k, int lanes, Ptr<float> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.Copy<F, float, BFloat16, BFloat16Storage<F, I>>(src, ld, k, lanes, dst, dk, dv);

    /// <summary>Copies a row-major [k][lanes] block of int to bundles of int; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0, lane 0.</param>
    /// <param name="ld">The elements from row to row.</param>
    /// <param name="k">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void Panels<F, I>(Ptr<int> src, nint ld, int k, int lanes, Ptr<int> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.Copy<I, int, int, SameStorage<I, int>>(src, ld, k, lanes, dst, dk, dv);

    /// <summary>Copies a row-major [k][lanes] block of sbyte to bundles of int; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0, lane 0.</param>
    /// <param name="ld">The elements from row to row.</param>
    /// <param name="k">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void Panels<F, I>(Ptr<sbyte> src, nint ld, int k, int lanes, Ptr<int> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.Copy<I, int, sbyte, SByteStorage<F, I>>(src, ld, k, lanes, dst, dk, dv);
}
