namespace Transformer;

/// <summary>The same block in float64, one element after the other: what the kernels must agree with.</summary>
internal sealed class Float64Block(Sizes z, Weights weights)
{
    public double[] Forward(double[] x)
    {
        var normed = RmsNorm(x, "gamma1");
        var queries = Rope(Project("q", normed), z.QueryHeads);
        var keys = Rope(Project("k", normed), z.KeyHeads);
        var middle = Sum(x, Project("o", Attention(queries, keys, Project("v", normed))));
        return Sum(middle, Experts(RmsNorm(middle, "gamma2")));
    }

    private double[] RmsNorm(double[] x, string gamma) => Each(x, (s, c) =>
    {
        var square = 0.0;
        for (var i = 0; i < z.Width; i++)
            square += x[s * z.Width + i] * x[s * z.Width + i];
        return x[s * z.Width + c] / Math.Sqrt(square / z.Width + 1e-6) * W(gamma, c);
    });

    // y_j = m_j / ‖V_j‖ · (x·V_j) with V = W + s·B·A
    private double[] Project(string name, double[] x)
    {
        var (rows, cols) = (weights["w" + name].Shape[0], weights["w" + name].Shape[1]);
        var y = new double[z.Sequence * rows];
        Parallel.For(0, rows, j =>
        {
            var adapted = new double[cols];
            for (var c = 0; c < cols; c++)
            {
                adapted[c] = W("w" + name, j * cols + c);
                for (var r = 0; r < z.Rank; r++)
                    adapted[c] += z.Scale * W("b" + name, j * z.Rank + r) * W("a" + name, r * cols + c);
            }

            var length = Math.Sqrt(adapted.Sum(v => v * v));
            for (var s = 0; s < z.Sequence; s++)
                y[s * rows + j] = W("m" + name, j) / length * Dot(adapted, 0, x, s * cols, cols);
        });
        return y;
    }

    private double[] Rope(double[] x, int heads)
    {
        var (y, half) = (new double[x.Length], z.HeadSize / 2);
        for (var n = 0; n < z.Sequence * heads; n++)
        {
            for (var c = 0; c < half; c++)
            {
                var (at, angle) = (n * z.HeadSize + c, n / heads * half + c);
                y[at] = x[at] * W("cos", angle) - x[at + half] * W("sin", angle);
                y[at + half] = x[at + half] * W("cos", angle) + x[at] * W("sin", angle);
            }
        }

        return y;
    }

    private double[] Attention(double[] q, double[] k, double[] v)
    {
        var (o, d, shared) = (new double[q.Length], z.HeadSize, z.QueryHeads / z.KeyHeads);
        Parallel.For(0, z.Sequence * z.QueryHeads, n =>
        {
            var (s, kv) = (n / z.QueryHeads, n % z.QueryHeads / shared);
            var scores = Enumerable.Range(0, s + 1).Select(t => Dot(q, n * d, k, (t * z.KeyHeads + kv) * d, d) / Math.Sqrt(d)).ToArray();
            var most = scores.Max();
            var sum = scores.Sum(score => Math.Exp(score - most));
            for (var t = 0; t <= s; t++)
                for (var c = 0; c < d; c++)
                    o[n * d + c] += Math.Exp(scores[t] - most) / sum * v[(t * z.KeyHeads + kv) * d + c];
        });
        return o;
    }

    private double[] Experts(double[] x)
    {
        var o = new double[x.Length];
        Parallel.For(0, z.Sequence, s =>
        {
            var chosen = Enumerable.Range(0, z.Experts).Select(e => (Expert: e, Logit: Dot("router", e * z.Width, x, s * z.Width, z.Width)))
                .OrderByDescending(e => e.Logit).Take(z.Choices).ToArray();
            var sum = chosen.Sum(e => Math.Exp(e.Logit - chosen[0].Logit));
            foreach (var (expert, logit) in chosen)
            {
                var inner = new double[z.Inner];
                for (var i = 0; i < z.Inner; i++)
                {
                    var gate = Dot("w1", (expert * 2 * z.Inner + 2 * i) * z.Width, x, s * z.Width, z.Width);
                    inner[i] = gate / (1 + Math.Exp(-gate)) * Dot("w1", (expert * 2 * z.Inner + 2 * i + 1) * z.Width, x, s * z.Width, z.Width);
                }

                for (var c = 0; c < z.Width; c++)
                    o[s * z.Width + c] += Math.Exp(logit - chosen[0].Logit) / sum * Dot("w2", (expert * z.Width + c) * z.Inner, inner, 0, z.Inner);
            }
        });
        return o;
    }

    private double[] Each(double[] x, Func<int, int, double> element) => [.. Enumerable.Range(0, x.Length).AsParallel().AsOrdered().Select(n => element(n / z.Width, n % z.Width))];

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private double W(string name, int index) => weights[name].Data[index];

    private double Dot(string name, int from, double[] b, int at, int count)
    {
        var (sum, data) = (0.0, weights[name].Data);
        for (var i = 0; i < count; i++)
            sum += data[from + i] * b[at + i];
        return sum;
    }

    private static double Dot(double[] a, int from, double[] b, int at, int count)
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            sum += a[from + i] * b[at + i];
        return sum;
    }
}
