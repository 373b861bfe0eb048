namespace TileKit.Generators.Tests.FrontEnd;

/// <summary>Whole small kernels that several test classes look at, one for each family of ops.</summary>
internal static class KernelSources
{
    public static string LinearGelu => Kernel(
        "DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> bias, DeviceTensor<float> y",
        "Global<float> x, Global<float> w, Global<float> bias, Global<float> y, [Tune] int BM, [Tune] int BN, [Tune] int BK",
        """
                Require(x.Cols == w.Rows && w.Cols == y.Cols && x.Rows == y.Rows);
                var X = x.Tiles(BM, BK);
                var W = w.Tiles(BK, BN);
                var Y = y.Tiles(BM, BN);
                foreach (var (i, j) in Grid(Y))
                {
                    var acc = Zeros<float>(BM, BN);
                    for (var k = 0; k < X.Cols; k++)
                        acc = MmaAB(X[i, k], W[k, j], acc);
                    Y[i, j] = Gelu(acc + bias.RowVecs(BN)[j]);
                }
        """);

    public static string Attention => Kernel(
        "DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float scale",
        "Global<float> q, Global<float> k, Global<float> v, Global<float> o, float scale, [Tune] int BM, [Tune] int BN, [Extent(nameof(q), Axis.Cols)] int D, [Extent(nameof(v), Axis.Cols)] int DV",
        """
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
        """);

    /// <summary>Rows of x by their numbers times the matrix of their group, to the group's rows of y; and how often each group was written.</summary>
    public static string GroupedGemm => Kernel(
        "DeviceTensor<float> x, DeviceTensor<int> rows, DeviceTensor<int> offsets, DeviceTensor<float> w, DeviceTensor<float> y, DeviceTensor<int> counts",
        "Global<float> x, Global<int> rows, Global<int> offsets, Global<float> w, Global<float> y, Global<int> counts, [Tune] int BM, [Tune] int BN",
        """
                foreach (var (g, i, j) in Groups(offsets, y.Rows, BM, CeilDiv(y.Cols, BN)))
                {
                    var A = x.Gather(rows.SliceCols(offsets, g).ColVecs(BM)[i], BN);
                    var acc = Zeros<float>(BM, BN);
                    for (var k = 0; k < A.Cols; k++)
                        acc = MmaABt(A[k], w[0, g].Tiles(BN, BN)[j, k], acc);
                    y.SliceRows(offsets, g).Tiles(BM, BN)[i, j] = acc * offsets.At(0, g + 1);
                    ScatterAdd(counts, ColVec.Full(1, g), ColVec.Ones<int>(1));
                }
        """);

    /// <summary>Sums of rows in two grids with a temporary between them.</summary>
    public static string SplitSum => Kernel(
        "DeviceTensor<float> x, DeviceTensor<float> y",
        "Global<float> x, Global<float> y, [Tune] int BM, [Tune] int BN",
        """
                var X = x.Tiles(BM, BN);
                var parts = Temp<float>(X.Cols, x.Rows);
                foreach (var (i, j) in Grid(X))
                    parts.ColVecs(BM)[j, i] = RowSum(X[i, j]);
                foreach (var i in Grid(X.Rows))
                {
                    var sum = ColVec.Zeros<float>(BM);
                    for (var j = 0; j < X.Cols; j++)
                        sum = sum + parts.ColVecs(BM)[j, i];
                    y.ColVecs(BM)[i] = sum;
                }
        """);

    public static string Softmax => Kernel(
        "DeviceTensor<float> x, DeviceTensor<float> y",
        "Global<float> x, Global<float> y, [Tune] int BM, [Extent(nameof(x), Axis.Cols)] int N",
        """
                foreach (var i in Grid(y.Tiles(BM, N).Rows))
                {
                    var row = x.Tiles(BM, N)[i, 0];
                    var weight = Exp(row - RowMax(row));
                    y.Tiles(BM, N)[i, 0] = weight / RowSum(weight);
                }
        """);

    /// <summary>A matrix product in one of its four forms.</summary>
    /// <param name="form">AB, ABt, AtB or AtBt.</param>
    public static string Gemm(string form)
    {
        var (a, b) = form switch
        {
            "AB" => ("x.Tiles(BM, BK)[i, k]", "w.Tiles(BK, BN)[k, j]"),
            "ABt" => ("x.Tiles(BM, BK)[i, k]", "w.Tiles(BN, BK)[j, k]"),
            "AtB" => ("x.Tiles(BK, BM)[k, i]", "w.Tiles(BK, BN)[k, j]"),
            _ => ("x.Tiles(BK, BM)[k, i]", "w.Tiles(BN, BK)[j, k]"),
        };
        return Kernel(
            "DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> y, int steps",
            "Global<float> x, Global<float> w, Global<float> y, int steps, [Tune] int BM, [Tune] int BN, [Tune] int BK",
            $$"""
                    foreach (var (i, j) in Grid(y.Tiles(BM, BN)))
                    {
                        var acc = Zeros<float>(BM, BN);
                        for (var k = 0; k < steps; k++)
                            acc = Mma{{form}}({{a}}, {{b}}, acc);
                        y.Tiles(BM, BN)[i, j] = acc;
                    }
            """);
    }

    private static string Kernel(string launcher, string program, string body) =>
        $$"""
        public static partial class Kernels
        {
            [TileKernel("Program")]
            public static partial void Run(Device device, {{launcher}});

            static void Program({{program}})
            {
        {{body}}
            }
        }
        """;
}
