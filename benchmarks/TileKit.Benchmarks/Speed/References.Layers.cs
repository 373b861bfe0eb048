namespace TileKit.Benchmarks.Speed;

/// <content>What stands between the products of a transformer, and the loss after them.</content>
internal static partial class References
{
    public static double Silu(double x) => x / (1 + Math.Exp(-x));

    public static double Gelu(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    /// <summary>A formula of the elements of a tensor.</summary>
    public static Reference OfElements(DeviceTensor<float> x, Func<double, (double Value, double Size)> formula)
    {
        var source = x.ToArray();
        return OfPlaces(x.Shape, i => formula(source[i]));
    }

    /// <summary>A formula of the elements of two tensors at the same place.</summary>
    public static Reference OfElements(DeviceTensor<float> a, DeviceTensor<float> b, Func<double, double, (double Value, double Size)> formula)
    {
        var (left, right) = (a.ToArray(), b.ToArray());
        return OfPlaces(a.Shape, i => formula(left[i], right[i]));
    }

    /// <summary>A formula of the elements of the halves of a tensor's rows.</summary>
    public static Reference OfHalves(DeviceTensor<float> x, Func<double, double, (double Value, double Size)> formula)
    {
        var (source, cols) = (x.ToArray(), x.Shape[^1] / 2);
        return OfPlaces([source.Length / cols / 2, cols], i => formula(source[i + (i / cols * cols)], source[i + (i / cols * cols) + cols]));
    }

    public static Reference AddLayerNorm(
        DeviceTensor<float> x, DeviceTensor<float> residual, DeviceTensor<float> gamma, DeviceTensor<float> beta, float epsilon)
    {
        var (sum, scale, shift) = (Sums(x, residual), gamma.ToArray(), beta.ToArray());
        return new(x.Shape[0], row => LayerNorm(sum(row), scale, shift, epsilon));
    }

    public static Reference AddRmsNorm(DeviceTensor<float> x, DeviceTensor<float> residual, DeviceTensor<float> gamma, float epsilon)
    {
        var (sum, scale) = (Sums(x, residual), gamma.ToArray());
        return new(x.Shape[0], row => RmsNorm(sum(row), scale, epsilon));
    }

    public static Reference Rope(DeviceTensor<float> x, DeviceTensor<float> cos, DeviceTensor<float> sin)
    {
        var (source, c, s) = (x.ToArray(), cos.ToArray(), sin.ToArray());
        var (places, half) = (cos.Shape[0], cos.Shape[1]);
        return OfPlaces(x.Shape, i =>
        {
            var (place, col) = (i / (2 * half) % places, i % (2 * half));
            var angle = (place * half) + (col % half);
            var straight = (double)source[i] * c[angle];
            var turned = col < half ? -(double)source[i + half] * s[angle] : (double)source[i - half] * s[angle];
            return (straight + turned, Math.Abs(straight) + Math.Abs(turned));
        });
    }

    public static Reference Compose(DeviceTensor<float> x, DeviceTensor<float> lora, DeviceTensor<float> m, DeviceTensor<float> norm, float s)
    {
        var (magnitudes, norms, cols) = (m.ToArray(), norm.ToArray(), m.Shape[0]);
        var (frozen, added) = (x.ToArray(), lora.ToArray());
        return OfPlaces(x.Shape, i =>
        {
            var g = magnitudes[i % cols] / Math.Max((double)norms[i % cols], 1e-12);
            return (((g - 1) * frozen[i]) + (g * s * added[i]), ((Math.Abs(g) + 1) * Math.Abs(frozen[i])) + Math.Abs(g * s * added[i]));
        });
    }

    /// <summary>The norms of the rows of w + scale·b·a.</summary>
    public static Reference RowNorms(DeviceTensor<float> w, DeviceTensor<float> a, DeviceTensor<float> b, float scale)
    {
        var (weight, down, up) = (w.ToArray(), a.ToArray(), b.ToArray());
        var (cols, rank) = (w.Shape[1], a.Shape[0]);
        return new(w.Shape[0], row =>
        {
            var (sums, sizes) = (new double[cols], new double[cols]);
            AddScaled(1, weight.AsSpan(row * cols, cols), sums, sizes);
            for (var k = 0; k < rank; k++)
            {
                AddScaled(scale * up[(row * rank) + k], down.AsSpan(k * cols, cols), sums, sizes);
            }

            var length = Math.Sqrt(sums.Sum(value => value * value));
            return ([length], [length]);
        });
    }

    /// <summary>The logits of a token, without storing those of all.</summary>
    public static Func<int, double[]> Linear(DeviceTensor<float> x, DeviceTensor<float> w)
    {
        var (tokens, weights, size) = (x.ToArray(), w.ToArray(), x.Shape[1]);
        return token =>
        {
            var logits = new double[weights.Length / size];
            for (var i = 0; i < logits.Length; i++)
            {
                logits[i] = Dot(tokens.AsSpan(token * size, size), weights.AsSpan(i * size, size));
            }

            return logits;
        };
    }

    /// <summary>The rows of a tensor.</summary>
    public static Func<int, double[]> Rows(DeviceTensor<float> x)
    {
        var (source, cols) = (x.ToArray(), x.Shape[^1]);
        return row => Array.ConvertAll(source[(row * cols)..((row + 1) * cols)], static value => (double)value);
    }

    public static Reference CrossEntropy(Func<int, double[]> logitsOf, DeviceTensor<int> targets)
    {
        var classes = targets.ToArray();
        return new(classes.Length, token =>
        {
            var logits = logitsOf(token);
            var largest = logits.Max();
            var lse = largest + Math.Log(logits.Sum(logit => Math.Exp(logit - largest)));
            var at = logits[classes[token]];
            return ([lse - at], [Math.Abs(lse) + Math.Abs(at)]);
        });
    }

    /// <summary>The experts of a token and their weights: the largest logits, and the softmax over them.</summary>
    public static Func<int, (int[] Experts, double[] Weights)> Routing(DeviceTensor<float> x, DeviceTensor<float> router, int choices)
    {
        var logitsOf = Linear(x, router);
        return token =>
        {
            var logits = logitsOf(token);
            int[] best = [.. Enumerable.Range(0, logits.Length).OrderByDescending(e => logits[e]).Take(choices)];
            var weights = Array.ConvertAll(best, e => logits[e]);
            Normalize(weights);
            return (best, weights);
        };
    }

    /// <summary>The weighted sums of what a token's experts make of it.</summary>
    public static Reference Experts(
        DeviceTensor<float> x, DeviceTensor<float> w1, DeviceTensor<float> w2, Func<int, (int[] Experts, double[] Weights)> routing)
    {
        var (tokens, first, second) = (x.ToArray(), w1.ToArray(), w2.ToArray());
        var (width, inner) = (x.Shape[1], w2.Shape[2]);
        return new(x.Shape[0], row =>
        {
            var (experts, weights) = routing(row);
            var token = tokens.AsMemory(row * width, width);
            var (sums, sizes) = (new double[width], new double[width]);
            for (var k = 0; k < experts.Length; k++)
            {
                var start = experts[k] * 2 * inner;
                var hidden = Enumerable.Range(0, inner).Select(i =>
                    Silu(Dot(token.Span, first.AsSpan((start + (2 * i)) * width, width)))
                        * Dot(token.Span, first.AsSpan((start + (2 * i) + 1) * width, width))).ToArray();
                for (var col = 0; col < width; col++)
                {
                    for (var i = 0; i < inner; i++)
                    {
                        var term = weights[k] * hidden[i] * second[(((experts[k] * width) + col) * inner) + i];
                        sums[col] += term;
                        sizes[col] += Math.Abs(term);
                    }
                }
            }

            return (sums, sizes);
        });
    }

    private static Func<int, double[]> Sums(DeviceTensor<float> x, DeviceTensor<float> residual)
    {
        var (left, right) = (Rows(x), Rows(residual));
        return row => [.. left(row).Zip(right(row), static (a, b) => a + b)];
    }

    private static Reference OfPlaces(ReadOnlySpan<int> shape, Func<int, (double Value, double Size)> formula)
    {
        var cols = shape[^1];
        var rows = 1;
        foreach (var size in shape[..^1])
        {
            rows *= size;
        }

        return new(rows, row =>
        {
            var expected = Enumerable.Range(row * cols, cols).Select(formula).ToArray();
            return ([.. expected.Select(static e => e.Value)], [.. expected.Select(static e => e.Size)]);
        });
    }
}
