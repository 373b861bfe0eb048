namespace TileKit.Benchmarks.Speed;

/// <content>Attention, where each row of queries names the rows of keys that it sees.</content>
internal static partial class References
{
    /// <summary>Attention of any kind: rows are the last dimension, counted over all the others as they lie in memory.</summary>
    /// <param name="q">The queries.</param>
    /// <param name="k">The keys.</param>
    /// <param name="v">The values, in the same order as the keys.</param>
    /// <param name="scale">What scores are multiplied with.</param>
    /// <param name="keysOf">The rows of keys that a row of queries sees.</param>
    /// <param name="bias">What is added to the score of a row of queries and the key that is the so-manyth it sees; nothing where null.</param>
    public static Reference Attention(
        DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, float scale, Func<int, IEnumerable<int>> keysOf,
        Func<int, int, double>? bias = null)
    {
        var (queries, keys, values) = (q.ToArray(), k.ToArray(), v.ToArray());
        var size = q.Shape[^1];
        return new(queries.Length / size, row =>
        {
            int[] seen = [.. keysOf(row)];
            var query = queries.AsMemory(row * size, size);
            double[] weights =
                [.. seen.Select((key, n) => (scale * Dot(query.Span, keys.AsSpan(key * size, size))) + (bias?.Invoke(row, n) ?? 0))];
            Normalize(weights);
            var (sums, sizes) = (new double[size], new double[size]);
            for (var n = 0; n < seen.Length; n++)
            {
                AddScaled(weights[n], values.AsSpan(seen[n] * size, size), sums, sizes);
            }

            return (sums, sizes);
        });
    }

    /// <summary>Attention of heads that lie one after the other, [H, S, D], causal or not.</summary>
    public static Reference Attention(DeviceTensor<float> q, DeviceTensor<float> k, DeviceTensor<float> v, float scale, bool causal)
    {
        var length = q.Shape[^2];
        return Attention(q, k, v, scale, row => Enumerable.Range(row / length * length, causal ? (row % length) + 1 : length));
    }

    /// <summary>The keys of a place's window on an axis, where it shifts at the ends.</summary>
    public static IEnumerable<int> Window(int place, int length, int window) =>
        Enumerable.Range(Math.Clamp(place - (window / 2), 0, length - window), window);
}
