using System.Runtime.CompilerServices;

namespace TileKit.Cpu;

/// <content>Products of few rows: the vector operand is read where it is, by blocks of rows where its own lie close together.</content>
public static partial class Mma
{
    internal const int FewRows = 32; // more are worth packing the other operand
    private const int FewSharedRows = 4;
    private const int FewSharedTransposedRows = 2;
    private const int ManyBundles = 8;
    private const int NearRows = 256; // elements from row to row of memory that blocks of rows walk down as fast as a panel
    private const int PartRows = 5; // as many are worth a block of which some rows are repeated
    private const int SumSteps = 16; // of the contraction take as long as the sum across lanes that ends it

    /// <summary>Whether a product reads its vector operand in memory, since so few rows use it that a packed copy would cost more.</summary>
    /// <param name="rows">The rows of the other operand.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="ld">The elements from row to row of the memory.</param>
    /// <param name="bundle">The lanes of a bundle.</param>
    /// <param name="transposed">Whether the contraction is adjacent in memory instead of the lanes.</param>
    /// <param name="shared">Whether other instances would use the packed copy too.</param>
    public static bool ReadsInPlace(int rows, int lanes, int k, nint ld, int bundle, bool transposed, bool shared)
    {
        if (transposed)
        {
            return rows <= (shared ? FewSharedTransposedRows : Math.Min(FewRows, k / SumSteps));
        }

        // of rows that lie apart, a bundle that is not whole is copied anyway, and costs as much as many that are
        return rows <= (shared ? FewSharedRows : FewRows) && (lanes % bundle == 0 || lanes > ManyBundles * bundle || ReadsBlocks(rows, ld));
    }

    /// <summary>Whether blocks of rows walk down memory as they do down a panel: its rows lie close together, and there are enough for a block.</summary>
    /// <param name="rows">The rows of the other operand.</param>
    /// <param name="ld">The elements from row to row of the memory.</param>
    internal static bool ReadsBlocks(int rows, nint ld) => ld <= NearRows && rows >= PartRows;

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k·xk] · y[k·ld + v] with y in float; C lies as in <see cref="Accumulate"/>, and nothing beyond y's lanes is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="xk">Its stride along the contraction.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from step to step of the contraction.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    /// <param name="target">Where the sums go that the product completes, as in <see cref="Accumulate"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AccumulateInPlace<F, I>(
        Ptr<float> x,
        nint xr,
        nint xk,
        Ptr<float> y,
        nint ld,
        Ptr<float> c,
        nint cr,
        nint cv,
        int rows,
        int lanes,
        int k,
        bool overwrite,
        Target<float> target = default)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F>
    {
        (rows, lanes) = target.Exists ? (target.Rows, target.Lanes) : (rows, lanes);
        var isNear = ld <= NearRows && xk == 1; // as near to each other as in a panel
        var block = SixRows.Bundles(F.Registers) * F.Count;
        var blocked = isNear && lanes >= block ? SixRows.Blocked(rows) : 0;
        var wide = isNear && F.Registers == 32 && rows - blocked > 1 ? lanes / (Wide.Bundles * F.Count) * Wide.Bundles * F.Count : 0;
        var whole = blocked > 0 ? lanes / block * block : wide;
        var sums = new Sums<float>(c, cr, cv);
        var isPart = ReadsBlocks(rows, ld);
        var isDirect = target.Exists && isPart && (blocked == rows || whole == 0);
        var to = isDirect ? new Sums<float>(target.Data, target.Stride, 1) : sums;
        if (blocked > 0)
        {
            SixRows.Accumulate<F, float, AlongRows, InMemory>(x, xr, y, ld, 1, sums, to, blocked, whole, k, overwrite, default);
        }

        if (wide > 0)
        {
            Wide.Accumulate<F, float>(x + (blocked * xr), xr, y, ld, c + (blocked * cr), cr, cv, rows - blocked, wide, k, overwrite);
        }

        if (blocked < rows && wide < whole)
        {
            Outer.Accumulate<F, float, float, SameStorage<F, float>>(
                x + (blocked * xr), xr, xk, y + wide, ld, c + ((blocked * cr) + (wide * cv)), cr, cv, rows - blocked, whole - wide, k, overwrite);
        }

        // a last block that is not whole may reach back, and make sums of the block before once more; where they go to other memory than they come from
        if (whole < lanes && isDirect && overwrite && blocked == rows && lanes - whole > block - F.Count)
        {
            SixRows.Accumulate<F, float, AlongRows, InMemory>(x, xr, y + (lanes - block), ld, 1, sums, to.Beyond(lanes - block), rows, block, k, overwrite, default);
        }
        else if (whole < lanes && isPart)
        {
            Part.Accumulate<F, float>(x, xr, xk, y + whole, ld, sums.Beyond(whole), to.Beyond(whole), rows, lanes - whole, k, overwrite);
        }
        else if (whole < lanes)
        {
            Outer.Accumulate<F, float, float, SameStorage<F, float>>(
                x, xr, xk, y + whole, ld, c + (whole * cv), cr, cv, rows, lanes - whole, k, overwrite);
        }

        if (target.Exists && !isDirect)
        {
            Copy<F, float>(sums, new(target.Data, target.Stride, 1), target.Rows, target.Lanes);
        }
    }

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k·xk] · y[k·ld + v] with y in Half; C lies as in <see cref="Accumulate"/>, and nothing beyond y's lanes is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="xk">Its stride along the contraction.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from step to step of the contraction.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateInPlace<F, I>(
        Ptr<float> x, nint xr, nint xk, Ptr<Half> y, nint ld, Ptr<float> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Outer.Accumulate<F, float, Half, HalfStorage<F, I>>(x, xr, xk, y, ld, c, cr, cv, rows, lanes, k, overwrite);

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k·xk] · y[k·ld + v] with y in BFloat16; C lies as in <see cref="Accumulate"/>, and nothing beyond y's lanes is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="xk">Its stride along the contraction.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from step to step of the contraction.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateInPlace<F, I>(
        Ptr<float> x, nint xr, nint xk, Ptr<BFloat16> y, nint ld, Ptr<float> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Outer.Accumulate<F, float, BFloat16, BFloat16Storage<F, I>>(x, xr, xk, y, ld, c, cr, cv, rows, lanes, k, overwrite);

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k·xk] · y[k·ld + v] with y in int; C lies as in <see cref="Accumulate"/>, and nothing beyond y's lanes is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="xk">Its stride along the contraction.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from step to step of the contraction.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateInPlace<F, I>(
        Ptr<int> x, nint xr, nint xk, Ptr<int> y, nint ld, Ptr<int> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Outer.Accumulate<I, int, int, SameStorage<I, int>>(x, xr, xk, y, ld, c, cr, cv, rows, lanes, k, overwrite);

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k·xk] · y[k·ld + v] with y in sbyte; C lies as in <see cref="Accumulate"/>, and nothing beyond y's lanes is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="xk">Its stride along the contraction.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from step to step of the contraction.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateInPlace<F, I>(
        Ptr<int> x, nint xr, nint xk, Ptr<sbyte> y, nint ld, Ptr<int> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Outer.Accumulate<I, int, sbyte, SByteStorage<F, I>>(x, xr, xk, y, ld, c, cr, cv, rows, lanes, k, overwrite);

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k] · y[v·ld + k] with y in float; C lies as in <see cref="Accumulate"/>, and nothing beyond y's contraction is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateTransposed<F, I>(
        Ptr<float> x, nint xr, Ptr<float> y, nint ld, Ptr<float> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Dot.Accumulate<F, float, float, SameStorage<F, float>>(x, xr, y, ld, c, cr, cv, rows, lanes, k, overwrite);

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k] · y[v·ld + k] with y in Half; C lies as in <see cref="Accumulate"/>, and nothing beyond y's contraction is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateTransposed<F, I>(
        Ptr<float> x, nint xr, Ptr<Half> y, nint ld, Ptr<float> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Dot.Accumulate<F, float, Half, HalfStorage<F, I>>(x, xr, y, ld, c, cr, cv, rows, lanes, k, overwrite);

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k] · y[v·ld + k] with y in BFloat16; C lies as in <see cref="Accumulate"/>, and nothing beyond y's contraction is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateTransposed<F, I>(
        Ptr<float> x, nint xr, Ptr<BFloat16> y, nint ld, Ptr<float> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Dot.Accumulate<F, float, BFloat16, BFloat16Storage<F, I>>(x, xr, y, ld, c, cr, cv, rows, lanes, k, overwrite);

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k] · y[v·ld + k] with y in int; C lies as in <see cref="Accumulate"/>, and nothing beyond y's contraction is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateTransposed<F, I>(
        Ptr<int> x, nint xr, Ptr<int> y, nint ld, Ptr<int> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Dot.Accumulate<I, int, int, SameStorage<I, int>>(x, xr, y, ld, c, cr, cv, rows, lanes, k, overwrite);

    /// <summary>C[r, v] (+)= Σₖ x[r·xr + k] · y[v·ld + k] with y in sbyte; C lies as in <see cref="Accumulate"/>, and nothing beyond y's contraction is read.</summary>
    /// <typeparam name="F">The float vector.</typeparam>
    /// <typeparam name="I">The int vector.</typeparam>
    /// <param name="x">The operand with few rows, in scratch or memory.</param>
    /// <param name="xr">Its stride from row to row.</param>
    /// <param name="y">The vector operand in memory.</param>
    /// <param name="ld">The elements from lane to lane.</param>
    /// <param name="c">The accumulators.</param>
    /// <param name="cr">Their stride from row to row.</param>
    /// <param name="cv">Their stride per lane between bundles.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <param name="k">The length of the contraction.</param>
    /// <param name="overwrite">Whether C starts from zero instead of from what it holds.</param>
    public static void AccumulateTransposed<F, I>(
        Ptr<int> x, nint xr, Ptr<sbyte> y, nint ld, Ptr<int> c, nint cr, nint cv, int rows, int lanes, int k, bool overwrite)
        where F : struct, IFloatVec<F, I>
        where I : struct, IIntVec<I, F> =>
        Dot.Accumulate<I, int, sbyte, SByteStorage<F, I>>(x, xr, y, ld, c, cr, cv, rows, lanes, k, overwrite);
}
