namespace TileKit.Benchmarks.Speed;

/// <summary>Some rows of a result in float64, computed when first asked for: the first, the last and every so many between them.</summary>
/// <param name="rows">How many rows the result has.</param>
/// <param name="row">A row of the result, and the same expression over absolute values.</param>
internal sealed class Reference(int rows, Func<int, (double[] Expected, double[] Sizes)> row)
{
    private const int RowsChecked = 37;

    // below this an element is denormal in float, and nobody keeps its relative error
    private const double SmallestSize = 1.2e-38;

    private readonly Lazy<(int Row, double[] Expected, double[] Sizes)[]> _rows = new(() =>
        [.. Enumerable.Range(0, RowsChecked).Select(i => (int)((long)i * (rows - 1) / (RowsChecked - 1))).Distinct().Select(place =>
        {
            var (expected, sizes) = row(place);
            return (place, expected, sizes);
        })]);

    /// <summary>
    /// The largest error of these rows, relative to the same expression over absolute values, since cancellation is nobody's fault. A NaN
    /// is as far off as anything can be.
    /// </summary>
    public double Error(DeviceTensor<float> result) => Error(result.ToArray(), static value => value);

    /// <inheritdoc cref="Error(DeviceTensor{float})"/>
    public double Error(DeviceTensor<Half> result) => Error(result.ToArray(), static value => (double)value);

    /// <inheritdoc cref="Error(DeviceTensor{float})"/>
    public double Error(DeviceTensor<BFloat16> result) => Error(result.ToArray(), static value => (float)value);

    private double Error<T>(T[] result, Func<T, double> value)
    {
        var largest = 0.0;
        foreach (var (place, expected, sizes) in _rows.Value)
        {
            for (var col = 0; col < expected.Length; col++)
            {
                var error = Math.Abs(value(result[((long)place * expected.Length) + col]) - expected[col]) / Math.Max(sizes[col], SmallestSize);
                largest = double.IsNaN(error) ? double.PositiveInfinity : Math.Max(largest, error);
            }
        }

        return largest;
    }
}
