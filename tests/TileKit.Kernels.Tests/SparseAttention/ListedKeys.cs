using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Attention in float64 where each query names the keys that it sees.</summary>
internal static class ListedKeys
{
    /// <summary>The result with its scales; <paramref name="keys"/> has the keys of query i of head h in batch b.</summary>
    public static Expectation Attend(TestTensor q, TestTensor k, TestTensor v, float scale, Func<int, int, int, IEnumerable<int>> keys)
    {
        var o = new Expectation([q.Batch, q.Depth, q.Rows, v.Cols]);
        for (var b = 0; b < q.Batch; b++)
        {
            for (var h = 0; h < q.Depth; h++)
            {
                var kv = h / (q.Depth / k.Depth);
                for (var i = 0; i < q.Rows; i++)
                {
                    int[] seen = [.. keys(b, h, i)];
                    var weights = Weights(seen, j => scale * Enumerable.Range(0, q.Cols).Sum(c => q[b, h, i, c] * k[b, kv, j, c]));
                    for (var c = 0; c < v.Cols; c++)
                    {
                        var (value, size) = (0.0, 0.0);
                        for (var n = 0; n < seen.Length; n++)
                        {
                            value += weights[n] * v[b, kv, seen[n], c];
                            size += weights[n] * Math.Abs(v[b, kv, seen[n], c]);
                        }

                        o.Set(b, h, i, c, value, size);
                    }
                }
            }
        }

        return o;
    }

    /// <summary>The softmax of the scores of some keys.</summary>
    public static double[] Weights(int[] keys, Func<int, double> score)
    {
        var scores = Array.ConvertAll(keys, j => score(j));
        var largest = scores.DefaultIfEmpty(0).Max();
        var powers = Array.ConvertAll(scores, s => Math.Exp(s - largest));
        return Array.ConvertAll(powers, p => p / powers.Sum());
    }
}
