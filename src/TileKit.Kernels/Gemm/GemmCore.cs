using static TileKit.Ops;

namespace TileKit.Kernels;

/// <summary>What all matrix products share; a variant is one of the four layouts with an epilogue.</summary>
internal static class GemmCore
{
    /// <summary>Adds one step of the contraction to the accumulator of tile [i, j] of matrix [n, d].</summary>
    public delegate Tile<TAcc> Step<TAcc>(Tile<TAcc> acc, int n, int d, int i, int j, int k)
        where TAcc : unmanaged;

    /// <summary>What becomes of the finished tile [i, j] of matrix [n, d] before it is stored.</summary>
    public delegate Tile<TOut> Epilogue<TAcc, TOut>(Tile<TAcc> acc, int n, int d, int i, int j)
        where TAcc : unmanaged
        where TOut : unmanaged;

    /// <summary>c = epilogue(0 + step 0 + … + the last step), tile by tile.</summary>
    public static void Run<TAcc, TOut>(Global<TOut> c, int steps, Step<TAcc> step, Epilogue<TAcc, TOut> epilogue, int BM, int BN)
        where TAcc : unmanaged
        where TOut : unmanaged
    {
        foreach (var (n, d, i, j) in Grid(c.Batch, c.Depth, CeilDiv(c.Rows, BM), CeilDiv(c.Cols, BN)))
        {
            var acc = Zeros<TAcc>(BM, BN);
            for (var k = 0; k < steps; k++)
                acc = step(acc, n, d, i, j, k);
            c[n, d].Tiles(BM, BN)[i, j] = epilogue(acc, n, d, i, j);
        }
    }

    /// <summary>c = epilogue(a·b).</summary>
    public static void AB<T>(Global<T> a, Global<T> b, Global<T> c, Epilogue<float, T> epilogue, int BM, int BN, int BK)
        where T : unmanaged
    {
        Require(a.Cols == b.Rows && a.Rows == c.Rows && b.Cols == c.Cols);
        RequireBatches(a, b, c);
        Run<float, T>(c, CeilDiv(a.Cols, BK), (acc, n, d, i, j, k) =>
            MmaAB(Matrix(a, n, d).Tiles(BM, BK)[i, k], Matrix(b, n, d).Tiles(BK, BN)[k, j], acc), epilogue, BM, BN);
    }

    /// <summary>c = epilogue(a·bᵀ).</summary>
    public static void ABt<T>(Global<T> a, Global<T> b, Global<T> c, Epilogue<float, T> epilogue, int BM, int BN, int BK)
        where T : unmanaged
    {
        Require(a.Cols == b.Cols && a.Rows == c.Rows && b.Rows == c.Cols);
        RequireBatches(a, b, c);
        Run<float, T>(c, CeilDiv(a.Cols, BK), (acc, n, d, i, j, k) =>
            MmaABt(Matrix(a, n, d).Tiles(BM, BK)[i, k], Matrix(b, n, d).Tiles(BN, BK)[j, k], acc), epilogue, BM, BN);
    }

    /// <summary>c = epilogue(aᵀ·b).</summary>
    public static void AtB<T>(Global<T> a, Global<T> b, Global<T> c, Epilogue<float, T> epilogue, int BM, int BN, int BK)
        where T : unmanaged
    {
        Require(a.Rows == b.Rows && a.Cols == c.Rows && b.Cols == c.Cols);
        RequireBatches(a, b, c);
        Run<float, T>(c, CeilDiv(a.Rows, BK), (acc, n, d, i, j, k) =>
            MmaAtB(Matrix(a, n, d).Tiles(BK, BM)[k, i], Matrix(b, n, d).Tiles(BK, BN)[k, j], acc), epilogue, BM, BN);
    }

    /// <summary>c = epilogue(aᵀ·bᵀ).</summary>
    public static void AtBt<T>(Global<T> a, Global<T> b, Global<T> c, Epilogue<float, T> epilogue, int BM, int BN, int BK)
        where T : unmanaged
    {
        Require(a.Rows == b.Cols && a.Cols == c.Rows && b.Rows == c.Cols);
        RequireBatches(a, b, c);
        Run<float, T>(c, CeilDiv(a.Rows, BK), (acc, n, d, i, j, k) =>
            MmaAtBt(Matrix(a, n, d).Tiles(BK, BM)[k, i], Matrix(b, n, d).Tiles(BN, BK)[j, k], acc), epilogue, BM, BN);
    }

    /// <summary>The factors have as many matrices as the result, or a single one for all of them.</summary>
    public static void RequireBatches<T, TOut>(Global<T> a, Global<T> b, Global<TOut> c)
        where T : unmanaged
        where TOut : unmanaged
    {
        Require(c.Batch == a.Batch || a.Batch == 1);
        Require(c.Depth == a.Depth || a.Depth == 1);
        Require(c.Batch == b.Batch || b.Batch == 1);
        Require(c.Depth == b.Depth || b.Depth == 1);
    }

    /// <summary>Matrix [n, d] of a factor, or the only one it has.</summary>
    public static Global<T> Matrix<T>(Global<T> x, int n, int d)
        where T : unmanaged
        => x[Min(n, x.Batch - 1), Min(d, x.Depth - 1)];
}
