using static TileKit.Ops;

namespace TileKit.Kernels;

/// <summary>Losses of a language model, one number a token.</summary>
public static partial class Losses
{
    /// <summary>
    /// What a tile of tokens knows before it has seen a class: the largest logit, the sum of weights, the target's logit, the sum of logits.
    /// </summary>
    private static (ColVec<float> M, ColVec<float> L, ColVec<float> At, ColVec<float> Total) Nothing(int BM)
        => (ColVec.NegInfty<float>(BM), ColVec.Zeros<float>(BM), ColVec.NegInfty<float>(BM), ColVec.Zeros<float>(BM));

    /// <summary>What it knows after a tile of logits; target counts from the tile's first column.</summary>
    private static (ColVec<float> M, ColVec<float> L, ColVec<float> At, ColVec<float> Total) Step(
        Tile<float> s, ColVec<int> target, ColVec<float> m, ColVec<float> l, ColVec<float> at, ColVec<float> total, int BM, int BN)
    {
        var mNew = Max(m, RowMax(s));
        var shift = Where(Equal(mNew, float.NegativeInfinity), 0f, mNew);
        var lNew = l * Exp(m - shift) + RowSum(Exp(s - shift));
        var hit = Where(Equal(ColIndex(BM, BN), target), s, float.NegativeInfinity);
        return (mNew, lNew, Max(at, RowMax(hit)), total + RowSum(s));
    }

    /// <summary>The loss of each token, given the log-sum-exp, the target's logit and the mean logit.</summary>
    private static ColVec<float> Loss(
        ColVec<int> target, ColVec<float> lse, ColVec<float> at, ColVec<float> mean, int ignored, float smoothing, float zLoss)
    {
        var loss = lse - at;
        if (smoothing != 0f)                                        // a class of logit −∞ must not count where nothing is smoothed
            loss = (1f - smoothing) * loss + smoothing * (lse - mean);
        if (zLoss != 0f)
            loss = loss + zLoss * lse * lse;
        return Where(Equal(target, ignored), 0f, loss);
    }
}
