using static TileKit.Ops;

namespace TileKit.Conformance.Tests;

internal static partial class Programs
{
    [TileKernel(nameof(ProductABtProgram))]
    public static partial void ProductABt(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [M, M].</summary>
    public static void ProductABtProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BM));
        foreach (var (i, j) in Grid(Z))
        {
            var acc = Ones<float>(BM, BM);
            for (var k = 0; k < X.Cols; k++)
            {
                acc = MmaABt(X[i, k], Y[j, k], acc);
            }

            Z[i, j] = acc;
        }
    }

    [TileKernel(nameof(ProductAtBProgram))]
    public static partial void ProductAtB(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [N, N].</summary>
    public static void ProductAtBProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BN, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var acc = Zeros<float>(BN, BN);
            for (var k = 0; k < X.Rows; k++)
            {
                acc = MmaAtB(X[k, i], Y[k, j], acc);
            }

            Z[i, j] = acc - RowSum(acc) * 0.1f;
        }
    }

    [TileKernel(nameof(ProductAtBtProgram))]
    public static partial void ProductAtBt(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [N, M], lanes along rows, with a tile of x turned in the epilogue and vectors of both kinds.</summary>
    public static void ProductAtBtProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Z) = (x.Tiles(BM, BN), z.Tiles(BN, BN));
        var Y = y.Tiles(BN, BM);
        foreach (var (i, j) in Grid(Z))
        {
            var acc = Zeros<float>(BN, BN);
            for (var k = 0; k < X.Rows; k++)
            {
                acc = MmaAtBt(X[k, i], Y[j, k], acc);
            }

            var shift = x.RowVecs(BN)[0, j];
            var scale = y.ColVecs(BN)[1, i];
            Z[i, j] = (acc + shift) * scale + y.Tiles(BN, BN)[i, j] + ColSum(acc);
        }
    }

    [TileKernel(nameof(ComputedOperandsProgram))]
    public static partial void ComputedOperands(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [M, N]. Both operands computed, in every orientation.</summary>
    public static void ComputedOperandsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var i in Grid(X.Rows))
        {
            for (var j = 0; j < X.Cols; j++)
            {
                var a = X[i, j] * 0.5f;
                var b = Y[i, j] + 0.25f;
                var abt = MmABt(a, b);
                var aba = MmAB(abt, a);
                var atb = MmAtB(abt, b * 2f);
                var last = MmAtBt(abt, MmAtB(b, abt));
                var turned = Transpose(MmABt(Transpose(a), Transpose(b * 0.1f)));
                Z[i, j] = aba + atb * 0.1f + last * 0.01f + MmAB(b, turned);
            }
        }
    }

    [TileKernel(nameof(RoundedProductsProgram))]
    public static partial void RoundedProducts(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [M, N]. Products of BFloat16s, one of them with sums of the other: what tensor cores compute, out of memory and out of registers.</summary>
    public static void RoundedProductsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        var (a, b) = (Temp<BFloat16>(x.Rows, x.Cols), Temp<BFloat16>(y.Rows, y.Cols));
        var (A, B) = (a.Tiles(BM, BN), b.Tiles(BM, BN));
        foreach (var (i, j) in Grid(X))
        {
            A[i, j] = Cast<BFloat16>(X[i, j]);
        }

        foreach (var (i, j) in Grid(Y))
        {
            B[i, j] = Cast<BFloat16>(Y[i, j]);
        }

        foreach (var (i, n) in Grid(Z))
        {
            var acc = Zeros<float>(BM, BN);
            for (var j = 0; j < B.Rows; j++)
            {
                var s = Zeros<float>(BM, BM);
                for (var k = 0; k < A.Cols; k++)
                {
                    s = MmaABt(A[i, k], B[j, k], s);
                }

                acc = MmaAB(s * 0.1f, Cast<float>(B[j, n]), acc);
            }

            acc = acc * 0.1f;
            Z[i, n] = acc + RowMax(acc) * 0.1f + ColSum(acc) * 0.01f + Max(acc) * 0.1f;
        }
    }

    [TileKernel(nameof(StoredSumsProgram))]
    public static partial void StoredSums(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [M, N]. Sums that are stored as they are, after a loop that need not run.</summary>
    public static void StoredSumsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BM), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var acc = Zeros<float>(BM, BN);
            for (var k = 1; k < X.Cols; k++)
            {
                acc = MmaAB(X[i, k], Y[k, j], acc);
            }

            Z[i, j] = acc;
        }
    }

    [TileKernel(nameof(StoredProductProgram))]
    public static partial void StoredProduct(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [M, N]. One product, stored as it is.</summary>
    public static void StoredProductProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BM), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var i in Grid(Z.Rows))
        {
            for (var j = 0; j < Z.Cols; j++)
            {
                Z[i, j] = MmAB(X[i, 0] * 0.5f, Y[0, j]);
            }
        }
    }

    [TileKernel(nameof(OnlineSoftmaxProgram))]
    public static partial void OnlineSoftmax(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Attention of x over y with an additive mask (x again) and values cast to Half; z: [M, N].</summary>
    public static void OnlineSoftmaxProgram(
        Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN, [Extent(nameof(x), Axis.Cols)] int D)
    {
        var (Q, K) = (x.Tiles(BM, D), y.Tiles(BN, D));
        foreach (var i in Grid(Q.Rows))
        {
            var m = ColVec.NegInfty<float>(BM);
            var l = ColVec.Zeros<float>(BM);
            var acc = Zeros<float>(BM, D);
            for (var n = 0; n < K.Rows; n++)
            {
                var s = MmABt(Q[i, 0], K[n, 0]) * 0.125f;
                s = s + x.RowVecs(BN)[0, n] * 0.01f;
                if (n > i)
                {
                    s = s - 0.5f;
                }

                var mNew = Max(m, RowMax(s));
                var p = Exp(s - mNew);
                var alpha = Exp(m - mNew);
                l = l * alpha + RowSum(p);
                acc = MmaAB(p, Cast<float>(Cast<Half>(K[n, 0])), acc * alpha);
                m = mNew;
            }

            z.Tiles(BM, D)[i, 0] = acc / l;
        }
    }

    [TileKernel(nameof(LayoutsProgram))]
    public static partial void Layouts(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z: [N, M].</summary>
    public static void LayoutsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BN, BM));
        foreach (var (i, j) in Grid(X))
        {
            var t = Transpose(X[i, j] + 1f);
            var part = Subtile(Y[i, j] * 2f, 1, 2, BM, BN);
            Z[j, i] = t * 3f + Transpose(part) + RowSum(Transpose(Y[i, j]));
        }
    }
}
