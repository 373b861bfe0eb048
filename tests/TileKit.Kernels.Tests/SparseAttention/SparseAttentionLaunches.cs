using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Launches by element type.</summary>
internal static class SparseAttentionLaunches
{
    public static double[] VarLen<T>(Device device, TestTensor[] inputs, int[] shape, float scale, bool causal)
        where T : unmanaged => Run<T>(device, inputs, shape, (x, t, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> d):
                    Attention.VarLen(device, a, b, c, t[0], t[1], d, scale, causal);
                    break;
                case (DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> c, DeviceTensor<Half> d):
                    Attention.VarLen(device, a, b, c, t[0], t[1], d, scale, causal);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> d):
                    Attention.VarLen(device, a, b, c, t[0], t[1], d, scale, causal);
                    break;
            }
        });

    public static double[] Decode<T>(Device device, TestTensor[] inputs, int[] shape, float scale)
        where T : unmanaged => Run<T>(device, inputs, shape, (x, t, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> d):
                    Attention.Decode(device, a, b, c, t[0], d, scale);
                    break;
                case (DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> c, DeviceTensor<Half> d):
                    Attention.Decode(device, a, b, c, t[0], d, scale);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> d):
                    Attention.Decode(device, a, b, c, t[0], d, scale);
                    break;
            }
        });

    public static double[] BlockSparse<T>(Device device, TestTensor[] inputs, int[] shape, int queryBlock, int keyBlock, float scale, bool causal)
        where T : unmanaged => Run<T>(device, inputs, shape, (x, t, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> d):
                    Attention.BlockSparse(device, a, b, c, t[0], t[1], d, queryBlock, keyBlock, scale, causal);
                    break;
                case (DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> c, DeviceTensor<Half> d):
                    Attention.BlockSparse(device, a, b, c, t[0], t[1], d, queryBlock, keyBlock, scale, causal);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> d):
                    Attention.BlockSparse(device, a, b, c, t[0], t[1], d, queryBlock, keyBlock, scale, causal);
                    break;
            }
        });

    public static double[] Neighborhood1D<T>(Device device, TestTensor[] inputs, int[] shape, int window, int dilation, bool causal, float scale)
        where T : unmanaged => Run<T>(device, inputs, shape, (x, t, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> d):
                    Attention.Neighborhood1D(device, a, b, c, d, window, dilation, causal, scale);
                    break;
                case (DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> c, DeviceTensor<Half> d):
                    Attention.Neighborhood1D(device, a, b, c, d, window, dilation, causal, scale);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> d):
                    Attention.Neighborhood1D(device, a, b, c, d, window, dilation, causal, scale);
                    break;
            }
        });

    public static double[] Neighborhood2D<T>(Device device, TestTensor[] inputs, int[] shape, int[] windows, int[] dilations, bool[] causal, float scale)
        where T : unmanaged => Run<T>(device, inputs, shape, (x, t, o) =>
        {
            switch (x[0], x[1], x[2], o)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b, DeviceTensor<float> c, DeviceTensor<float> d):
                    Attention.Neighborhood2D(device, a, b, c, d, windows[0], windows[1], dilations[0], dilations[1], causal[0], causal[1], scale);
                    break;
                case (DeviceTensor<Half> a, DeviceTensor<Half> b, DeviceTensor<Half> c, DeviceTensor<Half> d):
                    Attention.Neighborhood2D(device, a, b, c, d, windows[0], windows[1], dilations[0], dilations[1], causal[0], causal[1], scale);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b, DeviceTensor<BFloat16> c, DeviceTensor<BFloat16> d):
                    Attention.Neighborhood2D(device, a, b, c, d, windows[0], windows[1], dilations[0], dilations[1], causal[0], causal[1], scale);
                    break;
            }
        });

    private static double[] Run<T>(
        Device device, TestTensor[] inputs, int[] shape, Action<DeviceTensor<T>[], DeviceTensor<int>[], DeviceTensor<T>> launch)
        where T : unmanaged
    {
        var tensors = Array.ConvertAll(inputs[..3], input => input.On<T>(device));
        var integers = Array.ConvertAll(inputs[3..], input => input.On<int>(device));
        using var o = device.Allocate<T>(shape);
        launch(tensors, integers, o);
        Array.ForEach(tensors, tensor => tensor.Dispose());
        Array.ForEach(integers, tensor => tensor.Dispose());
        return o.Read();
    }
}
