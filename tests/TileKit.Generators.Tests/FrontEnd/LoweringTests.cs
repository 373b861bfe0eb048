using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.FrontEnd;

/// <summary>From C# to IR: whole programs, as text.</summary>
public class LoweringTests
{
    [Fact]
    public void LinearGelu() => Golden.Verify(IrText.Of(
        """
        public static partial class Layers
        {
            [TileKernel(nameof(LinearGeluProgram))]
            public static partial void LinearGelu(
                Device device, DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> bias, DeviceTensor<float> y);

            static void LinearGeluProgram(
                Global<float> x, Global<float> w, Global<float> bias, Global<float> y, [Tune] int BM, [Tune] int BN, [Tune] int BK)
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
        }
        """));

    [Fact]
    public void FlashAttention() => Golden.Verify(IrText.Of(
        """
        public static partial class Layers
        {
            [TileKernel(nameof(FlashProgram))]
            public static partial void Flash(
                Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float scale);

            static void FlashProgram(
                Global<float> q, Global<float> k, Global<float> v, Global<float> o, float scale,
                [Tune] int BM, [Tune(64, 32)] int BN, [Extent(nameof(q), Axis.Cols, 32, 64, 128)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
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
                        acc = MmaAB(p, V[n, 0], acc * alpha);
                        m = mNew;
                    }
                    o[b, h].Tiles(BM, DV)[i, 0] = acc / l;
                }
            }
        }
        """));

    [Fact]
    public void GenericGemm_EpilogueLambdaIsInlined() => Golden.Verify(IrText.Of(
        """
        public static partial class Layers
        {
            [TileKernel(nameof(Program))]
            internal static partial void Linear(
                Device device, DeviceTensor<Half> x, DeviceTensor<Half> w, DeviceTensor<float> bias, DeviceTensor<Half> y);

            static void Program<T>(Global<T> x, Global<T> w, Global<float> bias, Global<T> y, [Tune] int BM, [Tune] int BN, [Tune] int BK)
                where T : unmanaged
            {
                var b = bias.RowVecs(BN);
                Gemm(x, w, y, (acc, i, j) => Silu(acc + b[j]), BM, BN, bk: BK);
            }

            static void Gemm<T>(
                Global<T> a, Global<T> b, Global<T> c, Func<Tile<float>, int, int, Tile<float>> epilogue, int bm, int bn, int bk)
                where T : unmanaged
            {
                Require(a.Cols == b.Rows);
                var A = a.Tiles(bm, bk);
                var B = b.Tiles(bk, bn);
                var C = c.Tiles(bm, bn);
                foreach (var (i, j) in Grid(C))
                {
                    var acc = Zeros<float>(bm, bn);
                    for (var k = 0; k < A.Cols; k++)
                        acc = MmaAB(A[i, k], B[k, j], acc);
                    C[i, j] = Cast<T>(epilogue(acc, i, j));
                }
            }
        }
        """));

    [Fact]
    public void If_MergesWhatItsBranchesAssign() => Golden.Verify(IrText.Of(Programs.Body(
        """
        var t = X[i, j];
        var u = t;
        var c = 0;
        if (i > n) { t = t + 1; c = 3; }
        else if (i == 0) u = -t;
        else { var z = t * s; t = z; }
        (t, u) = (u, t);
        Y[i, j] = t * u + c;
        """)));

    [Fact]
    public void If_OnAConstantLeavesOneBranch() => Golden.Verify(IrText.Of(Programs.Body(
        """
        Y[i, j] = Masked(X[i, j], causal: false);
        static Tile<float> Masked(Tile<float> t, bool causal, int times = 2)
        {
            if (causal) t = Tril(t);
            return times == 2 ? t + t : t;
        }
        """)));

    [Fact]
    public void Sizes_AreArithmeticOfTunables() => Golden.Verify(IrText.Of(Programs.Body(
        """
        var half = BN / 2;
        Y[i, j] = Zeros<float>(BM, 2 * half) + Full(BM, BN + 1 - 1, s) + Subtile(X[i, j], 0, half, BM, (BM + BN) / 3);
        """)));

    [Fact]
    public void For_CarriesTuplesAndCountsWithAStep() => Golden.Verify(IrText.Of(Programs.Body(
        """
        var pair = (X[i, j], 0);
        for (var k = 1; k <= n; k += 2)
        {
            var (t, count) = pair;
            pair = (t + 1, count + k);
        }
        Y[i, j] = pair.Item1 * pair.Item2;
        """)));

    [Fact]
    public void Lambdas_MayCallTheMethodTheyArePassedTo() => Golden.Verify(IrText.Of(Programs.Body(
        """
        static Tile<float> Twice(Func<Tile<float>, Tile<float>> f, Tile<float> x) => f(f(x));
        Y[i, j] = Twice(t => Twice(Gelu, t), X[i, j]);
        """)));

    [Fact]
    public void TensorSpans_InPlace() => Golden.Verify(IrText.Of(
        """
        public static partial class Layers
        {
            [TileKernel(nameof(Program))]
            static partial void Copy(in ReadOnlyTensorSpan<int> x, in TensorSpan<int> y, bool negate);

            static void Program(Global<int> x, Global<int> y, bool negate, [Tune] int B)
            {
                foreach (var i in Grid(x.ColVecs(B).Count))
                {
                    var v = x.ColVecs(B)[i];
                    if (negate) v = -v;
                    y.ColVecs(B)[i] = v + x[0];
                }
            }
        }
        """));

    [Fact]
    public void Comments_DoNotReachTheIr()
    {
        const string Body = "var t = X[i, j];\nY[i, j] = Max(t, s);";
        var commented = "// a comment\nvar t = X[i, j]; /* another */\n\nY[i, j] = Max(t /* here */, s);";
        Assert.Equal(IrText.Of(Programs.Body(Body)), IrText.Of(Programs.Body(commented)));
    }
}
