using TileKit.Kernels.Tests.Programs;

namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>Where a program names the sizes of an extent, each launch gets the next of them, whatever variants there are.</summary>
public sealed class IlgpuExtentTests
{
    [Theory]
    [InlineData(5, 5, 16, 16)]
    [InlineData(16, 17, 16, 32)]
    [InlineData(17, 3, 32, 16)]
    [InlineData(32, 32, 32, 32)]
    [InlineData(33, 16, 48, 16)]
    [InlineData(48, 20, 48, 32)]
    public void An_extent_is_the_next_of_the_values_given(int cols, int others, int n, int m)
    {
        using var cpu = new CpuDevice(1);
        using var device = IlgpuTestDevice.Create();
        Assert.Equal(Enumerable.Repeat((2f * n) + m, 3 * cols), Scaled(cpu));
        Assert.Equal(Enumerable.Repeat((2f * n) + m, 3 * cols), Scaled(device));

        float[] Scaled(Device on)
        {
            using var x = on.Upload<float>([.. Enumerable.Repeat(2f, 3 * cols)], 3, cols);
            using var w = on.Allocate<float>(1, others);
            using var y = on.Allocate<float>(3, cols);
            PaddedKernel.Scale(on, x, w, y);
            return y.ToArray();
        }
    }
}
