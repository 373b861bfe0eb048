using static TileKit.Ops;

namespace TileKit.Kernels.Tests.Programs;

/// <summary>A kernel that names the tile sizes it can do.</summary>
internal static partial class LimitedKernel
{
    /// <summary>y = 2x.</summary>
    [TileKernel(nameof(TwiceProgram))]
    public static partial void Twice(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    private static void TwiceProgram(
        Global<float> x, Global<float> y, [Tune(8, 16)] int BM, [Extent(nameof(x), Axis.Cols, 16, 32)] int N)
    {
        Require(x.Rows == y.Rows && x.Cols == y.Cols);
        foreach (var i in Grid(CeilDiv(y.Rows, BM)))
            y.Tiles(BM, N)[i, 0] = x.Tiles(BM, N)[i, 0] * 2f;
    }
}
