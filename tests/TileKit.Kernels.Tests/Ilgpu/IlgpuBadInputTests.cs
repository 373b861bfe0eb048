using TileKit.Kernels.Tests.Programs;

namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>Bad input on an ILGPU device, and what only its kernels refuse.</summary>
public sealed class IlgpuBadInputTests() : BadInputTests(static selector => IlgpuTestDevice.Create(selector))
{
    [Fact]
    public void Rows_longer_than_any_variant_takes()
    {
        using var device = IlgpuTestDevice.Create();
        using var x = device.Allocate<float>(2, 40_000);
        using var weight = device.Allocate<float>(40_000);
        using var y = Marked(device, 2, 40_000);
        RequireRefused<ArgumentException>(() => Norms.Softmax(device, x, y), y, "N", "Softmax", "16384", "40000");
        RequireRefused<ArgumentException>(() => Norms.LayerNorm(device, x, weight, weight, y, 1e-5f), y, "N", "LayerNorm", "16384", "40000");
        RequireRefused<ArgumentException>(() => Norms.RmsNorm(device, x, weight, y, 1e-5f), y, "N", "RmsNorm", "16384", "40000");

        // the device is as good as before
        using var shortX = device.Upload<float>([1, 1], 1, 2);
        using var shortY = device.Allocate<float>(1, 2);
        Norms.Softmax(device, shortX, shortY);
        Assert.Equal([0.5f, 0.5f], shortY.ToArray());
    }

    [Theory]
    [InlineData(300, 64, "D", "300")]
    [InlineData(64, 257, "DV", "257")]
    public void Heads_wider_than_any_variant_takes(int size, int valueSize, string parameter, string found)
    {
        using var device = IlgpuTestDevice.Create();
        using var q = device.Allocate<float>(1, 2, 5, size);
        using var k = device.Allocate<float>(1, 2, 7, size);
        using var v = device.Allocate<float>(1, 2, 7, valueSize);
        using var o = Marked(device, 1, 2, 5, valueSize);
        RequireRefused<ArgumentException>(() => Attention.Forward(device, q, k, v, o, 1, true), o, parameter, "Forward", "256", found);
    }

    [Fact]
    public void A_tensor_of_the_CPU()
    {
        using var device = IlgpuTestDevice.Create();
        using var cpu = new CpuDevice(1);
        using var here = device.Allocate<float>(4, 6);
        using var there = cpu.Allocate<float>(4, 6);
        using var y = Marked(device, 4, 6);
        using var yOfCpu = Marked(cpu, 4, 6);
        RequireRefused<ArgumentException>(() => Norms.Softmax(device, there, y), y, "x", "Softmax", device.Name, cpu.Name);
        RequireRefused<ArgumentException>(() => Norms.Softmax(device, here, yOfCpu), yOfCpu, "y", "Softmax", device.Name, cpu.Name);
        RequireRefused<ArgumentException>(() => Norms.Softmax(cpu, here, yOfCpu), yOfCpu, "x", "Softmax", device.Name, cpu.Name);
        RequireRefused<ArgumentException>(() => Norms.Softmax(cpu, there, y), y, "y", "Softmax", device.Name, cpu.Name);
    }

    [Fact]
    public void A_tile_size_that_no_variant_has()
    {
        using var device = IlgpuTestDevice.Create(TileSelector.Fixed(("BM", 12)));
        using var x = device.Allocate<float>(1, 2);
        using var y = Marked(device, 1, 2);
        RequireRefused<ArgumentException>(() => LimitedKernel.Twice(device, x, y), y, "BM", "Twice", "BM 16", "BM 12");
        using var b = device.Allocate<float>(2, 2);
        RequireRefused<ArgumentException>(() => Gemm.AB(device, x, b, y), y, "BM", "AB", "BM 128, BN 128, BK 16", "BM 12");
    }
}
