using TileKit.Kernels.Tests.Harness;
using TileKit.Kernels.Tests.Programs;

namespace TileKit.Kernels.Tests;

/// <summary>Weights packed once give what the same weights give as they are, for all tile sizes, and nothing but a product takes them.</summary>
public sealed class PackedWeightsTests : IDisposable
{
    private readonly CpuDevice _device = new(2);

    public static TheoryData<int, int, int, int> Shapes => new()
    {
        { 1, 1, 1, 1 }, { 1, 300, 70, 1 }, { 5, 33, 17, 2 }, { 64, 96, 128, 1 }, { 37, 65, 129, 3 }, { 130, 31, 40, 1 }, { 3, 0, 5, 1 }, { 3, 5, 0, 1 }, { 200, 257, 100, 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_with_packed_weights(int m, int n, int k, int batch) => Everywhere(_device, m, n, k, batch);

    // tiles of 8 and 16 columns begin within a panel of 16 or 32
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(96)]
    [InlineData(512)]
    public void Whatever_the_tile_sizes(int size)
    {
        using var device = new CpuDevice(2) { TileSelector = new TilesNear(size) };
        Everywhere(device, 70, 131, 150, 1);
        Everywhere(device, 2, 131, 150, 2);
    }

    [Fact]
    public void Packed_weights_in_an_epilogue()
    {
        using var on = new Uploaded(_device);
        var (a, b, bias) = (Draw(on, 20, 33), Draw(on, 33, 70), Draw(on, 70));
        var (plain, packed) = (on.Output<float>([20, 70]), on.Output<float>([20, 70]));
        using var weights = _device.Pack(b);
        Gemm.ABBiasGelu(_device, a, b, bias, plain);
        Gemm.ABBiasGelu(_device, a, weights, bias, packed);
        AssertClose(plain.ToArray(), packed.ToArray(), 33);
    }

    [Fact]
    public void A_packed_tensor_keeps_its_shape_and_outlives_the_one_it_came_from()
    {
        using var on = new Uploaded(_device);
        var (a, c) = (Draw(on, 4, 8), on.Output<float>([4, 6]));
        var b = Draw(on, 8, 6);
        using var packed = _device.Pack(b);
        Gemm.AB(_device, a, b, c);
        var expected = c.ToArray();
        b.Dispose();
        Gemm.AB(_device, a, packed, c);
        Assert.True(packed.IsPacked);
        Assert.Equal([8, 6], packed.Shape.ToArray());
        AssertClose(expected, c.ToArray(), 8);
    }

    [Fact]
    public void A_factor_that_is_read_otherwise_too_is_not_taken_packed()
    {
        using var on = new Uploaded(_device);
        var (x, w, o) = (Draw(on, 1, 40, 40), Draw(on, 1, 40, 40), on.Output<float>([1, 40, 40]));
        using var packed = _device.Pack(w);
        Assert.Equal("w", Assert.Throws<ArgumentException>(() => ComputedOperands.Twice(_device, x, packed, o)).ParamName);
        Assert.All(o.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Only_products_read_packed_weights()
    {
        using var on = new Uploaded(_device);
        var (a, b, c) = (Draw(on, 6, 6), Draw(on, 6, 6), on.Output<float>([6, 6]));
        using var packed = _device.Pack(b);
        using var transposed = _device.PackTransposed(b);

        Refused("a", () => Gemm.AB(_device, packed, b, c));
        Refused("b", () => Gemm.AB(_device, a, transposed, c));
        Refused("b", () => Gemm.ABt(_device, a, packed, c));
        Refused("c", () => Gemm.AB(_device, a, b, packed));
        Refused("x", () => Norms.Softmax(_device, packed, c));
        Refused("weights", () => _device.Pack(packed));
        Assert.Throws<InvalidOperationException>(() => packed.ToArray());
        Assert.Throws<InvalidOperationException>(() => packed.CopyFrom(new float[36]));
        Assert.Throws<InvalidOperationException>(() => packed.AsGlobal());
        Assert.Throws<InvalidOperationException>(() => packed.Reshape(36));
        Assert.All(c.ToArray(), value => Assert.Equal(0, value));

        static void Refused(string parameter, Action launch) => Assert.Equal(parameter, Assert.Throws<ArgumentException>(launch).ParamName);
    }

    public void Dispose() => _device.Dispose();

    private static void Everywhere(CpuDevice device, int m, int n, int k, int batch)
    {
        using var on = new Uploaded(device);
        var (a, b, bt) = (Draw(on, batch, m, k), Draw(on, batch, k, n), Draw(on, batch, n, k));
        var (plain, packed) = (on.Output<float>([batch, m, n]), on.Output<float>([batch, m, n]));
        using var weights = device.Pack(b);
        using var transposed = device.PackTransposed(bt);
        Gemm.AB(device, a, b, plain);
        Gemm.AB(device, a, weights, packed);
        AssertClose(plain.ToArray(), packed.ToArray(), k);
        Gemm.ABt(device, a, bt, plain);
        Gemm.ABt(device, a, transposed, packed);
        AssertClose(plain.ToArray(), packed.ToArray(), k);
    }

    private static DeviceTensor<float> Draw(Uploaded on, params int[] shape)
    {
        var random = new Random(shape.Length + shape[^1]);
        var data = new float[TestTensor.Length(shape)];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = random.NextSingle() - 0.5f;
        }

        var tensor = on.Output<float>(shape);
        tensor.CopyFrom(data);
        return tensor;
    }

    // the same sums in another order: each of k products is at most 1/4, and rounds k times
    private static void AssertClose(float[] expected, float[] actual, int k)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.InRange(actual[i], expected[i] - (1e-7f * (k + 1)), expected[i] + (1e-7f * (k + 1)));
        }
    }
}
