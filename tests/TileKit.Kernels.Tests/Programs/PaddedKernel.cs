using static TileKit.Ops;

namespace TileKit.Kernels.Tests.Programs;

/// <summary>A kernel that computes with its padded sizes.</summary>
internal static partial class PaddedKernel
{
    /// <summary>y = x · N + M, with N and M the columns of x and w, padded.</summary>
    [TileKernel(nameof(ScaleProgram))]
    public static partial void Scale(Device device, DeviceTensor<float> x, DeviceTensor<float> w, DeviceTensor<float> y);

    private static void ScaleProgram(
        Global<float> x, Global<float> w, Global<float> y, [Tune(8)] int BM, [Extent(nameof(x), Axis.Cols, 16, 32, 48)] int N,
        [Extent(nameof(w), Axis.Cols, 16, 32)] int M)
    {
        Require(x.Rows == y.Rows && x.Cols == y.Cols);
        foreach (var i in Grid(CeilDiv(y.Rows, BM)))
            y.Tiles(BM, N)[i, 0] = (x.Tiles(BM, N)[i, 0] * N) + M;
    }
}
