namespace TileKit.Kernels.Tests.Harness;

/// <summary>Element types to and from float64.</summary>
internal static class Element
{
    public static T Of<T>(double value)
        where T : unmanaged => typeof(T) switch
        {
            var t when t == typeof(float) => (T)(object)(float)value,
            var t when t == typeof(Half) => (T)(object)(Half)value,
            var t when t == typeof(BFloat16) => (T)(object)(BFloat16)value,
            var t when t == typeof(sbyte) => (T)(object)(sbyte)value,
            _ => (T)(object)(int)value,
        };

    public static double ToDouble<T>(T value)
        where T : unmanaged => value switch
        {
            float x => x,
            Half x => (double)x,
            BFloat16 x => x,
            sbyte x => x,
            int x => x,
            _ => throw new NotSupportedException(typeof(T).Name),
        };

    public static string Name<T>() => Name(typeof(T));

    public static string Name(Type type) => type == typeof(float) ? "float" : type == typeof(sbyte) ? "sbyte" : type.Name;

    /// <summary>A number of unit scale that the type can hold.</summary>
    public static double Draw<T>(Random random)
        where T : unmanaged => typeof(T) == typeof(sbyte) ? random.Next(-128, 128) : ToDouble(Of<T>(Normal(random)));

    private static double Normal(Random random)
        => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
