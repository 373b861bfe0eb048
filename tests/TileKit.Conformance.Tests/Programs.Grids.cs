using static TileKit.Ops;

namespace TileKit.Conformance.Tests;

internal static partial class Programs
{
    [TileKernel(nameof(FusedProgram))]
    public static partial void Fused(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Three grids that meet tile on tile: a product, two epilogues through temporaries, one of them smaller than z, and a vector.</summary>
    public static void FusedProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var Z = z.Tiles(BM, BN);
        var product = Temp<float>(z.Rows, z.Cols);
        var scaled = Temp<float>(z.Rows, Max(z.Cols - 2, 0));
        var sums = Temp<float>(CeilDiv(z.Cols, BN), z.Rows);
        foreach (var (i, j) in Grid(Z))
        {
            var acc = Zeros<float>(BM, BN);
            for (var k = 0; k < x.Tiles(BM, BN).Cols; k++)
                acc = acc + RowSum(MmABt(x.Tiles(BM, BN)[i, k], y.Tiles(BN, BN)[j, k])) * 0.01f;
            product.Tiles(BM, BN)[i, j] = acc;
            sums.ColVecs(BM)[j, i] = RowSum(acc);
        }

        foreach (var (i, j) in Grid(CeilDiv(z.Rows, BM), Z.Cols))
            scaled.Tiles(BM, BN)[i, j] = product.Tiles(BM, BN)[i, j] * 0.25f;

        foreach (var (i, j) in Grid(Z))
            Z[i, j] = scaled.Tiles(BM, BN)[i, j] + x.Tiles(BM, BN)[i, j] + sums.ColVecs(BM)[j, i] * 0.001f;
    }

    [TileKernel(nameof(PhasesProgram))]
    public static partial void Phases(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Grids that do not meet: one reads all that the other stored, and one stores what another still reads.</summary>
    public static void PhasesProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Z) = (x.Tiles(BM, BN), z.Tiles(BM, BN));
        var t = Temp<float>(x.Rows, x.Cols);
        foreach (var (i, j) in Grid(X))
            t.Tiles(BM, BN)[i, j] = X[i, j] * 2f;

        foreach (var (i, j) in Grid(Z))
        {
            var sum = y.Tiles(BM, BN)[i, j];
            for (var k = 0; k < X.Rows; k++)
                sum = sum + ColSum(t.Tiles(BM, BN)[k, j]);
            Z[i, j] = sum;
        }

        foreach (var (i, j) in Grid(X))
            t.Tiles(BM, BN)[i, j] = Sum(X[i, j]) + RowSum(X[i, j]) + Zeros<float>(BM, BN);

        foreach (var i in Grid(X.Rows))
            for (var j = 0; j < Z.Cols; j++)
                Z[i, j] = Z[i, j] - t.Tiles(BM, BN)[i, j];
    }
}
