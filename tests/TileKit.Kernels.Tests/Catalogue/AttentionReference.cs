using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The scaled score of query i and key j of head [b, h] after mask and bias; null where the query does not see the key.</summary>
internal delegate double? Score(double scaled, int b, int h, int i, int j);

/// <summary>Attention in float64, one query after the other.</summary>
internal static class AttentionReference
{
    public static Expectation Of(TestTensor q, TestTensor k, TestTensor v, float scale, bool causal)
        => Of(q, k, v, scale, Causal(causal, k.Rows - q.Rows));

    /// <summary>The causal mask, aligned at the last query and key.</summary>
    public static Score Causal(bool causal, int ahead) => (s, _, _, i, j) => causal && j > i + ahead ? null : s;

    /// <summary>softmax·v; with the log-sum-exp as one more column where a scale for its error is given.</summary>
    public static Expectation Of(TestTensor q, TestTensor k, TestTensor v, float scale, Score score, double? lseScale = null)
    {
        var o = new Expectation([q.Batch, q.Depth, q.Rows, v.Cols + (lseScale is null ? 0 : 1)]);
        for (var b = 0; b < q.Batch; b++)
        {
            for (var h = 0; h < q.Depth; h++)
            {
                for (var i = 0; i < q.Rows; i++)
                {
                    Row(o, q, k, v, b, h, h / (q.Depth / k.Depth), i, scale, score, lseScale);
                }
            }
        }

        return o;
    }

    private static void Row(
        Expectation o, TestTensor q, TestTensor k, TestTensor v, int b, int h, int kv, int i, float scale, Score score, double? lseScale)
    {
        var seen = new List<(int Key, double Score)>();
        var largest = 0.0;
        for (var j = 0; j < k.Rows; j++)
        {
            var (sum, absolutes) = (0.0, 0.0);
            for (var c = 0; c < q.Cols; c++)
            {
                sum += q[b, h, i, c] * k[b, kv, j, c];
                absolutes += Math.Abs(q[b, h, i, c] * k[b, kv, j, c]);
            }

            if (score(sum * scale, b, h, i, j) is { } s)
            {
                seen.Add((j, s));
                largest = double.IsFinite(s) ? Math.Max(largest, (absolutes * scale) + Math.Abs(s - (sum * scale))) : largest;
            }
        }

        var max = seen.Aggregate(double.NegativeInfinity, (m, s) => Math.Max(m, s.Score));
        var shift = double.IsNegativeInfinity(max) ? 0 : max;
        var weights = seen.ConvertAll(s => Math.Exp(s.Score - shift));
        var total = weights.Sum();
        for (var c = 0; c < v.Cols; c++)
        {
            var (sum, absolutes) = (0.0, 0.0);
            for (var n = 0; n < seen.Count; n++)
            {
                var value = v[b, kv, seen[n].Key, c];
                sum += weights[n] * value;
                absolutes += weights[n] * Math.Abs(value);
            }

            o.Set(b, h, i, c, total == 0 ? sum : sum / total, total == 0 ? 0 : absolutes / total);
        }

        if (lseScale is { } factor)
        {
            o.Set(b, h, i, v.Cols, shift + Math.Log(total), factor * (largest + Math.Abs(Math.Log(total))));
        }
    }
}
