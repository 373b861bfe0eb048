namespace TileKit.Kernels.Tests.Harness;

/// <summary>Tensors of one launch on a device, disposed together.</summary>
internal sealed class Uploaded(Device device) : IDisposable
{
    private readonly List<IDisposable> _tensors = [];

    public DeviceTensor<T> Input<T>(TestTensor input)
        where T : unmanaged => Keep(input.On<T>(device));

    public DeviceTensor<T>[] Inputs<T>(TestTensor[] inputs)
        where T : unmanaged => Array.ConvertAll(inputs, Input<T>);

    public DeviceTensor<T> Output<T>(ReadOnlySpan<int> shape)
        where T : unmanaged => Keep(device.Allocate<T>(shape));

    public void Dispose() => _tensors.ForEach(static tensor => tensor.Dispose());

    private T Keep<T>(T tensor)
        where T : IDisposable
    {
        _tensors.Add(tensor);
        return tensor;
    }
}
