namespace TileKit.Benchmarks.Speed;

/// <summary>
/// Errors of results against the same formula in float64, of some rows: the first, the last and every so many between them. Each
/// error is relative to the formula over absolute values.
/// </summary>
internal static partial class References
{
    private const int RowsChecked = 37;

    // below this an element is denormal in float, and nobody keeps its relative error
    private const double SmallestSize = 1.2e-38;

    public static double Product(DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c)
    {
        var (left, right, result) = (a.ToArray(), b.ToArray(), c.ToArray());
        var (rows, inner, cols) = (a.Shape[0], a.Shape[1], b.Shape[1]);
        return Largest(rows, row =>
        {
            var (sums, sizes) = (new double[cols], new double[cols]);
            for (var k = 0; k < inner; k++)
            {
                AddScaled(left[(row * inner) + k], right.AsSpan(k * cols, cols), sums, sizes);
            }

            return Largest(result.AsSpan(row * cols, cols), sums, sizes);
        });
    }

    public static double Attention(DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float scale, bool causal) =>
        Attention(q, k, v, o, scale, (query, key) => causal && key > query ? double.NegativeInfinity : 0);

    /// <summary>Attention with something added to each score: −∞ where a query does not see a key.</summary>
    public static double Attention(
        DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float scale, Func<int, int, double> bias)
    {
        var (queries, keys, values, result) = (q.ToArray(), k.ToArray(), v.ToArray(), o.ToArray());
        var (length, depth) = (q.Shape[1], q.Shape[2]);
        return Largest(q.Shape[0] * length, row =>
        {
            var head = row / length * length;
            var weights = new double[length];
            for (var n = 0; n < weights.Length; n++)
            {
                for (var d = 0; d < depth; d++)
                {
                    weights[n] += (double)queries[(row * depth) + d] * keys[((head + n) * depth) + d];
                }

                weights[n] = (weights[n] * scale) + bias(row - head, n);
            }

            Normalize(weights);
            var (sums, sizes) = (new double[depth], new double[depth]);
            for (var n = 0; n < weights.Length; n++)
            {
                AddScaled(weights[n], values.AsSpan((head + n) * depth, depth), sums, sizes);
            }

            return Largest(result.AsSpan(row * depth, depth), sums, sizes);
        });
    }

    public static double Softmax(DeviceTensor<float> x, DeviceTensor<float> y) => OfRows(x, y, static row =>
    {
        var weights = (double[])row.Clone();
        Normalize(weights);
        return (weights, weights);
    });

    public static double LayerNorm(DeviceTensor<float> x, DeviceTensor<float> gamma, DeviceTensor<float> beta, DeviceTensor<float> y, float epsilon)
    {
        var (scale, shift) = (gamma.ToArray(), beta.ToArray());
        return OfRows(x, y, row =>
        {
            var mean = row.Average();
            var deviation = Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + epsilon);
            return (
                [.. row.Select((value, col) => ((value - mean) / deviation * scale[col]) + shift[col])],
                [.. row.Select((value, col) => ((Math.Abs(value) + Math.Abs(mean)) / deviation * Math.Abs(scale[col])) + Math.Abs(shift[col]))]);
        });
    }

    public static double RmsNorm(DeviceTensor<float> x, DeviceTensor<float> gamma, DeviceTensor<float> y, float epsilon)
    {
        var scale = gamma.ToArray();
        return OfRows(x, y, row =>
        {
            var root = Math.Sqrt(row.Average(static value => value * value) + epsilon);
            double[] expected = [.. row.Select((value, col) => value / root * scale[col])];
            return (expected, [.. expected.Select(Math.Abs)]);
        });
    }

    private static double OfRows(DeviceTensor<float> x, DeviceTensor<float> y, Func<double[], (double[] Expected, double[] Sizes)> formula)
    {
        var (source, result) = (x.ToArray(), y.ToArray());
        var cols = x.Shape[1];
        return Largest(x.Shape[0], row =>
        {
            var (expected, sizes) = formula([.. source.Skip(row * cols).Take(cols).Select(static value => (double)value)]);
            return Largest(result.AsSpan(row * cols, cols), expected, sizes);
        });
    }

    private static double Largest(int rows, Func<int, double> errorOfRow) =>
        Enumerable.Range(0, RowsChecked).Select(i => (int)((long)i * (rows - 1) / (RowsChecked - 1))).Max(errorOfRow);

    // A NaN is as far off as anything can be.
    private static double Largest(ReadOnlySpan<float> result, double[] expected, double[] sizes)
    {
        var largest = 0.0;
        for (var i = 0; i < result.Length; i++)
        {
            var error = Math.Abs(result[i] - expected[i]) / Math.Max(sizes[i], SmallestSize);
            largest = double.IsNaN(error) ? double.PositiveInfinity : Math.Max(largest, error);
        }

        return largest;
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
}
