using System.Numerics.Tensors;
using static TileKit.Ops;

namespace TileKit.Tests.Tuning;

/// <summary>Generated kernels whose launches the tests watch.</summary>
public static partial class Kernels
{
    /// <summary>y += 1 in place: a launch that runs twice shows.</summary>
    [TileKernel(nameof(IncrementProgram))]
    public static partial void Increment(Device device, DeviceTensor<int> y);

    /// <summary>y = 2·x.</summary>
    [TileKernel(nameof(DoubleProgram))]
    public static partial void Double(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    /// <summary>y = 2·x on spans.</summary>
    [TileKernel(nameof(DoubleProgram))]
    public static partial void Double(ReadOnlyTensorSpan<float> x, TensorSpan<float> y);

    /// <summary>y = each element of x times the sum of its row, in two grids with a Temp between them.</summary>
    [TileKernel(nameof(ScaleBySumProgram))]
    public static partial void ScaleBySum(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

    internal static void IncrementProgram(Global<int> y, [Tune(8, 16, 32, 64)] int BM, [Tune(8, 16, 32, 64)] int BN)
    {
        var Y = y.Tiles(BM, BN);
        foreach (var (i, j) in Grid(Y))
        {
            Y[i, j] = Y[i, j] + 1;
        }
    }

    internal static void DoubleProgram(Global<float> x, Global<float> y, [Tune(8)] int BM, [Tune(8)] int BN)
    {
        Require(x.Rows == y.Rows);
        Require(x.Cols == y.Cols);
        var X = x.Tiles(BM, BN);
        var Y = y.Tiles(BM, BN);
        foreach (var (i, j) in Grid(Y))
        {
            Y[i, j] = X[i, j] * 2f;
        }
    }

    internal static void ScaleBySumProgram(Global<float> x, Global<float> y, [Tune(8)] int BM, [Tune(8)] int BN)
    {
        Require(x.Rows == y.Rows);
        Require(x.Cols == y.Cols);
        var X = x.Tiles(BM, BN);
        var Y = y.Tiles(BM, BN);
        var sums = Temp<float>(X.Cols, x.Rows);
        foreach (var (i, j) in Grid(X))
        {
            sums.ColVecs(BM)[j, i] = RowSum(X[i, j]);
        }

        foreach (var (i, j) in Grid(Y))
        {
            var scaled = Zeros<float>(BM, BN);
            for (var k = 0; k < X.Cols; k++)
            {
                scaled += X[i, j] * sums.ColVecs(BM)[k, i];
            }

            Y[i, j] = scaled;
        }
    }
}
