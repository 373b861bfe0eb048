using TileKit;
using static TileKit.Ops;

namespace Digits;

/// <summary>The kernel of this sample: everything else here feeds it, checks it or times it.</summary>
public static partial class DigitAttention
{
    /// <summary>o = softmax(beta·q·kᵀ)·v, row by row; q: [M,D], k: [N,D], v: [N,V], o: [M,V].</summary>
    [TileKernel(nameof(ClassifyProgram))]
    public static partial void Classify(
        Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float beta);

    static void ClassifyProgram(
        Global<float> q, Global<float> k, Global<float> v, Global<float> o, float beta,
        [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols, 64)] int D, [Extent(nameof(v), Axis.Cols, 16)] int DV)
    {
        Require(q.Cols == k.Cols && k.Rows == v.Rows && o.Rows == q.Rows && o.Cols == v.Cols);

        var Q = q.Tiles(BM, D);
        var K = k.Tiles(BN, D);
        var V = v.Tiles(BN, DV);
        var O = o.Tiles(BM, DV);

        foreach (var i in Grid(O.Rows))                      // one program instance per BM queries
        {
            var m = ColVec.NegInfty<float>(BM);              // largest score of each query so far
            var l = ColVec.Zeros<float>(BM);                 // sum of its weights, relative to m
            var acc = Zeros<float>(BM, DV);                  // the same weights times v
            for (var n = 0; n < K.Rows; n++)
            {
                var s = MmABt(Q[i, 0], K[n, 0]) * (beta * Log2E);
                var mNew = Max(m, RowMax(s));
                var p = Exp2(s - mNew);
                var alpha = Exp2(m - mNew);
                l = l * alpha + RowSum(p);
                acc = MmaAB(p, V[n, 0], acc * alpha);
                m = mNew;
            }

            O[i, 0] = acc / l;
        }
    }
}
