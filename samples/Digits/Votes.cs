using System.Numerics.Tensors;

namespace Digits;

/// <summary>What the kernel gave: for each query a weight per class, and its reading.</summary>
internal sealed class Votes(float[] weights)
{
    public int Count => weights.Length / DigitSet.Classes;

    public ReadOnlySpan<float> this[int query] => weights.AsSpan(query * DigitSet.Classes, DigitSet.Classes);

    /// <summary>The class with the greatest weight.</summary>
    public int Predicted(int query) => TensorPrimitives.IndexOfMax(this[query]);

    /// <summary>The share of queries whose prediction is the label.</summary>
    public double Accuracy(int[] labels) =>
        Enumerable.Range(0, Count).Count(query => Predicted(query) == labels[query]) / (double)Count;

    /// <summary>
    /// The largest error against the same formula in float64, each relative to Σ|p·v|. Weights and values are never
    /// negative, so that sum is the reference itself.
    /// </summary>
    public double LargestRelativeError(double[] reference) =>
        reference.Select((exact, i) => Math.Abs(weights[i] - exact) / exact).Aggregate(0.0, Math.Max);
}
