using static TileKit.Ops;

namespace TileKit.Kernels;

/// <summary>
/// Activations, most of them gated (Shazeer, 2020, GLU Variants Improve Transformer, arXiv:2002.05202): what a feed-forward block does between its products.
/// </summary>
/// <remarks>They compute in float; Half and BFloat16 results are rounded once, at the end.</remarks>
public static partial class Activations
{
    // a few rows at a time: memory is read along them
    private const int Rows = 8;

    /// <summary>y = activation(gate)·up, element by element.</summary>
    private static void Gated<T>(Global<T> gate, Global<T> up, Global<T> y, Func<Tile<float>, Tile<float>> activation, int BN)
        where T : unmanaged
    {
        Require(gate.Batch == up.Batch && gate.Depth == up.Depth && gate.Rows == up.Rows && gate.Cols == up.Cols);
        Require(gate.Batch == y.Batch && gate.Depth == y.Depth && gate.Rows == y.Rows && gate.Cols == y.Cols);

        foreach (var (n, d, i, j) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, Rows), CeilDiv(y.Cols, BN)))
        {
            var g = Cast<float>(gate[n, d].Tiles(Rows, BN)[i, j]);
            var u = Cast<float>(up[n, d].Tiles(Rows, BN)[i, j]);
            y[n, d].Tiles(Rows, BN)[i, j] = Cast<T>(activation(g) * u);
        }
    }

    /// <summary>y = activation(the first half of x)·the second half, row by row.</summary>
    private static void GatedHalves<T>(Global<T> x, Global<T> y, Func<Tile<float>, Tile<float>> activation, int BN)
        where T : unmanaged
    {
        Require(x.Batch == y.Batch && x.Depth == y.Depth && x.Rows == y.Rows && x.Cols == 2 * y.Cols);

        foreach (var (n, d, i, j) in Grid(y.Batch, y.Depth, CeilDiv(y.Rows, Rows), CeilDiv(y.Cols, BN)))
        {
            var g = Cast<float>(x[n, d].SliceCols(0, y.Cols).Tiles(Rows, BN)[i, j]);
            var u = Cast<float>(x[n, d].SliceCols(y.Cols, y.Cols).Tiles(Rows, BN)[i, j]);
            y[n, d].Tiles(Rows, BN)[i, j] = Cast<T>(activation(g) * u);
        }
    }
}
