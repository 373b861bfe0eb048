namespace TileKit.Benchmarks.Speed;

/// <content>What stands between the products of a transformer, and the loss after them.</content>
internal static partial class References
{
    public static double Silu(double x) => x / (1 + Math.Exp(-x));

    public static double Gelu(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    /// <summary>A formula of the elements of two tensors at the same place.</summary>
    public static double OfElements(
        DeviceTensor<float> y, DeviceTensor<float> a, DeviceTensor<float> b, Func<double, double, (double Value, double Size)> formula)
    {
        var (left, right) = (a.ToArray(), b.ToArray());
        return OfPlaces(y, i => formula(left[i], right[i]));
    }

    /// <summary>A formula of the elements of the halves of a tensor's rows.</summary>
    public static double OfHalves(DeviceTensor<float> y, DeviceTensor<float> x, Func<double, double, (double Value, double Size)> formula)
    {
        var (source, cols) = (x.ToArray(), y.Shape[^1]);
        return OfPlaces(y, i => formula(source[i + (i / cols * cols)], source[i + (i / cols * cols) + cols]));
    }

    public static double Rope(DeviceTensor<float> x, DeviceTensor<float> cos, DeviceTensor<float> sin, DeviceTensor<float> y)
    {
        var (source, c, s) = (x.ToArray(), cos.ToArray(), sin.ToArray());
        var (places, half) = (cos.Shape[0], cos.Shape[1]);
        return OfPlaces(y, i =>
        {
            var (place, col) = (i / (2 * half) % places, i % (2 * half));
            var angle = (place * half) + (col % half);
            var straight = (double)source[i] * c[angle];
            var turned = col < half ? -(double)source[i + half] * s[angle] : (double)source[i - half] * s[angle];
            return (straight + turned, Math.Abs(straight) + Math.Abs(turned));
        });
    }

    public static double Compose(
        DeviceTensor<float> x, DeviceTensor<float> lora, DeviceTensor<float> m, DeviceTensor<float> norm, DeviceTensor<float> delta, float s)
    {
        var (magnitudes, norms, cols) = (m.ToArray(), norm.ToArray(), m.Shape[0]);
        var (frozen, added) = (x.ToArray(), lora.ToArray());
        return OfPlaces(delta, i =>
        {
            var g = magnitudes[i % cols] / Math.Max((double)norms[i % cols], 1e-12);
            return (((g - 1) * frozen[i]) + (g * s * added[i]), ((Math.Abs(g) + 1) * Math.Abs(frozen[i])) + Math.Abs(g * s * added[i]));
        });
    }

    /// <summary>The logits of a token, without storing those of all.</summary>
    public static Func<int, double[]> Linear(DeviceTensor<float> x, DeviceTensor<float> w)
    {
        var (tokens, weights, size) = (x.ToArray(), w.ToArray(), x.Shape[1]);
        return token =>
        {
            var logits = new double[w.Shape[0]];
            for (var i = 0; i < weights.Length; i++)
            {
                logits[i / size] += (double)tokens[(token * size) + (i % size)] * weights[i];
            }

            return logits;
        };
    }

    /// <summary>The rows of a tensor.</summary>
    public static Func<int, double[]> Rows(DeviceTensor<float> x)
    {
        var (source, cols) = (x.ToArray(), x.Shape[1]);
        return row => [.. source.AsSpan(row * cols, cols).ToArray().Select(static value => (double)value)];
    }

    public static double CrossEntropy(Func<int, double[]> logitsOf, DeviceTensor<int> targets, DeviceTensor<float> loss)
    {
        var (classes, losses) = (targets.ToArray(), loss.ToArray());
        return Largest(losses.Length, token =>
        {
            var logits = logitsOf(token);
            var largest = logits.Max();
            var lse = largest + Math.Log(logits.Sum(logit => Math.Exp(logit - largest)));
            var at = logits[classes[token]];
            return Largest(losses.AsSpan(token, 1), [lse - at], [Math.Abs(lse) + Math.Abs(at)]);
        });
    }

    private static double OfPlaces(DeviceTensor<float> y, Func<int, (double Value, double Size)> formula)
    {
        var (result, cols) = (y.ToArray(), y.Shape[^1]);
        return Largest(result.Length / cols, row =>
        {
            var expected = Enumerable.Range(row * cols, cols).Select(formula).ToArray();
            return Largest(result.AsSpan(row * cols, cols), [.. expected.Select(e => e.Value)], [.. expected.Select(e => e.Size)]);
        });
    }
}
