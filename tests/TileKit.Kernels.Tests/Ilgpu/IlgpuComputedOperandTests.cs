namespace TileKit.Kernels.Tests.Ilgpu;

/// <summary>On an ILGPU device, with each variant.</summary>
public sealed class IlgpuComputedOperandTests(IlgpuTestDevice gpu) : ComputedOperandTests, IClassFixture<IlgpuTestDevice>
{
    protected override void OnEach(Action<Device, Func<string>> check) => gpu.WithEveryVariant(() => check(gpu.Device, gpu.Variant));
}
