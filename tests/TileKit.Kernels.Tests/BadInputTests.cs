using TileKit.Kernels.Tests.Harness;
using TileKit.Kernels.Tests.Programs;

namespace TileKit.Kernels.Tests;

/// <summary>A launch that cannot be is refused with the parameter's name, what was expected and what was found, and writes nothing.</summary>
public abstract class BadInputTests : IDisposable
{
    private readonly Func<TileSelector, Device> _create;
    private readonly Device _device;

    /// <param name="create">Makes a device of the kind to test on.</param>
    protected BadInputTests(Func<TileSelector, Device> create)
    {
        _create = create;
        _device = create(TileSelector.CostModel);
    }

    public void Dispose()
    {
        _device.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(new[] { 4, 6 }, new[] { 5, 3 }, new[] { 4, 3 }, "b", "a.Cols == b.Rows", "[4, 6]", "[5, 3]")]
    [InlineData(new[] { 4, 6 }, new[] { 6, 3 }, new[] { 5, 3 }, "c", "a.Rows == c.Rows", "[4, 6]", "[5, 3]")]
    [InlineData(new[] { 4, 6 }, new[] { 6, 3 }, new[] { 4, 2 }, "c", "b.Cols == c.Cols", "[6, 3]", "[4, 2]")]
    [InlineData(new[] { 2, 4, 6 }, new[] { 6, 3 }, new[] { 3, 4, 3 }, "a", "a.Depth", "[2, 4, 6]", "[3, 4, 3]")]
    [InlineData(new[] { 4, 6 }, new[] { 2, 1, 6, 3 }, new[] { 3, 1, 4, 3 }, "b", "b.Batch", "[2, 1, 6, 3]", "[3, 1, 4, 3]")]
    public void Shapes_that_do_not_fit(int[] a, int[] b, int[] c, string parameter, params string[] parts)
    {
        using var x = _device.Allocate<float>(a);
        using var w = _device.Allocate<float>(b);
        using var y = Marked(c);
        RequireRefused<ArgumentException>(() => Gemm.AB(_device, x, w, y), y, parameter, ["AB", .. parts]);
    }

    [Fact]
    public void A_bias_of_another_length()
    {
        using var x = _device.Allocate<float>(4, 6);
        using var w = _device.Allocate<float>(6, 3);
        using var bias = _device.Allocate<float>(4);
        using var y = Marked(4, 3);
        RequireRefused<ArgumentException>(() => Gemm.ABBias(_device, x, w, bias, y), y, "bias", "ABBias", "c.Cols == bias.Cols", "[4]", "[4, 3]");
    }

    [Fact]
    public void A_bias_of_rank_two()
    {
        using var x = _device.Allocate<float>(4, 6);
        using var w = _device.Allocate<float>(6, 3);
        using var bias = _device.Allocate<float>(4, 3);
        using var y = Marked(4, 3);
        RequireRefused<ArgumentException>(() => Gemm.ABBias(_device, x, w, bias, y), y, "bias", "ABBias", "bias.Rows == 1", "[4, 3]");
    }

    [Fact]
    public void Rows_of_another_length()
    {
        using var x = _device.Allocate<float>(4, 6);
        using var gamma = _device.Allocate<float>(5);
        using var beta = _device.Allocate<float>(6);
        using var y = Marked(4, 6);
        RequireRefused<ArgumentException>(
            () => Norms.LayerNorm(_device, x, gamma, beta, y, 1e-5f), y, "gamma", "LayerNorm", "x.Cols == gamma.Cols", "[4, 6]", "[5]");
        using var wide = Marked(4, 7);
        RequireRefused<ArgumentException>(() => Norms.Softmax(_device, x, wide), wide, "y", "Softmax", "x.Cols == y.Cols", "[4, 6]", "[4, 7]");
    }

    [Fact]
    public void Heads_that_form_no_groups()
    {
        using var q = _device.Allocate<float>(1, 6, 5, 8);
        using var k = _device.Allocate<float>(1, 4, 7, 8);
        using var v = _device.Allocate<float>(1, 4, 7, 8);
        using var o = Marked(1, 6, 5, 8);
        RequireRefused<ArgumentException>(
            () => Attention.Forward(_device, q, k, v, o, 1, false), o, "k", "Forward", "multiple of k.Depth", "[1, 6, 5, 8]", "[1, 4, 7, 8]");
    }

    [Fact]
    public void Keys_and_values_of_different_number()
    {
        using var q = _device.Allocate<float>(1, 2, 5, 8);
        using var k = _device.Allocate<float>(1, 2, 7, 8);
        using var v = _device.Allocate<float>(1, 2, 6, 8);
        using var o = Marked(1, 2, 5, 8);
        RequireRefused<ArgumentException>(
            () => Attention.Forward(_device, q, k, v, o, 1, true), o, "v", "Forward", "k.Rows == v.Rows", "[1, 2, 7, 8]", "[1, 2, 6, 8]");
    }

    [Fact]
    public void A_tensor_of_another_device()
    {
        using var other = _create(TileSelector.CostModel);
        using var x = _device.Allocate<float>(4, 6);
        using var y = Marked(4, 6);
        using var foreign = other.Allocate<float>(4, 6);
        RequireRefused<ArgumentException>(() => Norms.Softmax(_device, foreign, y), y, "x", "Softmax", _device.Name, other.Name);
        RequireRefused<ArgumentException>(() => Norms.Softmax(other, foreign, y), y, "y", "Softmax", _device.Name, other.Name);
    }

    [Fact]
    public void A_disposed_tensor()
    {
        var x = _device.Allocate<float>(4, 6);
        x.Dispose();
        using var y = Marked(4, 6);
        var exception = Assert.Throws<ObjectDisposedException>(() => Norms.Softmax(_device, x, y));
        Assert.Equal("x", exception.ObjectName);
        Assert.Contains("Softmax", exception.Message, StringComparison.Ordinal);
        RequireUntouched(y);
    }

    [Fact]
    public void A_disposed_device()
    {
        var device = _create(TileSelector.CostModel);
        using var x = device.Allocate<float>(4, 6);
        using var y = device.Allocate<float>(4, 6);
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Norms.Softmax(device, x, y));
    }

    [Fact]
    public void Null()
    {
        using var y = Marked(4, 6);
        RequireRefused<ArgumentNullException>(() => Norms.Softmax(_device, null!, y), y, "x", "Softmax");
        RequireRefused<ArgumentNullException>(() => Norms.Softmax(null!, y, y), y, "device", "Softmax");
    }

    [Fact]
    public void An_output_that_is_an_input()
    {
        using var x = Marked(6, 6);
        RequireRefused<ArgumentException>(() => Norms.Softmax(_device, x, x), x, "y", "Softmax", "'y' overlaps 'x'");
        using var a = _device.Allocate<float>(6, 6);
        RequireRefused<ArgumentException>(() => Gemm.AB(_device, a, x, x), x, "c", "AB", "'c' overlaps 'b'");
    }

    [Fact]
    public void A_tile_size_that_cannot_be()
    {
        var exception = Assert.Throws<ArgumentException>(() => TileSelector.Fixed(("BM", 0)));
        Assert.Contains("BM", exception.Message, StringComparison.Ordinal);
        Assert.Contains("0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dimension_above_every_extent()
    {
        using var x = _device.Allocate<float>(4, 33);
        using var y = Marked(4, 33);
        RequireRefused<ArgumentException>(() => LimitedKernel.Twice(_device, x, y), y, "x", "Twice", "x.Cols", "[16, 32]", "33");
    }

    [Fact]
    public void Sizes_that_fit_run()
    {
        using var device = _create(TileSelector.Fixed(("BM", 16), ("Other", 3)));
        using var x = device.Upload<float>([1, 2], 1, 2);
        using var y = device.Allocate<float>(1, 2);
        LimitedKernel.Twice(device, x, y);
        Assert.Equal([2, 4], y.ToArray());
    }

    protected const float Mark = 777;

    protected static DeviceTensor<float> Marked(Device device, params int[] shape)
    {
        var values = new float[TestTensor.Length(shape)];
        Array.Fill(values, Mark);
        return device.Upload<float>(values, shape);
    }

    protected static void RequireRefused<TException>(Action launch, DeviceTensor<float> output, string parameter, params string[] parts)
        where TException : ArgumentException
    {
        var exception = Assert.Throws<TException>(launch);
        Assert.Equal(parameter, exception.ParamName);
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
        RequireUntouched(output);
    }

    private DeviceTensor<float> Marked(params int[] shape) => Marked(_device, shape);

    private static void RequireUntouched(DeviceTensor<float> output) => Assert.All(output.ToArray(), value => Assert.Equal(Mark, value));
}
