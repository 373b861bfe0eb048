using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Launches by element type.</summary>
internal static class MoeLaunches
{
    public static double[] SwiGlu<T>(Device device, TestTensor[] inputs, int rows, int cols)
        where T : unmanaged
    {
        using var x = inputs[0].On<T>(device);
        using var w = inputs[1].On<T>(device);
        using var offsets = inputs[2].On<int>(device);
        using var tokens = inputs[3].On<int>(device);
        using var y = device.Allocate<T>(rows, cols);
        switch (x, w, y)
        {
            case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c):
                Moe.SwiGlu(device, a, b, offsets, tokens, c);
                break;
            case (DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> c):
                Moe.SwiGlu(device, a, b, offsets, tokens, c);
                break;
            case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c):
                Moe.SwiGlu(device, a, b, offsets, tokens, c);
                break;
        }

        return y.Read();
    }

    public static double[] Down<T>(Device device, TestTensor[] inputs, int rows, int cols)
        where T : unmanaged
    {
        using var x = inputs[0].On<T>(device);
        using var w = inputs[1].On<T>(device);
        using var offsets = inputs[2].On<int>(device);
        using var y = device.Allocate<T>(rows, cols);
        switch (x, w, y)
        {
            case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c):
                Moe.Down(device, a, b, offsets, c);
                break;
            case (DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> c):
                Moe.Down(device, a, b, offsets, c);
                break;
            case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c):
                Moe.Down(device, a, b, offsets, c);
                break;
        }

        return y.Read();
    }

    public static double[] Combine<T>(Device device, TestTensor[] inputs, int rows, int cols)
        where T : unmanaged
    {
        using var y = inputs[0].On<T>(device);
        using var weights = inputs[1].On<float>(device);
        using var position = inputs[2].On<int>(device);
        using var o = device.Allocate<T>(rows, cols);
        switch (y, o)
        {
            case (DeviceTensor<float> a, DeviceTensor<float> b):
                Moe.Combine(device, a, weights, position, b);
                break;
            case (DeviceTensor<Half> a, DeviceTensor<Half> b):
                Moe.Combine(device, a, weights, position, b);
                break;
            case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b):
                Moe.Combine(device, a, weights, position, b);
                break;
        }

        return o.Read();
    }
}
