using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>Normalisation of one row in float64.</summary>
internal static class NormReferences
{
    public static (double Value, double Scale)[] Softmax(double[] x, TestTensor[] weights)
    {
        var max = x.Aggregate(double.NegativeInfinity, Math.Max);
        var powers = Array.ConvertAll(x, v => Math.Exp(v - max));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, p => (p / sum, p / sum));
    }

    public static (double Value, double Scale)[] LayerNorm(double[] x, TestTensor[] weights)
    {
        var mean = x.Sum() / x.Length;
        var meanOfAbsolutes = x.Sum(Math.Abs) / x.Length;
        var variance = x.Sum(v => (v - mean) * (v - mean)) / x.Length;
        var factor = 1 / Math.Sqrt(variance + NormKernels.Epsilon);
        return
        [
            .. x.Select((v, col) =>
            {
                var (gamma, beta) = (weights[0].Values[col], weights[1].Values[col]);
                return (
                    ((v - mean) * factor * gamma) + beta,
                    ((Math.Abs(v) + meanOfAbsolutes) * factor * Math.Abs(gamma)) + Math.Abs(beta));
            }),
        ];
    }

    public static (double Value, double Scale)[] RmsNorm(double[] x, TestTensor[] weights)
    {
        var factor = 1 / Math.Sqrt((x.Sum(v => v * v) / x.Length) + NormKernels.Epsilon);
        return [.. x.Select((v, col) => v * factor * weights[0].Values[col]).Select(y => (y, Math.Abs(y)))];
    }
}
