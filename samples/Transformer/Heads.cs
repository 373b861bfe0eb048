using TileKit;
using static TileKit.Ops;

namespace Transformer;

/// <summary>What the library has no kernel for is a program of three lines.</summary>
internal static partial class Heads
{
    /// <summary>The columns of each head as a matrix of its own: x [S, H·D] to y [1, H, S, D].</summary>
    [TileKernel(nameof(SplitProgram))]
    public static partial void Split(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    private static void SplitProgram(Global<float> x, Global<float> y, [Tune(32, 64)] int BM, [Extent(nameof(y), Axis.Cols, 32, 64, 128)] int D)
    {
        Require(x.Rows == y.Rows && x.Cols == y.Depth * y.Cols && y.Batch == 1);
        foreach (var (h, i) in Grid(y.Depth, CeilDiv(y.Rows, BM)))
            y[0, h].Tiles(BM, D)[i, 0] = x.SliceCols(h * y.Cols, y.Cols).Tiles(BM, D)[i, 0];
    }

    /// <summary>The heads side by side again: x [1, H, S, D] to y [S, H·D].</summary>
    [TileKernel(nameof(MergeProgram))]
    public static partial void Merge(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    private static void MergeProgram(Global<float> x, Global<float> y, [Tune(32, 64)] int BM, [Extent(nameof(x), Axis.Cols, 32, 64, 128)] int D)
    {
        Require(x.Rows == y.Rows && y.Cols == x.Depth * x.Cols && x.Batch == 1);
        foreach (var i in Grid(CeilDiv(y.Rows, BM)))
            for (var h = 0; h < x.Depth; h++)
                y.SliceCols(h * x.Cols, x.Cols).Tiles(BM, D)[i, 0] = x[0, h].Tiles(BM, D)[i, 0];
    }
}
