using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>What the kernels of DoRA promise beside the formula.</summary>
public sealed class DoraTests
{
    [Fact]
    public void Compose_at_g_of_one_is_exact_whatever_the_base()
    {
        using var device = new CpuDevice(2);
        using var on = new Uploaded(device);
        var random = new Random(1);
        var x = TestTensor.Draw<float>(random, 40, 70);
        var large = x with { Values = Array.ConvertAll(x.Values, v => v * 1e6) };
        var lora = TestTensor.Draw<float>(random, 40, 70);
        var norm = TestTensor.Draw<float>(random, 70);
        norm = norm with { Values = Array.ConvertAll(norm.Values, v => Math.Abs(v) + 1) };
        var delta = on.Output<float>([40, 70]);
        Dora.Compose(device, on.Input<float>(large), on.Input<float>(lora), on.Input<float>(norm), on.Input<float>(norm), delta, 0.5f);

        // g·(base + s·lora) − base would be off by a hundredth
        Assert.Equal(Array.ConvertAll(lora.Values, v => (float)(0.5 * v)), delta.ToArray());
    }

    [Theory]
    [InlineData(0, 1e-12)]
    [InlineData(1e-20, 1e-12)]
    [InlineData(1e-10, 1e-10)]
    public void Compose_divides_by_no_less_than_its_floor(double norm, double divisor)
    {
        using var device = new CpuDevice(1);
        using var on = new Uploaded(device);
        var delta = on.Output<float>([1, 1]);
        var (one, three) = (new TestTensor([1, 1], [1]), new TestTensor([1, 1], [3]));
        Dora.Compose(
            device, on.Input<float>(one), on.Input<float>(three), on.Input<float>(new TestTensor([1], [0.25])),
            on.Input<float>(new TestTensor([1], [norm])), delta, 2);

        var g = 0.25 / divisor;
        Assert.Equal((g - 1) + (g * 6), delta.ToArray()[0], tolerance: 1e-5 * 7 * g);
    }
}
