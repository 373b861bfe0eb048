namespace TileKit.Cpu;

public static partial class Pack
{
    /// <summary>Copies rows of float to rows of float and writes nothing past them.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0.</param>
    /// <param name="ld">The elements from row to row of the source.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <param name="dst">Row 0 of the destination.</param>
    /// <param name="dld">The elements from row to row of the destination.</param>
    public static void Rows<F, I>(Ptr<float> src, nint ld, int rows, int cols, Ptr<float> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.CopyRows<F, float, float, SameStorage<F, float>>(src, ld, rows, cols, dst, dld);

    /// <summary>Copies rows of Half to rows of float and writes nothing past them.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0.</param>
    /// <param name="ld">The elements from row to row of the source.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <param name="dst">Row 0 of the destination.</param>
    /// <param name="dld">The elements from row to row of the destination.</param>
    public static void Rows<F, I>(Ptr<Half> src, nint ld, int rows, int cols, Ptr<float> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.CopyRows<F, float, Half, HalfStorage<F, I>>(src, ld, rows, cols, dst, dld);

    /// <summary>Copies rows of BFloat16 to rows of float and writes nothing past them.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0.</param>
    /// <param name="ld">The elements from row to row of the source.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <param name="dst">Row 0 of the destination.</param>
    /// <param name="dld">The elements from row to row of the destination.</param>
    public static void Rows<F, I>(Ptr<BFloat16> src, nint ld, int rows, int cols, Ptr<float> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.CopyRows<F, float, BFloat16, BFloat16Storage<F, I>>(src, ld, rows, cols, dst, dld);

    /// <summary>Copies rows of int to rows of int and writes nothing past them.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0.</param>
    /// <param name="ld">The elements from row to row of the source.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <param name="dst">Row 0 of the destination.</param>
    /// <param name="dld">The elements from row to row of the destination.</param>
    public static void Rows<F, I>(Ptr<int> src, nint ld, int rows, int cols, Ptr<int> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.CopyRows<I, int, int, SameStorage<I, int>>(src, ld, rows, cols, dst, dld);

    /// <summary>Copies rows of sbyte to rows of int and writes nothing past them.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="src">Row 0.</param>
    /// <param name="ld">The elements from row to row of the source.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="cols">The number of columns.</param>
    /// <param name="dst">Row 0 of the destination.</param>
    /// <param name="dld">The elements from row to row of the destination.</param>
    public static void Rows<F, I>(Ptr<sbyte> src, nint ld, int rows, int cols, Ptr<int> dst, nint dld)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Panel.CopyRows<I, int, sbyte, SByteStorage<F, I>>(src, ld, rows, cols, dst, dld);
}
