using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Row norms of W + s·B·A: against the dense product in float64, as squares, since those are what the kernel sums.</summary>
public sealed class DoraNormTests
{
    public static TheoryData<int, int, int, float> Cases => new()
    {
        { 5, 7, 3, 0.5f }, { 1, 1, 1, 1 }, { 33, 70, 1, 2 }, { 40, 130, 17, 0.25f }, { 70, 33, 65, 1.5f }, { 19, 40, 8, 0 }, { 7, 5, 0, 1 }, { 3, 0, 2, 1 }, { 0, 4, 2, 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int rows, int cols, int rank, float scale) => Draw(rows, cols, rank, scale).RequireEager();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int rows, int cols, int rank, float scale) => Draw(rows, cols, rank, scale).RequireOnCpu();

    [Fact]
    public void Generated_where_the_adapter_cancels_the_weight() => Cancelled(100, 200, 20, 0.5f).RequireOnCpu();

    [Fact]
    public void Memory_beside_the_tensors_is_the_gram_matrix_alone()
        => Assert.Equal(384.0 * 384 * sizeof(float), Dora.NormInfo.Count(new[] { 8192, 28672 }, new[] { 384, 28672 }, new[] { 8192, 384 }, new[] { 8192 }, 1f).TempBytes);

    [Fact]
    public void A_norm_of_nearly_nothing()
    {
        var launch = Draw(20, 30, 4, 1);
        Array.ConvertAll(launch.Inputs, input => Shrink(input.Values));
        launch.RequireEager();

        static double[] Shrink(double[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (float)(values[i] * 1e-9);
            }

            return values;
        }
    }

    [Fact]
    public void A_weight_that_the_adapter_cancels()
    {
        var launch = Cancelled(20, 30, 4, 0.5f);
        launch.RequireEager();
        Assert.All(launch.RunEager(new Random(1)), square => Assert.True(square >= 0));
    }

    [Fact]
    public void Mutants() => Draw(33, 20, 5, 0.5f).RequireMutantsRejected();

    /// <summary>Weights of unit scale.</summary>
    internal static Launch Draw(int rows, int cols, int rank, float scale)
    {
        var random = new Random(rows + cols + rank);
        return Of(TestTensor.Draw<float>(random, rows, cols), TestTensor.Draw<float>(random, rank, cols), TestTensor.Draw<float>(random, rows, rank), scale);
    }

    /// <summary>W = −s·B·A, rounded.</summary>
    internal static Launch Cancelled(int rows, int cols, int rank, float scale)
    {
        var launch = Draw(rows, cols, rank, scale);
        var (w, a, b) = (launch.Inputs[0], launch.Inputs[1], launch.Inputs[2]);
        for (var i = 0; i < w.Values.Length; i++)
        {
            w.Values[i] = (float)(-scale * Enumerable.Range(0, rank).Sum(k => b[0, 0, i / cols, k] * a[0, 0, k, i % cols]));
        }

        return launch;
    }

    private static Launch Of(TestTensor w, TestTensor a, TestTensor b, float scale) => new(
        $"Dora.Norm (scale {scale})",
        [w, a, b],
        Precision.Of<float>(),
        (device, inputs) =>
        {
            using var dw = inputs[0].On<float>(device);
            using var da = inputs[1].On<float>(device);
            using var db = inputs[2].On<float>(device);
            using var norm = device.Allocate<float>(w.Rows);
            Dora.Norm(device, dw, da, db, norm, scale);
            return Square(norm.ToArray());
        },
        (random, inputs) =>
        {
            var norm = new float[w.Rows];
            Dora.NormProgram(
                inputs[0].Eager<float>(), inputs[1].Eager<float>(), inputs[2].Eager<float>(), Global.Of(norm, norm.Length), scale,
                Launch.Tile(random), Launch.Tile(random), Launch.Tile(random));
            return Square(norm);
        },
        inputs => Reference(inputs[0], inputs[1], inputs[2], scale));

    private static double[] Square(float[] norm) => Array.ConvertAll(norm, value => (double)value * value);

    // the dense adapted weight; the scale has the terms of the factored sum
    private static Expectation Reference(TestTensor w, TestTensor a, TestTensor b, float scale)
    {
        var squares = new Expectation([w.Rows]);
        for (var row = 0; row < w.Rows; row++)
        {
            var (sum, absolute) = (0.0, 0.0);
            for (var col = 0; col < w.Cols; col++)
            {
                var products = Enumerable.Range(0, a.Rows).Select(k => scale * b[0, 0, row, k] * a[0, 0, k, col]).ToArray();
                var (value, size) = (w[0, 0, row, col] + products.Sum(), Math.Abs(w[0, 0, row, col]) + products.Sum(Math.Abs));
                sum += value * value;
                absolute += size * size;
            }

            squares.Set(0, 0, 0, row, sum, absolute);
        }

        return squares;
    }
}
