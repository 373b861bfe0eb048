namespace TileKit.Cpu;

public static partial class Pack
{
    /// <summary>
    /// Writes a scratch tile of float, whose element (r, lane) is at src[v·sv + r·sr + lane − v] with v the first lane of its bundle,
    /// to a row-major [lane][r] block of float and nothing past it.
    /// </summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">The scratch tile, with whole bundles of lanes.</param>
    /// <param name="sr">Its stride from row to row.</param>
    /// <param name="sv">Its stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">Lane 0, element 0 of the destination.</param>
    /// <param name="ld">The elements from lane to lane of the destination.</param>
    public static void StoreTransposed<F, I>(Ptr<float> src, nint sr, nint sv, int rows, int lanes, Ptr<float> dst, nint ld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Store<F, Float128, float, float, SameStorage<F, float>, SameStorage<Float128, float>>(src, sr, sv, rows, lanes, dst, ld);

    /// <summary>
    /// Writes a scratch tile of float, whose element (r, lane) is at src[v·sv + r·sr + lane − v] with v the first lane of its bundle,
    /// to a row-major [lane][r] block of Half, rounded to nearest even, and nothing past it.
    /// </summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">The scratch tile, with whole bundles of lanes.</param>
    /// <param name="sr">Its stride from row to row.</param>
    /// <param name="sv">Its stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">Lane 0, element 0 of the destination.</param>
    /// <param name="ld">The elements from lane to lane of the destination.</param>
    public static void StoreTransposed<F, I>(Ptr<float> src, nint sr, nint sv, int rows, int lanes, Ptr<Half> dst, nint ld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Store<F, Float128, float, Half, HalfStorage<F, I>, HalfStorage<Float128, Int128>>(src, sr, sv, rows, lanes, dst, ld);

    /// <summary>
    /// Writes a scratch tile of float, whose element (r, lane) is at src[v·sv + r·sr + lane − v] with v the first lane of its bundle,
    /// to a row-major [lane][r] block of BFloat16, rounded to nearest even, and nothing past it.
    /// </summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">The scratch tile, with whole bundles of lanes.</param>
    /// <param name="sr">Its stride from row to row.</param>
    /// <param name="sv">Its stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">Lane 0, element 0 of the destination.</param>
    /// <param name="ld">The elements from lane to lane of the destination.</param>
    public static void StoreTransposed<F, I>(Ptr<float> src, nint sr, nint sv, int rows, int lanes, Ptr<BFloat16> dst, nint ld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Store<F, Float128, float, BFloat16, BFloat16Storage<F, I>, BFloat16Storage<Float128, Int128>>(src, sr, sv, rows, lanes, dst, ld);

    /// <summary>
    /// Writes a scratch tile of int, whose element (r, lane) is at src[v·sv + r·sr + lane − v] with v the first lane of its bundle,
    /// to a row-major [lane][r] block of int and nothing past it.
    /// </summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">The scratch tile, with whole bundles of lanes.</param>
    /// <param name="sr">Its stride from row to row.</param>
    /// <param name="sv">Its stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">Lane 0, element 0 of the destination.</param>
    /// <param name="ld">The elements from lane to lane of the destination.</param>
    public static void StoreTransposed<F, I>(Ptr<int> src, nint sr, nint sv, int rows, int lanes, Ptr<int> dst, nint ld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Store<I, Int128, int, int, SameStorage<I, int>, SameStorage<Int128, int>>(src, sr, sv, rows, lanes, dst, ld);

    /// <summary>
    /// Writes a scratch tile of int, whose element (r, lane) is at src[v·sv + r·sr + lane − v] with v the first lane of its bundle,
    /// to a row-major [lane][r] block of sbyte, saturated, and nothing past it.
    /// </summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">The scratch tile, with whole bundles of lanes.</param>
    /// <param name="sr">Its stride from row to row.</param>
    /// <param name="sv">Its stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="dst">Lane 0, element 0 of the destination.</param>
    /// <param name="ld">The elements from lane to lane of the destination.</param>
    public static void StoreTransposed<F, I>(Ptr<int> src, nint sr, nint sv, int rows, int lanes, Ptr<sbyte> dst, nint ld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        TransposedPanel.Store<I, Int128, int, sbyte, SByteStorage<F, I>, SByteStorage<Float128, Int128>>(src, sr, sv, rows, lanes, dst, ld);
}
