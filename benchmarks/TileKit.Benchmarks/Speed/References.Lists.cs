namespace TileKit.Benchmarks.Speed;

/// <content>Kernels that follow lists or windows.</content>
internal static partial class References
{
    /// <summary>The keys of a place's window on an axis, where it shifts at the ends.</summary>
    public static IEnumerable<int> Window(int place, int length, int window) => Enumerable.Range(Math.Clamp(place - (window / 2), 0, length - window), window);

    /// <summary>Attention where each row of queries names the rows of keys that it sees, whatever the dimensions before them.</summary>
    public static double Attention(
        DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, DeviceTensor<float> o, float scale,
        Func<int, IEnumerable<int>> keysOf)
    {
        var (queries, keys, values, result) = (q.ToArray(), k.ToArray(), v.ToArray(), o.ToArray());
        var size = q.Shape[^1];
        return Largest(queries.Length / size, row =>
        {
            int[] seen = [.. keysOf(row)];
            var weights = Array.ConvertAll(seen, key => scale * Dot(queries.AsSpan(row * size, size), keys.AsSpan(key * size, size)));
            Normalize(weights);
            var (sums, sizes) = (new double[size], new double[size]);
            for (var n = 0; n < seen.Length; n++)
            {
                AddScaled(weights[n], values.AsSpan(seen[n] * size, size), sums, sizes);
            }

            return Largest(result.AsSpan(row * size, size), sums, sizes);
        });
    }

    public static double Experts(
        DeviceTensor<float> x, DeviceTensor<float> router, DeviceTensor<float> w1, DeviceTensor<float> w2, DeviceTensor<float> o, int choices)
    {
        var (tokens, gates, first, second, result) = (x.ToArray(), router.ToArray(), w1.ToArray(), w2.ToArray(), o.ToArray());
        var (width, experts, inner) = (x.Shape[1], router.Shape[0], w2.Shape[2]);
        return Largest(x.Shape[0], row =>
        {
            var token = tokens.AsMemory(row * width, width);
            var logits = Enumerable.Range(0, experts).Select(e => Dot(token.Span, gates.AsSpan(e * width, width))).ToArray();
            int[] best = [.. Enumerable.Range(0, experts).OrderByDescending(e => logits[e]).Take(choices)];
            var weights = Array.ConvertAll(best, e => logits[e]);
            Normalize(weights);
            var (sums, sizes) = (new double[width], new double[width]);
            for (var k = 0; k < choices; k++)
            {
                var hidden = Enumerable.Range(0, inner).Select(i =>
                {
                    var gate = Dot(token.Span, first.AsSpan(((best[k] * 2 * inner) + (2 * i)) * width, width));
                    return gate / (1 + Math.Exp(-gate)) * Dot(token.Span, first.AsSpan(((best[k] * 2 * inner) + (2 * i) + 1) * width, width));
                }).ToArray();
                for (var col = 0; col < width; col++)
                {
                    for (var i = 0; i < inner; i++)
                    {
                        var term = weights[k] * hidden[i] * second[(((best[k] * width) + col) * inner) + i];
                        sums[col] += term;
                        sizes[col] += Math.Abs(term);
                    }
                }
            }

            return Largest(result.AsSpan(row * width, width), sums, sizes);
        });
    }

    public static double RowNorms(DeviceTensor<float> w, DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> norm, float scale)
    {
        var (weight, down, up, result) = (w.ToArray(), a.ToArray(), b.ToArray(), norm.ToArray());
        var (cols, rank) = (w.Shape[1], a.Shape[0]);
        return Largest(w.Shape[0], row =>
        {
            var (sums, sizes) = (new double[cols], new double[cols]);
            AddScaled(1, weight.AsSpan(row * cols, cols), sums, sizes);
            for (var k = 0; k < rank; k++)
            {
                AddScaled(scale * up[(row * rank) + k], down.AsSpan(k * cols, cols), sums, sizes);
            }

            var length = Math.Sqrt(sums.Sum(value => value * value));
            return Largest(result.AsSpan(row, 1), [length], [length]);
        });
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
