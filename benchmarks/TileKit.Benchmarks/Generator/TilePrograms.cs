namespace TileKit.Benchmarks.Generator;

/// <summary>The tile programs whose compilation is measured: class <c>Kernel0</c>, <c>Kernel1</c>, … each in a file of its own.</summary>
internal static class TilePrograms
{
    /// <summary>What the edits of <see cref="EditedCompilation"/> look for.</summary>
    public const string TileConstant = "= 64;";

    /// <summary>Where a comment is typed.</summary>
    public const string CommentPlace = "/**/";

    /// <summary>What a project's global usings hold, and something that is no kernel.</summary>
    public const string Other =
        """
        global using System;
        global using TileKit;
        global using static TileKit.Ops;

        internal static class Other
        {
            public static int Count() => 1;
        }
        """;

    private const string LinearGelu =
        """
        public static partial class Kernel#
        {
            [TileKernel(nameof(LinearGeluProgram))]
            public static partial void LinearGelu(
                Device device, DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> bias, DeviceTensor<float> y);

            static void LinearGeluProgram(
                Global<float> x, Global<float> w, Global<float> bias, Global<float> y, [Tune] int BM, [Tune] int BN)
            {
                const int BK = 64;
                Require(x.Cols == w.Rows && w.Cols == y.Cols && x.Rows == y.Rows);

                var X = x.Tiles(BM, BK);
                var W = w.Tiles(BK, BN);
                var Y = y.Tiles(BM, BN);
                var b = bias.RowVecs(BN);

                foreach (var (i, j) in Grid(Y)) /**/
                {
                    var acc = Zeros<float>(BM, BN);
                    for (var k = 0; k < X.Cols; k++)
                        acc = MmaAB(X[i, k], W[k, j], acc);
                    Y[i, j] = Gelu(acc + b[j]);
                }
            }
        }
        """;

    private const string FlashAttention =
        """
        public static partial class Kernel#
        {
            [TileKernel(nameof(AttentionProgram))]
            public static partial void Attention(
                Device device, DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float scale, bool causal);

            static void AttentionProgram(
                Global<float> q, Global<float> k, Global<float> v, Global<float> o, float scale, bool causal,
                [Tune] int BM, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV)
            {
                const int BN = 64;
                Require(q.Batch == k.Batch && q.Depth == k.Depth && q.Cols == k.Cols);
                Require(k.Batch == v.Batch && k.Depth == v.Depth && k.Rows == v.Rows);
                Require(q.Batch == o.Batch && q.Depth == o.Depth && q.Rows == o.Rows && v.Cols == o.Cols);

                foreach (var (b, h, i) in Grid(q.Batch, q.Depth, CeilDiv(q.Rows, BM))) /**/
                {
                    var K = k[b, h].Tiles(BN, D);
                    var V = v[b, h].Tiles(BN, DV);
                    var Q = q[b, h].Tiles(BM, D)[i, 0];
                    var m = ColVec.NegInfty<float>(BM);
                    var l = ColVec.Zeros<float>(BM);
                    var acc = Zeros<float>(BM, DV);
                    var end = causal ? Min(K.Rows, CeilDiv((i + 1) * BM, BN)) : K.Rows;
                    for (var n = 0; n < end; n++)
                    {
                        var s = MmABt(Q, K[n, 0]) * (scale * Log2E);
                        if (causal)
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
        """;

    /// <summary>The source of a kernel.</summary>
    public static string Source(TileProgram program, int number) =>
        (program == TileProgram.LinearGelu ? LinearGelu : FlashAttention).Replace("#", $"{number}", StringComparison.Ordinal);
}

/// <summary>The two programs: one matrix product with an epilogue, and two with loop-carried tiles between them.</summary>
public enum TileProgram
{
    /// <summary>A matrix product with bias and GELU.</summary>
    LinearGelu,

    /// <summary>Flash attention, causal or not.</summary>
    FlashAttention,
}
