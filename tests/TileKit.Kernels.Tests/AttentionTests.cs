using TileKit.Kernels.Tests.Catalogue;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>What the forms of attention promise beside the formula.</summary>
public sealed class AttentionTests
{
    public static TheoryData<string> FloatKernels =>
        [.. AttentionKernels.All.Select(kernel => kernel.Name).Where(name => name.EndsWith("float", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(FloatKernels))]
    public void Head_sizes_of_models(string name)
    {
        using var device = new CpuDevice(2);
        foreach (var size in (int[])[32, 64, 80, 96, 128, 256])
        {
            var random = new Random(size);
            Kernel.All[name].Draw(new SizesInTurn(random, [70, 45, size, size])).RequireGenerated(device, "D = Dv");
            Kernel.All[name].Draw(new SizesInTurn(random, [33, 70, size, 48])).RequireGenerated(device, "D ≠ Dv");
        }
    }

    [Theory]
    [InlineData(-1, -1, false)]
    [InlineData(-1, 0, true)]
    [InlineData(1000, 1000, false)]
    [InlineData(int.MaxValue, 0, true)]
    public void A_window_without_limits_is_Forward(int left, int right, bool causal)
    {
        using var device = new CpuDevice(2);
        var (q, k, v) = Draw(device, queries: 50, keys: 77);
        using var window = device.Allocate<float>(2, 4, 50, 20);
        using var forward = device.Allocate<float>(2, 4, 50, 20);
        Attention.Window(device, q, k, v, window, 0.3f, left, right);
        Attention.Forward(device, q, k, v, forward, 0.3f, causal);

        var expected = new Expectation([2, 4, 50, 20], Array.ConvertAll(forward.ToArray(), Element.ToDouble), Ones(2 * 4 * 50 * 20));
        Assert.Null(expected.Fault(Array.ConvertAll(window.ToArray(), Element.ToDouble), Precision.Of<float>()));
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(16, 64)]
    [InlineData(64, 16)]
    public void Tiles_outside_the_window_are_not_visited(int bm, int bn)
    {
        const int Sequence = 500, Left = 20, Right = 7;
        using var device = new CpuDevice(1) { TileSelector = TileSelector.Fixed(("BM", bm), ("BN", bn)) };
        var random = new Random(3);
        using var q = TestTensor.Draw<float>(random, 1, 1, Sequence, 8).On<float>(device);
        using var k = TestTensor.Draw<float>(random, 1, 1, Sequence, 8).On<float>(device);
        using var o = device.Allocate<float>(1, 1, Sequence, 8);
        var values = new float[Sequence * 8];
        Array.Fill(values, 1);

        // a NaN in the tile of keys n reaches every query whose tile visits it: 0 · NaN is NaN
        const int Spoiled = 250;
        values[Spoiled * 8] = float.NaN;
        using var v = device.Upload<float>(values, 1, 1, Sequence, 8);
        Attention.Window(device, q, k, v, o, 0.3f, Left, Right);

        var (first, last) = (Spoiled / bn * bn, (Spoiled / bn * bn) + bn - 1);
        var result = o.ToArray();
        for (var i = 0; i < Sequence; i++)
        {
            var (firstOfTile, lastOfTile) = (i / bm * bm, (i / bm * bm) + bm - 1);
            var visits = last >= firstOfTile - Left && first <= lastOfTile + Right;
            Assert.True(float.IsNaN(result[i * 8]) == visits, $"query {i}: {result[i * 8]}");
        }
    }

    [Fact]
    public void Count_OfAWindow_GoesWithTheWindow()
    {
        int[] shape = [1, 4, 4096, 64];
        var causal = Count(-1, 0);

        Assert.InRange(Count(255, 0) / causal, 1.0 / 16, 1.0 / 5);
        Assert.InRange(Count(511, 0) / causal, 1.0 / 8, 1.0 / 3);

        double Count(int left, int right) =>
            Attention.WindowFloatFloatFloatFloatFloatIntIntInfo.Count(shape, shape, shape, shape, 0.125f, left, right).Flops;
    }

    [Fact]
    public void A_query_that_sees_nothing_gives_zero()
    {
        using var device = new CpuDevice(2);
        var (q, k, v) = Draw(device, queries: 50, keys: 30);
        using var o = device.Allocate<float>(2, 4, 50, 20);
        using var lse = device.Allocate<float>(2, 4, 50);
        var (everything, nothing) = (new sbyte[50 * 30], new float[50 * 30]);
        Array.Fill(nothing, float.NegativeInfinity);

        // the last of 30 keys is aligned with the last of 50 queries: the first 20 see none
        Attention.ForwardLse(device, q, k, v, o, lse, 0.3f, causal: true);
        Assert.All(o.ToArray().Select((x, n) => (x, Query: n / 20 % 50)), e => Assert.Equal(e.Query < 20, e.x == 0));
        Assert.All(lse.ToArray().Select((x, n) => (x, Query: n % 50)), e => Assert.Equal(e.Query < 20, float.IsNegativeInfinity(e.x)));

        using (var mask = device.Upload<sbyte>(everything, 50, 30))
        {
            Attention.Masked(device, q, k, v, mask, o, 0.3f);
            Assert.All(o.ToArray(), x => Assert.Equal(0, x));
        }

        Attention.Forward(device, q, k, v, o, 0.3f, causal: false);
        using var bias = device.Upload<float>(nothing, 50, 30);
        Attention.Biased(device, q, k, v, bias, o, 0.3f);
        Assert.All(o.ToArray(), x => Assert.Equal(0, x));
    }

    [Fact]
    public void A_mask_of_another_shape_is_refused()
    {
        using var device = new CpuDevice(1);
        var (q, k, v) = Draw(device, queries: 50, keys: 30);
        using var o = device.Allocate<float>(2, 4, 50, 20);
        using var turned = device.Allocate<sbyte>(30, 50);
        using var heads = device.Allocate<sbyte>(2, 2, 50, 30);

        var exception = Assert.Throws<ArgumentException>(() => Attention.Masked(device, q, k, v, turned, o, 1));
        Assert.Equal("mask", exception.ParamName);
        exception = Assert.Throws<ArgumentException>(() => Attention.Masked(device, q, k, v, heads, o, 1));
        Assert.Equal("mask", exception.ParamName);
    }

    private static (DeviceTensor<float> Q, DeviceTensor<float> K, DeviceTensor<float> V) Draw(Device device, int queries, int keys)
    {
        var random = new Random(9);
        return (
            TestTensor.Draw<float>(random, 2, 4, queries, 17).On<float>(device),
            TestTensor.Draw<float>(random, 2, 2, keys, 17).On<float>(device),
            TestTensor.Draw<float>(random, 2, 2, keys, 20).On<float>(device));
    }

    private static double[] Ones(int length)
    {
        var ones = new double[length];
        Array.Fill(ones, 1);
        return ones;
    }
}
