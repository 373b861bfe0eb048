using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>A matrix product in float64.</summary>
internal static class Product
{
    public static Expectation Of(TestTensor a, bool transposeA, TestTensor b, bool transposeB, int[] shape)
    {
        var c = new Expectation(shape);
        var depth = transposeA ? a.Rows : a.Cols;
        for (var n = 0; n < c.Batch; n++)
        {
            for (var d = 0; d < c.Depth; d++)
            {
                for (var i = 0; i < c.Rows; i++)
                {
                    for (var j = 0; j < c.Cols; j++)
                    {
                        var (sum, scale) = (0.0, 0.0);
                        for (var k = 0; k < depth; k++)
                        {
                            var x = Read(a, n, d, i, k, transposeA);
                            var y = Read(b, n, d, k, j, transposeB);
                            sum += x * y;
                            scale += Math.Abs(x * y);
                        }

                        c.Set(n, d, i, j, sum, scale);
                    }
                }
            }
        }

        return c;
    }

    private static double Read(TestTensor x, int n, int d, int row, int col, bool transposed)
    {
        (n, d) = (x.Batch == 1 ? 0 : n, x.Depth == 1 ? 0 : d);
        return transposed ? x[n, d, col, row] : x[n, d, row, col];
    }
}
