using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>Attention in float64, one query after the other.</summary>
internal static class AttentionReference
{
    public static Expectation Of(TestTensor q, TestTensor k, TestTensor v, float scale, bool causal)
    {
        var o = new Expectation([q.Batch, q.Depth, q.Rows, v.Cols]);
        for (var b = 0; b < q.Batch; b++)
        {
            for (var h = 0; h < q.Depth; h++)
            {
                for (var i = 0; i < q.Rows; i++)
                {
                    var visible = causal ? Math.Clamp(i + k.Rows - q.Rows + 1, 0, k.Rows) : k.Rows;
                    Row(o, q, k, v, b, h, h / (q.Depth / k.Depth), i, visible, scale);
                }
            }
        }

        return o;
    }

    private static void Row(Expectation o, TestTensor q, TestTensor k, TestTensor v, int b, int h, int kv, int i, int visible, float scale)
    {
        var weights = new double[visible];
        for (var j = 0; j < visible; j++)
        {
            for (var c = 0; c < q.Cols; c++)
            {
                weights[j] += q[b, h, i, c] * k[b, kv, j, c];
            }

            weights[j] *= scale;
        }

        var max = weights.Aggregate(double.NegativeInfinity, Math.Max);
        var shift = double.IsNegativeInfinity(max) ? 0 : max;
        weights = Array.ConvertAll(weights, s => Math.Exp(s - shift));
        var total = weights.Sum();
        for (var c = 0; c < v.Cols; c++)
        {
            var (sum, absolutes) = (0.0, 0.0);
            for (var j = 0; j < visible; j++)
            {
                sum += weights[j] * v[b, kv, j, c];
                absolutes += weights[j] * Math.Abs(v[b, kv, j, c]);
            }

            o.Set(b, h, i, c, total == 0 ? sum : sum / total, total == 0 ? 0 : absolutes / total);
        }
    }
}
