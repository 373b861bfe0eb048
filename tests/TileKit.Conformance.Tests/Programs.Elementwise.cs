using static TileKit.Ops;

namespace TileKit.Conformance.Tests;

/// <summary>
/// Each program reads x and y and writes z, all [M, N] unless its summary says otherwise, in tiles of BM x BN; its launcher has the
/// same name without "Program".
/// </summary>
internal static partial class Programs
{
    [TileKernel(nameof(MapsProgram))]
    public static partial void Maps(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void MapsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = X[i, j];
            var b = Y[i, j];
            var s = Exp(a * 0.5f) + Exp2(b) - Log(Abs(a) + 1f) * Log2(Abs(b) + 2f);
            s = s + Tanh(a) + Sigmoid(b) + Silu(a) - Gelu(b) + Relu(-a) + Sqrt(Abs(b)) + Rsqrt(Abs(a) + 1f);
            s = Max(s, a) + Min(s, b) + Fma(a, b, s) / (Abs(b) + 3f);
            Z[i, j] = 1f - s / 2f;
        }
    }

    [TileKernel(nameof(BroadcastsProgram))]
    public static partial void Broadcasts(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void BroadcastsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Z) = (x.Tiles(BM, BN), z.Tiles(BM, BN));
        var row = y.RowVecs(BN);
        var col = y.ColVecs(BM);
        foreach (var (i, j) in Grid(Z))
        {
            var r = row[1, j] * 2f + row[0, j];
            var c = Exp(col[0, i]) - 1f;
            Z[i, j] = Max(X[i, j] - c, r) * (c + 3f) / (Abs(c) + 1f) + r;
        }
    }

    [TileKernel(nameof(DivisionsProgram))]
    public static partial void Divisions(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Divisors so small that their reciprocal overflows, or so large that it loses digits; and one that may be zero, never reached.</summary>
    public static void DivisionsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Z) = (x.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var small = Abs(y.ColVecs(BM)[0, i]) * 1e-39f + 1e-40f;
            var large = Abs(y.RowVecs(BN)[0, j]) * 1e37f + 2e38f;
            var t = X[i, j] * 1e-39f / small + X[i, j] * 1e38f / large + X[i, j] / 7f;
            if (j != 0 && 6 / j > 2)
            {
                t = t * 2f;
            }

            Z[i, j] = t + Tril(X[i, j], int.MaxValue) + Triu(X[i, j], int.MinValue);
        }
    }

    [TileKernel(nameof(ComparisonsProgram))]
    public static partial void Comparisons(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void ComparisonsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = X[i, j];
            var b = Y[i, j];
            var both = (a < b) & (a > -0.5f) | !(b <= 0.25f) & (a >= b);
            Z[i, j] = Where(both, a, b * 2f) + Where(Equal(a, a), 1f, b) - Where(NotEqual(a, b), a, 0.5f);
        }
    }

    [TileKernel(nameof(MasksProgram))]
    public static partial void Masks(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void MasksProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = Tril(X[i, j], 1) + Triu(Y[i, j], -2, 3f);
            a = RightFill(a, BN - 3, 1f) * LeftFill(a, 2, 2f);
            a = UpperFill(a, 1, -1f) - LowerFill(a, BM - 2, 4f);
            Z[i, j] = Exp(MakeCausal(a, i * BM, j * BN)) + a;
        }
    }

    [TileKernel(nameof(IntegersProgram))]
    public static partial void Integers(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void IntegersProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = Cast<int>(X[i, j] * 100f);
            var b = Cast<sbyte>(Y[i, j] * 200f);
            var n = RowIndex(BM, BN) * 3 - ColIndex(BM, BN) + i;
            var c = Max(a, n) + Min(Cast<int>(b), 17) - Abs(n) * 2;
            var sums = RowSum(c) + RowMax(a);
            Z[i, j] = Cast<float>(c + sums) + Cast<float>(Where(c < n, b, Cast<sbyte>(c)));
        }
    }

    [TileKernel(nameof(BitsProgram))]
    public static partial void Bits(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Bits of tiles, vectors, scalars and masks; counts that are constants, that are not, and that are out of range.</summary>
    public static void BitsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = Cast<int>(X[i, j] * 1000f);
            var b = Cast<int>(Cast<sbyte>(Y[i, j] * 100f));
            var row = Cast<int>(x.RowVecs(BN)[0, j] * 60f);
            var col = Cast<int>(y.ColVecs(BM)[0, i] * 60f);
            var count = (i << 1 | j & 3) >> 1;
            var halves = (b >> 4) * 100 + (b << 28 >> 28);
            var bits = (a & 0xF0F | b) + (a & row) + (col | a) + (row & 12) + (7 | col >> 1);
            var shifted = (a << count) + (a >> count) + (b << 33) + (b >> i - 1);
            var both = (a > b & col > 0 | row > 5) & i < 3;
            var bytes = Dot4(a, b) + Dot4(b & 0x7F0F7F0F, col) - Dot4(a & 0x0FFFFFFF, 77) + ColSum(Dot4(row, b)) + Dot4(count, -3);
            Z[i, j] = Cast<float>(halves + bits + shifted + bytes & 0x3FFFFF) + Where(both, 1f, 0f);    // what float holds exactly
        }
    }

    [TileKernel(nameof(StorageProgram))]
    public static partial void Storage(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void StorageProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var half = Cast<Half>(X[i, j] * 3f);
            var brain = Cast<BFloat16>(Y[i, j] * 5f);
            Z[i, j] = Cast<float>(half) * 10f + Cast<float>(brain) + Cast<float>(Where(X[i, j] < Y[i, j], half, Cast<Half>(brain)));
        }
    }

    [TileKernel(nameof(ShiftedProgram))]
    public static partial void Shifted(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Tiles before and past the edge have no elements: what is computed from them stores nothing.</summary>
    public static void ShiftedProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var before = RowSum(X[i, j - 1]);
            var past = ColMax(Max(Y[i + 1, j], -5f));
            var kept = ColVec.Zeros<float>(BM) + before;
            Z[i, j] = X[i, j] + Sum(kept) + Max(past);
        }
    }

    [TileKernel(nameof(InPlaceProgram))]
    public static partial void InPlace(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>z is read before it is written, twice.</summary>
    public static void InPlaceProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var old = Z[i, j];
            Z[i, j] = X[i, j] + RowSum(old);
            Z[i, j] = Z[i, j] * 2f + old + Y[i, j];
        }
    }
}
