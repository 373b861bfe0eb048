namespace TileKit.Cpu;

public static partial class Pack
{
    /// <summary>Copies a row-major [lanes][k] block of float to bundles of float; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Lane 0, element 0.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="k">The number of elements of a lane.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void PanelsTransposed<F, I>(Ptr<float> src, nint ld, int k, int lanes, Ptr<float> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Load<F, Float128, float, float, SameStorage<F, float>, SameStorage<Float128, float>>(src, ld, k, lanes, dst, dk, dv);

    /// <summary>Copies a row-major [lanes][k] block of Half to bundles of float; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Lane 0, element 0.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="k">The number of elements of a lane.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void PanelsTransposed<F, I>(Ptr<Half> src, nint ld, int k, int lanes, Ptr<float> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Load<F, Float128, float, Half, HalfStorage<F, I>, HalfStorage<Float128, Int128>>(src, ld, k, lanes, dst, dk, dv);

    /// <summary>Copies a row-major [lanes][k] block of BFloat16 to bundles of float; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Lane 0, element 0.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="k">The number of elements of a lane.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void PanelsTransposed<F, I>(Ptr<BFloat16> src, nint ld, int k, int lanes, Ptr<float> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Load<F, Float128, float, BFloat16, BFloat16Storage<F, I>, BFloat16Storage<Float128, Int128>>(src, ld, k, lanes, dst, dk, dv);

    /// <summary>Copies a row-major [lanes][k] block of int to bundles of int; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Lane 0, element 0.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="k">The number of elements of a lane.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void PanelsTransposed<F, I>(Ptr<int> src, nint ld, int k, int lanes, Ptr<int> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Load<I, Int128, int, int, SameStorage<I, int>, SameStorage<Int128, int>>(src, ld, k, lanes, dst, dk, dv);

    /// <summary>Copies a row-major [lanes][k] block of sbyte to bundles of int; zero fills the last bundle.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Lane 0, element 0.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="k">The number of elements of a lane.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">The scratch memory.</param>
    /// <param name="dk">Its stride along k.</param>
    /// <param name="dv">Its stride per lane between bundles.</param>
    public static void PanelsTransposed<F, I>(Ptr<sbyte> src, nint ld, int k, int lanes, Ptr<int> dst, nint dk, nint dv)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Load<I, Int128, int, sbyte, SByteStorage<F, I>, SByteStorage<Float128, Int128>>(src, ld, k, lanes, dst, dk, dv);
}
