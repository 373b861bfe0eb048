using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace TileKit.Ilgpu;

/// <summary>What differs between ILGPU and the stand-in: here, there is one device, a sanitizer.</summary>
internal static class Platform
{
    /// <summary>What <see cref="IlgpuBackend.Debugger"/> is called in a device's name.</summary>
    public const string DebuggerName = "debugger";

    private static readonly CPUDevice s_device = new(32, 32, 1);

    /// <summary>The devices of a kind, the fastest first. The sanitizer is only taken by who asks for it.</summary>
    public static List<IlgpuDeviceInfo> Find(IlgpuBackend backend) => backend == IlgpuBackend.Debugger ? [new(backend, s_device)] : [];

    public static string NothingFound(IlgpuBackend backend)
        => $"No device for {backend}: this TileKit.ILGPU was built with the stand-in, which runs kernels on the CPU to check them "
        + $"(IlgpuBackend.{nameof(IlgpuBackend.Debugger)}). Build with -p:Ilgpu=Package, or use the released package, for CUDA and OpenCL.";

    public static IlgpuBackend Backend(Accelerator accelerator) => IlgpuBackend.Debugger;

    public static Context CreateContext() => Context.Create(static builder => builder.Optimize(OptimizationLevel.O2));

    public static GpuProfile Profile(Accelerator accelerator) => DebuggerProfile.Of(accelerator) with { TensorFmaPerCycle = 512, TensorFloatFmaPerCycle = 256 };

    public static Accelerator Open(ILGPU.Runtime.Device device, Context context) => ((CPUDevice)device).CreateCPUAccelerator(context);

    public static Binding Bind(Accelerator accelerator) => default;

    /// <summary>Whether a device refuses. Reports of the sanitizer are no failures: they go to the caller as they are.</summary>
    public static bool IsFailure(Exception exception)
        => exception is InternalCompilerException or NotSupportedException or ArgumentException or InvalidOperationException
        && exception is not ObjectDisposedException;

    public static bool IsOutOfMemory(Exception exception) => exception is OutOfMemoryException;

    /// <summary>Nothing to undo: threads have no current accelerator here.</summary>
    public readonly struct Binding : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
