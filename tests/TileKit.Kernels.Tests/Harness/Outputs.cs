namespace TileKit.Kernels.Tests.Harness;

/// <summary>Results of launches with several outputs, and inputs of integers.</summary>
internal static class Outputs
{
    /// <summary>All elements in float64.</summary>
    public static double[] Read<T>(this DeviceTensor<T> tensor)
        where T : unmanaged => Array.ConvertAll(tensor.ToArray(), Element.ToDouble);

    /// <summary>All elements in float64.</summary>
    public static double[] Read<T>(this T[] elements)
        where T : unmanaged => Array.ConvertAll(elements, Element.ToDouble);

    /// <summary>One expectation after the other, as a single row. Integers have scale 0, so that they must be exact.</summary>
    public static Expectation Join(params Expectation[] parts) => new(
        [parts.Sum(part => part.Values.Length)],
        [.. parts.SelectMany(part => part.Values)],
        [.. parts.SelectMany(part => part.Scales)]);

    /// <summary>What must come out exactly.</summary>
    public static Expectation Exactly(int[] shape, double[] values) => new(shape, values, new double[values.Length]);

    /// <summary>Integers as an input.</summary>
    public static TestTensor Integers(int[] shape, IEnumerable<int> values) => new(shape, [.. values.Select(value => (double)value)]);
}
