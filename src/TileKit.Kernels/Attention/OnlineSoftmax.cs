using static TileKit.Ops;

namespace TileKit.Kernels;

/// <summary>A softmax over keys that come tile by tile, in powers of two (Milakov and Gimelshein, 2018, arXiv:1805.02867).</summary>
internal static class OnlineSoftmax
{
    /// <summary>What a tile of queries knows before it has seen a key: the largest score, the sum of weights, the weighted sum of values.</summary>
    public static (ColVec<float> M, ColVec<float> L, Tile<float> Acc) Nothing(int BM, int DV)
        => (ColVec.NegInfty<float>(BM), ColVec.Zeros<float>(BM), Zeros<float>(BM, DV));

    /// <summary>Takes a tile of scores and the values of its keys into the largest score, the sum of weights and the weighted sum of values.</summary>
    public static (ColVec<float> M, ColVec<float> L, Tile<float> Acc) Add(
        Tile<float> s, Tile<float> values, ColVec<float> m, ColVec<float> l, Tile<float> acc)
    {
        var mNew = Max(m, RowMax(s));
        var shift = Where(Equal(mNew, float.NegativeInfinity), 0f, mNew);   // nothing visible yet: weights of 0, not NaN
        var p = Exp2(s - shift);
        var alpha = Exp2(m - shift);
        return (mNew, l * alpha + RowSum(p), MmaAB(p, values, acc * alpha));
    }

    /// <summary>Takes a result over some of the keys, and its log-sum-exp, into the sums.</summary>
    public static (ColVec<float> M, ColVec<float> L, Tile<float> Acc) AddPart(
        ColVec<float> lse, Tile<float> part, ColVec<float> m, ColVec<float> l, Tile<float> acc)
    {
        var mNew = Max(m, lse);
        var shift = Where(Equal(mNew, float.NegativeInfinity), 0f, mNew);
        var weight = Exp2(lse - shift);
        var alpha = Exp2(m - shift);
        return (mNew, l * alpha + weight, acc * alpha + part * weight);
    }

    /// <summary>The weighted mean of the values; 0 where nothing was visible.</summary>
    public static Tile<float> Mean(Tile<float> acc, ColVec<float> l) => acc / Where(Equal(l, 0f), 1f, l);
}
