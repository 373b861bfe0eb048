namespace TileKit.Benchmarks.Micro;

/// <summary>What tensors are filled with.</summary>
internal static class Values
{
    public static DeviceTensor<float> Uniform(Device device, int rows, int cols)
    {
        var random = new Random(7);
        return device.Upload<float>([.. Enumerable.Range(0, rows * cols).Select(_ => random.NextSingle() - 0.5f)], rows, cols);
    }
}
