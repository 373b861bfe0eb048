using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Launches by element type.</summary>
internal static class NsaLaunches
{
    public static double[] CompressMean<T>(Device device, TestTensor[] inputs, int[] shape, int length, int stride)
        where T : unmanaged => Run<T>(device, inputs, 1, 0, shape, (x, f, n, o) =>
        {
            switch (x[0], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> z):
                    Nsa.CompressMean(device, a, z, length, stride);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> z):
                    Nsa.CompressMean(device, a, z, length, stride);
                    break;
            }
        });

    public static double[] CompressLinear<T>(Device device, TestTensor[] inputs, int[] shape, int stride)
        where T : unmanaged => Run<T>(device, inputs, 3, 0, shape, (x, f, n, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> z):
                    Nsa.CompressLinear(device, a, b, c, z, stride);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> z):
                    Nsa.CompressLinear(device, a, b, c, z, stride);
                    break;
            }
        });

    public static double[] ByToken<T>(Device device, TestTensor[] inputs, int[] shape, int block, float scale)
        where T : unmanaged => Run<T>(device, inputs, 3, 0, shape, (x, f, n, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> z):
                    Nsa.SelectedByToken(device, a, b, c, n[0], z, block, scale);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> z):
                    Nsa.SelectedByToken(device, a, b, c, n[0], z, block, scale);
                    break;
            }
        });

    public static double[] ByBlock<T>(Device device, TestTensor[] inputs, int[] shape, int group, int block, float scale)
        where T : unmanaged => Run<T>(device, inputs, 3, 0, shape, (x, f, n, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> z):
                    Nsa.SelectedByBlock(device, a, b, c, n[1], n[2], n[3], z, group, block, scale);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> z):
                    Nsa.SelectedByBlock(device, a, b, c, n[1], n[2], n[3], z, group, block, scale);
                    break;
            }
        });

    public static double[] Window<T>(Device device, TestTensor[] inputs, int[] shape, int group, int window, float scale)
        where T : unmanaged => Run<T>(device, inputs, 3, 0, shape, (x, f, n, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> z):
                    Nsa.Window(device, a, b, c, z, group, window, scale);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> z):
                    Nsa.Window(device, a, b, c, z, group, window, scale);
                    break;
            }
        });

    public static double[] Gate<T>(Device device, TestTensor[] inputs, int[] shape)
        where T : unmanaged => Run<T>(device, inputs, 3, 1, shape, (x, f, n, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> z):
                    Nsa.Gate(device, a, b, c, f[0], z);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> z):
                    Nsa.Gate(device, a, b, c, f[0], z);
                    break;
            }
        });

    public static double[] Compressed<T>(Device device, TestTensor[] inputs, int[] shape, int group, int length, int stride, float scale)
        where T : unmanaged
    {
        using var lse = device.Allocate<float>(shape[0], shape[1], 1);
        var o = Run<T>(device, inputs, 3, 0, shape, (x, f, n, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> z):
                    Nsa.Compressed(device, a, b, c, z, lse, group, length, stride, scale);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> z):
                    Nsa.Compressed(device, a, b, c, z, lse, group, length, stride, scale);
                    break;
            }
        });
        return [.. o, .. lse.Read()];
    }

    public static double[] Scores<T>(Device device, TestTensor[] inputs, int[] shape, int group, int length, int stride, int block, float scale)
        where T : unmanaged
    {
        using var q = inputs[0].On<T>(device);
        using var k = inputs[1].On<T>(device);
        using var lse = inputs[2].On<float>(device);
        using var scores = device.Allocate<float>(shape);
        switch (q, k)
        {
            case (DeviceTensor<float> a, DeviceTensor<float> b):
                Nsa.Scores(device, a, b, lse, scores, group, length, stride, block, scale);
                break;
            case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b):
                Nsa.Scores(device, a, b, lse, scores, group, length, stride, block, scale);
                break;
        }

        return scores.Read();
    }

    public static double[] Select(Device device, TestTensor[] inputs, int[] shape, int block)
    {
        using var scores = inputs[0].On<float>(device);
        using var selected = device.Allocate<int>(shape);
        Nsa.Select(device, scores, selected, block);
        return selected.Read();
    }

    private static double[] Run<T>(
        Device device, TestTensor[] inputs, int ofType, int floats, int[] shape, Action<DeviceTensor<T>[], DeviceTensor<float>[], DeviceTensor<int>[], DeviceTensor<T>> launch)
        where T : unmanaged
    {
        // by token the queries have the shape of the result, but for the columns
        var tensors = inputs[..ofType].Select((x, i) => (i == 0 && shape.Length == 4 ? x with { Shape = [.. shape[..3], x.Cols] } : x).On<T>(device)).ToArray();
        var numbers = Array.ConvertAll(inputs[ofType..(ofType + floats)], x => x.On<float>(device));
        var integers = Array.ConvertAll(inputs[(ofType + floats)..], x => x.On<int>(device));
        using var o = device.Allocate<T>(shape);
        launch(tensors, numbers, integers, o);
        IEnumerable<IDisposable> all = [.. tensors, .. numbers, .. integers];
        foreach (var tensor in all)
        {
            tensor.Dispose();
        }

        return o.Read();
    }
}
