namespace TileKit.Benchmarks.Speed;

/// <summary>The formulas in float64, of inputs as they are stored.</summary>
internal static partial class References
{
    public static Reference Product(DeviceTensor<float> a, DeviceTensor<float> b) => Product(a.ToArray(), a.Shape, b.ToArray(), b.Shape[^1]);

    public static Reference Product(DeviceTensor<Half> a, DeviceTensor<Half> b) =>
        Product(Array.ConvertAll(a.ToArray(), static x => (float)x), a.Shape, Array.ConvertAll(b.ToArray(), static x => (float)x), b.Shape[^1]);

    public static Reference Product(DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b) =>
        Product(Array.ConvertAll(a.ToArray(), static x => (float)x), a.Shape, Array.ConvertAll(b.ToArray(), static x => (float)x), b.Shape[^1]);

    /// <summary>gelu(a·b + bias).</summary>
    public static Reference ProductBiasGelu(DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> bias)
    {
        var (left, right, added) = (a.ToArray(), b.ToArray(), bias.ToArray());
        var (inner, cols) = (b.Shape[0], b.Shape[1]);
        return new(a.Shape[0], row =>
        {
            var (sums, sizes) = RowTimes(left.AsSpan(row * inner, inner), right, cols);
            for (var col = 0; col < cols; col++)
            {
                sums[col] = Gelu(sums[col] + added[col]);
                sizes[col] += Math.Abs(added[col]);
            }

            return (sums, sizes);
        });
    }

    /// <summary>One row times weights of 4 bits: two of them in a byte, in blocks with a scale each.</summary>
    public static Reference Int4(DeviceTensor<float> x, byte[] weights, float[] scales, int block)
    {
        var (row, size) = (x.ToArray(), x.Shape[1]);
        return new(1, _ =>
        {
            var cols = weights.Length * 2 / size;
            var (sums, sizes) = (new double[cols], new double[cols]);
            for (var i = 0; i < cols * size; i++)
            {
                var bits = i % 2 == 0 ? weights[i / 2] & 15 : weights[i / 2] >> 4;
                var term = (double)row[i % size] * (bits - 8) * scales[i / block];
                sums[i / size] += term;
                sizes[i / size] += Math.Abs(term);
            }

            return (sums, sizes);
        });
    }

    public static Reference Softmax(DeviceTensor<float> x) => OfRows(x, static row =>
    {
        var weights = (double[])row.Clone();
        Normalize(weights);
        return (weights, weights);
    });

    public static Reference LayerNorm(DeviceTensor<float> x, DeviceTensor<float> gamma, DeviceTensor<float> beta, float epsilon)
    {
        var (scale, shift) = (gamma.ToArray(), beta.ToArray());
        return OfRows(x, row => LayerNorm(row, scale, shift, epsilon));
    }

    public static Reference RmsNorm(DeviceTensor<float> x, DeviceTensor<float> gamma, float epsilon)
    {
        var scale = gamma.ToArray();
        return OfRows(x, row => RmsNorm(row, scale, epsilon));
    }

    private static (double[] Expected, double[] Sizes) LayerNorm(double[] row, float[] scale, float[] shift, float epsilon)
    {
        var mean = row.Average();
        var deviation = Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + epsilon);
        return (
            [.. row.Select((value, col) => ((value - mean) / deviation * scale[col]) + shift[col])],
            [.. row.Select((value, col) => ((Math.Abs(value) + Math.Abs(mean)) / deviation * Math.Abs(scale[col])) + Math.Abs(shift[col]))]);
    }

    private static (double[] Expected, double[] Sizes) RmsNorm(double[] row, float[] scale, float epsilon)
    {
        var root = Math.Sqrt(row.Average(static value => value * value) + epsilon);
        double[] expected = [.. row.Select((value, col) => value / root * scale[col])];
        return (expected, [.. expected.Select(Math.Abs)]);
    }

    // batches of either factor lie one after the other
    private static Reference Product(float[] left, ReadOnlySpan<int> shape, float[] right, int cols)
    {
        var (rows, inner) = (shape[^2], shape[^1]);
        return new(left.Length / inner, row =>
            RowTimes(left.AsSpan(row * inner, inner), right.AsSpan(row / rows * inner * cols % right.Length, inner * cols), cols));
    }

    private static (double[] Sums, double[] Sizes) RowTimes(ReadOnlySpan<float> row, ReadOnlySpan<float> matrix, int cols)
    {
        var (sums, sizes) = (new double[cols], new double[cols]);
        for (var k = 0; k < row.Length; k++)
        {
            AddScaled(row[k], matrix.Slice(k * cols, cols), sums, sizes);
        }

        return (sums, sizes);
    }

    private static Reference OfRows(DeviceTensor<float> x, Func<double[], (double[] Expected, double[] Sizes)> formula)
    {
        var row = Rows(x);
        return new((int)(x.Length / x.Shape[^1]), place => formula(row(place)));
    }

    private static void AddScaled(double factor, ReadOnlySpan<float> values, double[] sums, double[] sizes)
    {
        for (var i = 0; i < values.Length; i++)
        {
            sums[i] += factor * values[i];
            sizes[i] += Math.Abs(factor * values[i]);
        }
    }

    private static void Normalize(double[] scores)
    {
        var largest = scores.Max();
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - largest);
        }

        var sum = scores.Sum();
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    private static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return sum;
    }
}
