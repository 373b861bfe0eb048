using System.Collections.Frozen;

namespace TileKit.Ilgpu.Tests;

/// <summary>
/// The devices to test on. With the stand-in it is the one there is; with the package, ILGPU's CPU accelerator and whatever is found beside it, or only
/// the one that the environment variable TILEKIT_ILGPU names: debugger, opencl or cuda.
/// </summary>
public static class TestDevices
{
#if ILGPU_PACKAGE
    public const bool IsPackage = true;
#else
    public const bool IsPackage = false;
#endif

    private static readonly FrozenDictionary<string, IlgpuBackend> s_backends = new Dictionary<string, IlgpuBackend>
    {
        ["debugger"] = IlgpuBackend.Debugger,
        ["opencl"] = IlgpuBackend.OpenCL,
        ["cuda"] = IlgpuBackend.Cuda,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>For each test of a theory, the backend.</summary>
    public static TheoryData<IlgpuBackend> All { get; } = Find();

    /// <summary>A new device.</summary>
    public static IlgpuDevice Create(IlgpuBackend backend, TileSelector? selector = null) => IlgpuDevice.Create(backend, selector);

    private static TheoryData<IlgpuBackend> Find()
    {
        if (Environment.GetEnvironmentVariable("TILEKIT_ILGPU") is { Length: > 0 } name)
        {
            return IsPackage ? [s_backends[name]] : throw new InvalidOperationException("TILEKIT_ILGPU needs -p:Ilgpu=Package.");
        }

        return [IlgpuBackend.Debugger, .. IlgpuDevice.FindDevices().Select(static device => device.Backend).Distinct()];
    }
}
