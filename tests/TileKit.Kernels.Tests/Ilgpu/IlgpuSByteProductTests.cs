namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>On an ILGPU device, with each variant.</summary>
[Collection(IlgpuCollection.Name)]
public sealed class IlgpuSByteProductTests(IlgpuTestDevice gpu) : SByteProductTests
{
    protected override void OnEach(Action<Device, Func<string>> check) => gpu.WithEveryVariant(() => check(gpu.Device, gpu.Variant));
}
