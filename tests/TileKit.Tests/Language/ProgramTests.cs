using Xunit;
using static TileKit.Ops;

namespace TileKit.Tests.Language;

/// <summary>Whole programs, called directly, against plain loops in double.</summary>
public class ProgramTests
{
    private static void LinearGelu(Global<float> x, Global<float> w, Global<float> bias, Global<float> y, int BM, int BN, int BK)
    {
        Require(x.Cols == w.Rows && w.Cols == y.Cols && x.Rows == y.Rows);

        var X = x.Tiles(BM, BK);
        var W = w.Tiles(BK, BN);
        var Y = y.Tiles(BM, BN);
        var b = bias.RowVecs(BN);

        foreach (var (i, j) in Grid(Y))
        {
            var acc = Zeros<float>(BM, BN);
            for (var k = 0; k < X.Cols; k++)
                acc = MmaAB(X[i, k], W[k, j], acc);
            Y[i, j] = Gelu(acc + b[j]);
        }
    }

    private static void Attention<T>(
        Global<T> q, Global<T> k, Global<T> v, Global<float> o, float scale, int BM, int BN, int D, int DV)
        where T : unmanaged
    {
        foreach (var (b, h, i) in Grid(q.Batch, q.Depth, q.Tiles(BM, D).Rows))
        {
            var Q = q[b, h].Tiles(BM, D);
            var K = k[b, h].Tiles(BN, D);
            var V = v[b, h].Tiles(BN, DV);
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, DV);
            for (var n = 0; n < K.Rows; n++)
            {
                var s = MmABt(Q[i, 0], K[n, 0]) * (scale * Log2E);
                s = MakeCausal(s, i * BM, n * BN);
                var mNew = Max(m, RowMax(s));
                var p = Exp2(s - mNew);
                var alpha = Exp2(m - mNew);
                l = l * alpha + RowSum(p);
                acc = MmaAB(Cast<T>(p), V[n, 0], acc * alpha);
                m = mNew;
            }
            o[b, h].Tiles(BM, DV)[i, 0] = acc / l;
        }
    }

    [Theory]
    [InlineData(5, 7, 9, 4, 3, 2)] // no size divides
    [InlineData(4, 6, 8, 4, 3, 2)] // all do
    [InlineData(1, 1, 1, 16, 16, 16)]
    [InlineData(3, 4, 0, 2, 2, 2)] // nothing to contract: gelu(bias)
    public void LinearGeluIsItsFormula(int m, int n, int k, int BM, int BN, int BK)
    {
        var (x, w, bias, y) = (Make.Numbers(m * k, 1), Make.Numbers(k * n, 2), Make.Numbers(n, 3), new float[m * n]);
        LinearGelu(Global.Of(x, m, k), Global.Of(w, k, n), Global.Of(bias, n), Global.Of(y, m, n), BM, BN, BK);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = (double)bias[j];
                for (var l = 0; l < k; l++)
                {
                    sum += (double)x[(i * k) + l] * w[(l * n) + j];
                }

                var expected = 0.5 * sum * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (sum + (0.044715 * sum * sum * sum))));
                Assert.Equal(expected, y[(i * n) + j], 1e-5);
            }
        }
    }

    [Fact]
    public void CausalAttentionIsItsFormula()
    {
        const int batch = 2, heads = 2, length = 11, D = 5, DV = 3;
        const int rows = batch * heads * length;
        var (q, k, v) = (Make.Numbers(rows * D, 4), Make.Numbers(rows * D, 5), Make.Numbers(rows * DV, 6));
        var (o, rounded) = (new float[rows * DV], new float[rows * DV]);
        Attention(Tensor(q, D), Tensor(k, D), Tensor(v, DV), Tensor(o, DV), 0.4f, 4, 3, 8, 4);
        Attention(Halves(q, D), Halves(k, D), Halves(v, DV), Tensor(rounded, DV), 0.4f, 4, 3, 8, 4);

        for (var head = 0; head < batch * heads; head++)
        {
            for (var i = 0; i < length; i++)
            {
                var weights = new double[i + 1];
                for (var j = 0; j <= i; j++)
                {
                    var (query, key) = (((head * length) + i) * D, ((head * length) + j) * D);
                    weights[j] = Math.Exp(0.4 * Enumerable.Range(0, D).Sum(d => (double)q[query + d] * k[key + d]));
                }

                for (var d = 0; d < DV; d++)
                {
                    var expected = weights.Select((weight, j) => weight * v[((head * length) + j) * DV + d]).Sum() / weights.Sum();
                    var at = ((head * length) + i) * DV + d;
                    Assert.Equal(expected, o[at], 1e-5);
                    Assert.Equal(expected, rounded[at], 1e-2);
                }
            }
        }

        static Global<T> Tensor<T>(T[] data, int cols)
            where T : unmanaged
            => Global.Of(data, batch, heads, length, cols);

        static Global<Half> Halves(float[] data, int cols) => Tensor(data.Select(x => (Half)x).ToArray(), cols);
    }

    [Fact]
    public void AProgramRunsOnDeviceTensors()
    {
        using var x = Device.Default.Upload(Make.Numbers(15, 1), 3, 5);
        using var w = Device.Default.Upload(Make.Numbers(20, 2), 5, 4);
        using var bias = Device.Default.Upload(Make.Numbers(4, 3), 4);
        using var y = Device.Default.Allocate<float>(3, 4);
        var expected = new float[12];
        LinearGelu(
            Global.Of(x.ToArray(), 3, 5), Global.Of(w.ToArray(), 5, 4), Global.Of(bias.ToArray(), 4), Global.Of(expected, 3, 4), 2, 2, 2);
        LinearGelu(x.AsGlobal(), w.AsGlobal(), bias.AsGlobal(), y.AsGlobal(), 2, 2, 2);
        Assert.Equal(expected, y.ToArray());
        Assert.Throws<ArgumentException>(() => LinearGelu(x.AsGlobal(), x.AsGlobal(), bias.AsGlobal(), y.AsGlobal(), 2, 2, 2));
    }
}
