using System.Globalization;

namespace TileKit.Kernels.Tests.Harness;

/// <summary>What a launch computes in float64, and the same expression over absolute values, which errors are relative to.</summary>
internal sealed record Expectation(int[] Shape, double[] Values, double[] Scales)
{
    public Expectation(int[] shape)
        : this(shape, new double[TestTensor.Length(shape)], new double[TestTensor.Length(shape)])
    {
    }

    public int Cols => Shape[^1];

    public int Rows => Shape.Length > 1 ? Shape[^2] : 1;

    public int Depth => Shape.Length > 2 ? Shape[^3] : 1;

    public int Batch => Shape.Length > 3 ? Shape[0] : 1;

    public void Set(int b, int d, int row, int col, double value, double scale)
    {
        var i = (((((b * Depth) + d) * Rows) + row) * Cols) + col;
        (Values[i], Scales[i]) = (value, scale);
    }

    /// <summary>The first element that is off by more than the precision allows, in words; null if there is none.</summary>
    public string? Fault(double[] actual, Precision precision)
    {
        if (actual.Length != Values.Length)
        {
            return $"{actual.Length} elements instead of {Values.Length}";
        }

        for (var i = 0; i < actual.Length; i++)
        {
            var (expected, found) = (Values[i], actual[i]);
            var agrees = double.IsFinite(expected)
                ? Math.Abs(found - expected) <= (precision.Relative * Scales[i]) + precision.Absolute
                : expected.Equals(found);
            if (!agrees)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"element {i} of [{string.Join(", ", Shape)}]: expected {expected:R}, found {found:R}, scale {Scales[i]:R}, {precision}");
            }
        }

        return null;
    }
}
