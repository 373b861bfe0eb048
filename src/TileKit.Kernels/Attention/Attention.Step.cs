using static TileKit.Ops;

namespace TileKit.Kernels;

/// <content>What all forms of attention share: the online softmax, and what has to hold of the shapes.</content>
public static partial class Attention
{
    /// <summary>What a tile of queries knows before it has seen a key: the largest score, the sum of weights, the weights times v.</summary>
    private static (ColVec<float> M, ColVec<float> L, Tile<float> Acc) Nothing(int BM, int DV)
        => (ColVec.NegInfty<float>(BM), ColVec.Zeros<float>(BM), Zeros<float>(BM, DV));

    /// <summary>What it knows after tile n of the keys, whose scores, in powers of two, are s. A score of −∞ has no weight.</summary>
    private static (ColVec<float> M, ColVec<float> L, Tile<float> Acc) Step<T>(
        Tile<float> s, TileView<T> V, int n, ColVec<float> m, ColVec<float> l, Tile<float> acc)
        where T : unmanaged
    {
        var mNew = Max(m, RowMax(s));
        var shift = Where(Equal(mNew, float.NegativeInfinity), 0f, mNew);   // nothing visible yet: weights of 0, not NaN
        var p = Exp2(s - shift);
        var alpha = Exp2(m - shift);
        var lNew = l * alpha + RowSum(p);
        return (mNew, lNew, MmaAB(p, Cast<float>(V[n, 0]), acc * alpha));
    }

    /// <summary>The weighted mean of the values; 0 where no key has weight.</summary>
    private static Tile<float> Mean(Tile<float> acc, ColVec<float> l) => acc / Where(Equal(l, 0f), 1f, l);

    private static void RequireHeads<T>(Global<T> q, Global<T> k, Global<T> v, Global<T> o)
        where T : unmanaged
    {
        Require(q.Batch == k.Batch && q.Cols == k.Cols);
        Require(q.Depth % Max(k.Depth, 1) == 0, "q.Depth (its heads) to be a multiple of k.Depth");
        Require(k.Batch == v.Batch && k.Depth == v.Depth && k.Rows == v.Rows);
        Require(q.Batch == o.Batch && q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);
    }
}
