using static TileKit.Ops;

namespace TileKit.Conformance.Tests;

internal static partial class Programs
{
    [TileKernel(nameof(SwapsProgram))]
    public static partial void Swaps(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Loop-carried tiles that trade places, beside a carried scalar and a vector that rotates with them.</summary>
    public static void SwapsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = X[i, j];
            var b = Y[i, j] * 2f;
            var v = RowSum(a);
            var w = RowMax(b);
            var factor = 1f;
            var steps = 0;
            for (var k = 0; k < 3; k++)
            {
                var next = a + b * 0.5f;
                a = b;
                b = next + v;
                var old = v;
                v = w * factor;
                w = old;
                factor = factor * 0.5f;
                steps += k + i;
            }

            Z[i, j] = a - b * factor + steps + v - w;
        }
    }

    [TileKernel(nameof(BranchesProgram))]
    public static partial void Branches(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void BranchesProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var a = X[i, j];
            var c = ColVec.Ones<float>(BM);
            var n = 0;
            for (var k = 0; k < Y.Cols; k++)
            {
                if (k % 2 == 0)
                {
                    a = a + RowSum(Y[i, k]);
                    n = n + 1;
                }
                else
                {
                    c = c * 0.5f + RowMax(Y[i, k]);
                    if (k > 2 && i > 0)
                    {
                        a = a * 0.5f;
                    }
                }
            }

            var result = a * c;
            if (n > 1 && j == 0)
            {
                result = Helper(a, c, t => t * 2f, n);
            }

            Z[i, j] = result;
        }
    }

    [TileKernel(nameof(InlinedProgram))]
    public static partial void Inlined(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void InlinedProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var scale = x.Rows > 8 ? 2f : 3f;
        ForEachTile(x, y, z, (a, b, i, j) => Helper(a, RowSum(b), t => t * scale, i + j), BM, BN);
    }

    private static void ForEachTile<T>(
        Global<T> x, Global<float> y, Global<float> z, Func<Tile<T>, Tile<float>, int, int, Tile<float>> f, int BM, int BN)
        where T : unmanaged
    {
        foreach (var (i, j) in Grid(z.Tiles(BM, BN)))
        {
            z.Tiles(BM, BN)[i, j] = f(x.Tiles(BM, BN)[i, j], y.Tiles(BM, BN)[i, j], i, j);
        }
    }

    private static Tile<float> Helper(Tile<float> tile, ColVec<float> vec, Func<Tile<float>, Tile<float>> map, int n)
    {
        var mapped = map(tile + vec);
        return mapped * (n + 1) - tile;
    }

    [TileKernel(nameof(ScalarLoadsProgram))]
    public static partial void ScalarLoads(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    public static void ScalarLoadsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Z) = (x.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var s = y[i] + y[1000000] * 5f;
            Z[i, j] = X[i, j] * s + Math.Max(y[j], 0.25f) + MathF.Sqrt(Math.Abs(s));
        }
    }

    [TileKernel(nameof(EmptyLoopsProgram))]
    public static partial void EmptyLoops(Device device, DeviceTensor<float> x, DeviceTensor<float> y, DeviceTensor<float> z);

    /// <summary>Loops that may not run leave the extents that entered them.</summary>
    public static void EmptyLoopsProgram(Global<float> x, Global<float> y, Global<float> z, [Tune] int BM, [Tune] int BN)
    {
        var (X, Y, Z) = (x.Tiles(BM, BN), y.Tiles(BM, BN), z.Tiles(BM, BN));
        foreach (var (i, j) in Grid(Z))
        {
            var t = Ones<float>(BM, BN);
            for (var k = 1; k < i; k += 2)
            {
                t = t * 0.5f + X[k, j];
            }

            Z[i, j] = Y[i, j] * ColSum(t) + RowSum(t);
        }
    }
}
