namespace TileKit.Benchmarks.Peers;

/// <summary>ONNX's numbers for element types.</summary>
internal static class OnnxTypes
{
    public const int Byte = 2;
    public const int Int = 6;
    public const int Long = 7;

    private static readonly Dictionary<Type, int> s_numbers = new()
    {
        [typeof(float)] = 1,
        [typeof(byte)] = Byte,
        [typeof(sbyte)] = 3,
        [typeof(int)] = Int,
        [typeof(Half)] = 10,
        [typeof(BFloat16)] = 16,
    };

    public static int Of<T>() => s_numbers[typeof(T)];
}
