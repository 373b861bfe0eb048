using Host = TileKit.Cpu.Extents;

namespace TileKit.Ilgpu.Tests.Kernels;

public class ExtentsTests
{
    private static readonly int[] Any =
    [
        int.MinValue, int.MinValue + 1, -1000, -129, -128, -64, -9, -8, -7, -3, -2, -1, 0, 1, 2, 3, 7, 8, 9, 64, 100, 127, 128, 129, 1000, 65536,
        int.MaxValue - 1, int.MaxValue,
    ];

    private static readonly int[] Dimensions = [.. Any.Where(x => x >= 0)];

    private static readonly int[] Sizes = [.. Any.Where(x => x > 0)];

    [Fact]
    public void Tiles_are_counted_and_cut_as_on_the_CPU()
    {
        foreach (var dimension in Dimensions)
        {
            foreach (var size in Sizes)
            {
                Assert.Equal(Host.Count(dimension, size), Extents.Count(dimension, size));
                foreach (var index in Any)
                {
                    Assert.Equal(Host.Real(dimension, size, index), Extents.Real(dimension, size, index));
                    Assert.Equal(Host.Within(dimension, index, size), Extents.Within(dimension, index, size));
                    Assert.Equal(Host.RealInRow(7, index, dimension, size, 1), Extents.RealInRow(7, index, dimension, size, 1));
                    Assert.Equal(Host.Inside(3, index, dimension, 2, size), Extents.Inside(3, index, dimension, 2, size));
                    Assert.Equal(Host.Inside(dimension, 2, 3, index, size), Extents.Inside(dimension, 2, 3, index, size));
                }
            }
        }
    }

    [Fact]
    public void Scalars_divide_as_on_the_CPU()
    {
        foreach (var a in Any)
        {
            foreach (var b in Any)
            {
                Assert.Equal(Host.Divide(a, b), Lanes.Divide(a, b));
                Assert.Equal(Host.Remainder(a, b), Lanes.Remainder(a, b));
                Assert.Equal(Host.CeilDivide(a, b), Lanes.CeilDivide(a, b));
            }
        }
    }
}
