namespace TileKit.Kernels.Tests;

/// <summary>Packed weights of 4 bits stand for the numbers that they were made of.</summary>
public sealed class Int4WeightsTests
{
    public static TheoryData<int, int> Sizes => new() { { 64, 130 }, { 32, 1 }, { 160, 128 }, { 0, 3 }, { 32, 0 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Quantized_weights_are_off_by_half_a_step(int k, int n)
    {
        var matrix = Matrix(k, n);
        var (weights, scales) = Empty(k, n);
        Int4Weights.Quantize(matrix, k, n, weights, scales);
        Check(matrix, k, n, weights, scales, null);
        RequireTop(scales, k, n, (b, col) => Column(matrix, n, b, col).Max(MathF.Abs) / 7);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void So_are_those_with_zero_points(int k, int n)
    {
        var matrix = Matrix(k, n);
        var (weights, scales) = Empty(k, n);
        var zeroPoints = new sbyte[scales.Length];
        Int4Weights.Quantize(matrix, k, n, weights, scales, zeroPoints);
        Check(matrix, k, n, weights, scales, zeroPoints);
        Assert.All(zeroPoints, zero => Assert.InRange(zero, 0, 15));
        RequireTop(scales, k, n, (b, col) => (Column(matrix, n, b, col).Append(0).Max() - Column(matrix, n, b, col).Append(0).Min()) / 15);
    }

    [Fact]
    public void Zeros_stay_zeros()
    {
        var (weights, scales) = Empty(32, 3);
        Int4Weights.Quantize(new float[96], 32, 3, weights, scales);
        Assert.All(scales, scale => Assert.Equal(0, scale));
        Assert.Equal(8, Bits(weights, 32, 5, 2));
    }

    [Theory]
    [InlineData(96, 130)]
    [InlineData(32, 3)]
    public void Weights_of_MatMulNBits(int k, int n)
    {
        var random = new Random(3);
        var blocks = k / 32;
        var bytes = new byte[n * k / 2];
        random.NextBytes(bytes);
        var zeros = new byte[n * ((blocks + 1) / 2)];
        random.NextBytes(zeros);
        var blockScales = Enumerable.Range(0, n * blocks).Select(_ => random.NextSingle()).ToArray();
        var (weights, scales) = Empty(k, n);
        var zeroPoints = new sbyte[scales.Length];
        Int4Weights.Repack(bytes, blockScales, zeros, k, n, weights, scales, zeroPoints);
        for (var col = 0; col < n; col++)
        {
            for (var row = 0; row < k; row++)
            {
                var pair = bytes[(col * k / 2) + (row / 2)];
                Assert.Equal(row % 2 == 0 ? pair & 15 : pair >> 4, Bits(weights, k, row, col));
                var (b, place) = (row / 32, Place(k / 32, row / 32, col));
                Assert.Equal(blockScales[(col * blocks) + b], scales[place]);
                var zero = zeros[(col * ((blocks + 1) / 2)) + (b / 2)];
                Assert.Equal(b % 2 == 0 ? zero & 15 : zero >> 4, zeroPoints[place]);
            }
        }

        var (again, scalesAgain) = Empty(k, n);
        Int4Weights.Repack(bytes, blockScales, k, n, again, scalesAgain);
        Assert.Equal(weights, again);
        Assert.Equal(scales, scalesAgain);
    }

    [Fact]
    public void Lengths_that_do_not_fit()
    {
        var (weights, scales) = Empty(64, 5);
        Assert.Equal("k", Assert.Throws<ArgumentException>(() => Int4Weights.WeightShape(48, 5)).ParamName);
        Assert.Equal("matrix", Assert.Throws<ArgumentException>(() => Int4Weights.Quantize(new float[64], 64, 5, weights, scales)).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => Int4Weights.Quantize(new float[320], 64, 5, weights.AsSpan(1), scales)).ParamName);
        Assert.Equal("scales", Assert.Throws<ArgumentException>(() => Int4Weights.Quantize(new float[320], 64, 5, weights, scales.AsSpan(1))).ParamName);
        Assert.Equal("zeroPoints", Assert.Throws<ArgumentException>(() => Int4Weights.Quantize(new float[320], 64, 5, weights, scales, new sbyte[1])).ParamName);
        Assert.Equal("bytes", Assert.Throws<ArgumentException>(() => Int4Weights.Repack(new byte[1], new float[10], 64, 5, weights, scales)).ParamName);
        Assert.Equal("blockScales", Assert.Throws<ArgumentException>(() => Int4Weights.Repack(new byte[160], new float[9], 64, 5, weights, scales)).ParamName);
    }

    // columns of different scale, one of one sign only
    private static float[] Matrix(int k, int n)
    {
        var random = new Random(k + n);
        return [.. Enumerable.Range(0, k * n).Select(i => (random.NextSingle() - (i % n == 1 ? 1.5f : 0.5f)) * (1 + (i % n)))];
    }

    private static (int[] Weights, float[] Scales) Empty(int k, int n)
    {
        var (weights, scales) = (Int4Weights.WeightShape(k, n), Int4Weights.ScaleShape(k, n));
        return (Filled(weights[0] * weights[1] * weights[2], -1), Filled(scales[0] * scales[1] * scales[2], float.NaN));
    }

    private static T[] Filled<T>(int length, T value)
    {
        var values = new T[length];
        Array.Fill(values, value);
        return values;
    }

    private static IEnumerable<float> Column(float[] matrix, int n, int block, int col) => Enumerable.Range(32 * block, 32).Select(row => matrix[(row * n) + col]);

    private static void RequireTop(float[] scales, int k, int n, Func<int, int, float> expected)
    {
        for (var col = 0; col < n; col++)
        {
            for (var b = 0; b < k / 32; b++)
            {
                var want = expected(b, col);
                Assert.Equal(want, scales[Place(k / 32, b, col)], want * 1e-6f);
            }
        }
    }

    private static void Check(float[] matrix, int k, int n, int[] weights, float[] scales, sbyte[]? zeroPoints)
    {
        for (var row = 0; row < k; row++)
        {
            for (var col = 0; col < n; col++)
            {
                var place = Place(k / 32, row / 32, col);
                var value = scales[place] * (Bits(weights, k, row, col) - (zeroPoints?[place] ?? 8));
                // with a zero point the ends may be off by half a step for its own rounding, too
                Assert.InRange(Math.Abs(value - matrix[(row * n) + col]), 0, scales[place] * (zeroPoints is null ? 0.5001f : 1.0001f));
            }
        }
    }

    private static int Bits(int[] weights, int k, int row, int col)
    {
        var i = row % 32;
        return (weights[Place(k / 8, (row / 32 * 4) + (i % 4), col)] >> ((8 * (i / 8)) + (4 * (i % 8 / 4)))) & 15;
    }

    private static int Place(int rows, int row, int col) => (((col / 128 * rows) + row) * 128) + (col % 128);
}
