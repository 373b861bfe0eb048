using static TileKit.Ops;

namespace TileKit.Conformance.Tests;

internal static partial class Programs
{
    [TileKernel(nameof(RowReductionsProgram))]
    public static partial void RowReductions(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void RowReductionsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = X[i, j];
            var scaled = a - RowMax(a);
            var weights = Exp(scaled);
            var product = RowProd(Y[i, j] * 0.1f + 1f);
            Z[i, j] = weights / RowSum(weights) + RowMin(Y[i, j]) * product;
        }
    }

    [TileKernel(nameof(RecomputedProgram))]
    public static partial void Recomputed(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    // loops read a value, and another that is computed from it, that a loop before them computed
    public static void RecomputedProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = X[i, j] * 0.5f;
            var b = Abs(a);
            var c = Y[i, j] - 0.25f;
            var d = Max(c, 0f);
            Z[i, j] = a * RowMax(b) + b + (c * ColMax(d) - d);
        }
    }

    [TileKernel(nameof(ColReductionsProgram))]
    public static partial void ColReductions(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void ColReductionsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = X[i, j];
            var b = a - ColMax(a);
            var c = RowSum(b * Y[i, j]);
            Z[i, j] = b / (ColSum(Abs(b)) + 1f) + ColMin(Y[i, j]) + c + ColProd(Y[i, j] * 0.1f + 1f);
        }
    }

    [TileKernel(nameof(ScalarReductionsProgram))]
    public static partial void ScalarReductions(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void ScalarReductionsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = X[i, j];
            var sum = Sum(a);
            var result = a * 2f;
            if (sum > 0f)
            {
                result = a + Max(Y[i, j]);
            }
            else if (sum > -1f)
            {
                result = MmAB(MmABt(a, a * 0.1f), a);
            }

            Z[i, j] = result + Min(RowSum(a)) + sum;
        }
    }

    [TileKernel(nameof(VectorStoresProgram))]
    public static partial void VectorStores(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [3, max(M, N)]: column sums, then row sums, of whole columns and rows at a time.</summary>
    public static void VectorStoresProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var X = x.Tiles(BM, BN);
        var columns = z.RowVecs(BN);
        foreach (var j in Grid(X.Cols))
        {
            var sum = RowVec.Zeros<float>(BN);
            var most = RowVec.NegInfty<float>(BN);
            for (var i = 0; i < X.Rows; i++)
            {
                sum = sum + ColSum(X[i, j]);
                most = Max(most, ColMax(X[i, j]));
            }

            columns[0, j] = sum;
            columns[1, j] = most * 2f;
        }
    }

    [TileKernel(nameof(ColVectorStoresProgram))]
    public static partial void ColVectorStores(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [3, max(M, N)].</summary>
    public static void ColVectorStoresProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y) = (x.Tiles(BM, BN), y.Tiles(BM, BN));
        var rows = z.ColVecs(BM);
        foreach (var i in Grid(X.Rows))
        {
            var sum = ColVec.Zeros<float>(BM);
            for (var j = 0; j < X.Cols; j++)
            {
                var t = X[i, j] * Y[i, j];
                sum = sum + RowSum(t);
                rows[2, i] = sum - RowMax(t);
            }

            rows[1, i] = sum;
        }
    }
}
