#if ILGPU_PACKAGE
using ILGPU;
using ILGPU.Backends;
using ILGPU.Runtime;

namespace TileKit.Ilgpu.Tests.Kernels;

/// <summary>
/// It measures the process's memory: no other test runs beside it. Where contexts are kept whole it fails on OpenCL, and not on ILGPU's CPU accelerator.
/// </summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public class CompilerContextTests
{
    private const string Name = "Memory of the process";

    public static TheoryData<IlgpuBackend> Backends => TestDevices.All;

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_compiled_kernel_does_not_keep_what_was_read_for_it(IlgpuBackend backend)
    {
        const int Kernels = 8;
        using var device = TestDevices.Create(backend);
        var accelerator = device.Accelerator.Accelerator;
        List<CompiledKernel> kernels = [Compile(accelerator)];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        while (kernels.Count <= Kernels)
        {
            kernels.Add(Compile(accelerator));
        }

        var kept = (GC.GetTotalMemory(forceFullCollection: true) - before) / Kernels;
        Assert.True(kept < 500_000, $"{kept} bytes of each of {kernels.Count} kernels");
        GC.KeepAlive(kernels);
    }

    private static CompiledKernel Compile(Accelerator accelerator)
    {
        using var compiler = new CompilerContext();
        Action<ArrayView<float>> method = Elementary;
        return compiler.Compile(accelerator, method.Method);
    }

    private static void Elementary(ArrayView<float> x)
    {
        var a = F32.Load16(x, 0);
        F32.Store16(x, 0, Lanes.Exp(a) + Lanes.Log(a) + Lanes.Tanh(a) + Lanes.Gelu(a));
    }
}
#endif
