using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.FrontEnd;

/// <summary>The dimensions of one matrix of a tensor: zero where there is no such matrix, in the eager run and in the kernel.</summary>
public class MatrixExtentTests
{
    // one row per program instance: how often the loop over the tiles of x[b, d] ran, and the two dimensions
    private const string Source =
        """
        public static partial class Kernels
        {
            [TileKernel(nameof(Program))]
            public static partial void Run(Device device, DeviceTensor<float> x, DeviceTensor<float> y, int b, int d);

            internal static void Program(Global<float> x, Global<float> y, int b, int d, [Tune(4)] int B)
            {
                foreach (var i in Grid(y.Rows))
                {
                    var matrix = x[b + i, d];
                    var count = 0;
                    for (var n = 0; n < matrix.Tiles(B, B).Rows; n++)
                        count = count + 1;
                    y[0, 0].RowVecs(B)[i, 0] = RowVec.Full<float>(B, count + 100 * matrix.Rows + 10000 * matrix.Cols);
                }
            }
        }
        """;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(0, 2)]
    [InlineData(1, -1)]
    [InlineData(int.MaxValue - 4, 0)]
    public void Kernel_AgreesWithItsProgram(int b, int d)
    {
        using var assembly = GeneratorRun.Of(Source).Load();
        using var device = new CpuDevice(1);
        using var x = device.Allocate<float>(2, 2, 9, 5);
        using var y = device.Allocate<float>(4, 4);
        using var expected = device.Allocate<float>(4, 4);

        assembly.Call("Kernels", "Run", device, x, y, b, d);
        assembly.Call("Kernels", "Program", x.AsGlobal(), expected.AsGlobal(), b, d, 4);

        Assert.Equal(expected.ToArray(), y.ToArray());
        Assert.Contains(0f, y.ToArray());
    }

    [Fact]
    public void FirstMatrix_NeedsNoCheck() =>
        Assert.Equal(IrText.Of(Programs.Body("Y[i, j] = X[i, j] * x.Rows;")), IrText.Of(Programs.Body("Y[i, j] = X[i, j] * x[0, 0].Rows;")));

    [Fact]
    public void OtherMatrix_IsPartOfTheDimension() =>
        Assert.Contains("extent x[%8, %1].rows", IrText.Of(Programs.Body("Y[i, j] = X[i, j] * x[i, n].Rows;")), StringComparison.Ordinal);
}
