using TileKit.Kernels.Tests.Programs;

namespace TileKit.Kernels.Tests;

/// <summary>Bad input on the CPU, and what only a CPU device can be given.</summary>
public sealed class CpuBadInputTests() : BadInputTests(selector => new CpuDevice(1) { TileSelector = selector })
{
    [Fact]
    public void Memory_wrapped_twice()
    {
        using var device = new CpuDevice(1);
        var memory = new float[60];
        Array.Fill(memory, Mark);
        using var x = device.Wrap(memory.AsMemory(0, 36), 6, 6);
        using var y = device.Wrap(memory.AsMemory(24, 36), 6, 6);
        RequireRefused<ArgumentException>(() => Norms.Softmax(device, x, y), y, "y", "Softmax", "'y' overlaps 'x'");
    }

    [Fact]
    public void A_tile_size_that_the_kernel_does_not_have()
    {
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Fixed(("BM", 12)) };
        using var x = device.Upload<float>([1, 2], 1, 2);
        using var y = device.Upload<float>([Mark, Mark], 1, 2);
        RequireRefused<ArgumentException>(() => LimitedKernel.Twice(device, x, y), y, "BM", "Twice", "8, 16", "12");
    }
}
