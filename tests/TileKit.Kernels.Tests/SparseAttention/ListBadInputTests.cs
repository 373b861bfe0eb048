namespace TileKit.Kernels.Tests;

/// <summary>Lists, windows and blocks that do not fit are refused by the parameter's name, and nothing is written.</summary>
public sealed class ListBadInputTests : IDisposable
{
    private readonly CpuDevice _device = new(1);

    public void Dispose() => _device.Dispose();

    [Fact]
    public void Offsets_of_different_numbers_of_sequences()
    {
        using var x = _device.Allocate<float>(2, 6, 8);
        using var queries = _device.Allocate<int>(3);
        using var keys = _device.Allocate<int>(4);
        RequireRefused("keyOffsets", [2, 6, 8], o => Attention.VarLen(_device, x, x, x, queries, keys, o, 1, false), "queryOffsets.Cols == keyOffsets.Cols", "[4]", "[3]");
    }

    [Fact]
    public void Lengths_of_another_batch()
    {
        using var q = _device.Allocate<float>(2, 1, 3, 8);
        using var k = _device.Allocate<float>(2, 1, 9, 8);
        using var lengths = _device.Allocate<int>(3);
        RequireRefused("lengths", [2, 1, 3, 8], o => Attention.Decode(_device, q, k, k, lengths, o, 1), "q.Batch == lengths.Cols", "[3]");
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(21, 1)]
    [InlineData(0, 1)]
    [InlineData(3, 0)]
    public void Windows_that_do_not_fit(int window, int dilation)
    {
        using var x = _device.Allocate<float>(1, 2, 20, 8);
        RequireRefused(null, [1, 2, 20, 8], o => Attention.Neighborhood1D(_device, x, x, x, o, window, dilation, false, 1), "window");
    }

    [Fact]
    public void Blocks_of_queries_that_tiles_do_not_divide()
    {
        using var x = _device.Allocate<float>(1, 1, 100, 8);
        using var counts = _device.Allocate<int>(1, 1, 2);
        using var blocks = _device.Allocate<int>(1, 1, 2, 3);
        RequireRefused(null, [1, 1, 100, 8], o => Attention.BlockSparse(_device, x, x, x, counts, blocks, o, 50, 16, 1, false), "queryBlock % 64 == 0");
    }

    [Fact]
    public void Lists_of_another_number_of_experts()
    {
        using var x = _device.Allocate<float>(5, 8);
        using var w1 = _device.Allocate<float>(3, 12, 8);
        using var offsets = _device.Allocate<int>(3);
        using var tokens = _device.Allocate<int>(10);
        RequireRefused("offsets", [10, 6], y => Moe.SwiGlu(_device, x, w1, offsets, tokens, y), "w1.Depth + 1 == offsets.Cols", "[3]");
    }

    [Fact]
    public void More_choices_than_experts()
    {
        using var x = _device.Allocate<float>(5, 8);
        using var router = _device.Allocate<float>(3, 8);
        using var experts = _device.Allocate<int>(4, 5);
        RequireRefused(null, [4, 5], weights => Moe.Route(_device, x, router, weights, experts), "weights.Rows <= router.Rows");
    }

    private void RequireRefused(string? parameter, int[] shape, Action<DeviceTensor<float>> launch, params string[] parts)
    {
        const float Mark = 777;
        var values = new float[shape.Aggregate(1, (length, dimension) => length * dimension)];
        Array.Fill(values, Mark);
        using var output = _device.Upload<float>(values, shape);
        var exception = Assert.Throws<ArgumentException>(() => launch(output));
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
        Assert.All(output.ToArray(), value => Assert.Equal(Mark, value));
        if (parameter is not null)
        {
            Assert.Equal(parameter, exception.ParamName);
        }
    }
}
