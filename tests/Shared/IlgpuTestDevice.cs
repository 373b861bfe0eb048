namespace TileKit.Tests.Shared;

/// <summary>The ILGPU device that tests run on: the environment variable TILEKIT_ILGPU names opencl, cuda or debugger, the default.</summary>
public sealed class IlgpuTestDevice : IDisposable
{
    /// <summary>Whether this is ILGPU, with devices' own limits. The stand-in runs groups of any size that kernels have.</summary>
#if ILGPU_PACKAGE
    public static bool IsPackage => true;
#else
    public static bool IsPackage => false;
#endif

    public IlgpuTestDevice() => Device = Create(Variants);

    /// <summary>Whether kernels run at a debugger's speed: only the smallest shapes finish in time.</summary>
    public static bool IsSlow => IsPackage && Backend == IlgpuBackend.Debugger;

    internal EveryVariant Variants { get; } = new();

    internal IlgpuDevice Device { get; }

    private static IlgpuBackend Backend { get; } = Environment.GetEnvironmentVariable("TILEKIT_ILGPU") switch
    {
        "opencl" => IlgpuBackend.OpenCL,
        "cuda" => IlgpuBackend.Cuda,
        null or "" or "debugger" => IlgpuBackend.Debugger,
        var other => throw new InvalidOperationException($"TILEKIT_ILGPU is '{other}': expected opencl, cuda or debugger."),
    };

    /// <summary>A device of its own for one test.</summary>
    internal static IlgpuDevice Create(TileSelector? tileSelector = null, TensorCores tensorCores = TensorCores.On) => IlgpuDevice.Create(Backend, tileSelector, tensorCores);

    public void Dispose() => Device.Dispose();
}
