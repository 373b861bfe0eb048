namespace Digits;

/// <summary>The computation as the formula says it, in float64: what the kernel is held against.</summary>
internal static class Float64
{
    /// <summary>softmax(beta·q·kᵀ)·v, row by row.</summary>
    public static double[] Classify(DigitSet queries, DigitSet keys, float[] values, float beta)
    {
        var result = new double[queries.Count * DigitSet.Classes];
        for (var row = 0; row < queries.Count; row++)
        {
            var scores = Enumerable.Range(0, keys.Count).Select(key => beta * Dot(queries, row, keys, key)).ToArray();
            var largest = scores.Max();
            var weights = scores.Select(score => Math.Exp(score - largest)).ToArray();
            var sum = weights.Sum();
            for (var key = 0; key < keys.Count; key++)
            {
                for (var c = 0; c < DigitSet.Classes; c++)
                {
                    result[row * DigitSet.Classes + c] += weights[key] / sum * values[key * DigitSet.Classes + c];
                }
            }
        }

        return result;
    }

    private static double Dot(DigitSet a, int i, DigitSet b, int j)
    {
        var sum = 0.0;
        for (var p = 0; p < DigitSet.Pixels; p++)
        {
            sum += (double)a.Unit[i * DigitSet.Pixels + p] * b.Unit[j * DigitSet.Pixels + p];
        }

        return sum;
    }
}
