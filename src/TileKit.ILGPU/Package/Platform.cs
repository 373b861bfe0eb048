using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace TileKit.Ilgpu;

/// <summary>What differs between ILGPU and the stand-in: here, the devices of ILGPU.</summary>
internal static class Platform
{
    /// <summary>What <see cref="IlgpuBackend.Debugger"/> is called in a device's name.</summary>
    public const string DebuggerName = "ILGPU's debugger";

    // Each thread of a group is a thread of the process: as many as the largest groups of TileKit's kernels have.
    private const int DebuggerWarp = 16;
    private const int DebuggerWarps = 16;

    // Drivers start with the first search, and not all of them bear a second one meanwhile: that finds nothing.
    private static readonly Lock s_search = new();

    /// <summary>The devices of a kind, the fastest first.</summary>
    public static List<IlgpuDeviceInfo> Find(IlgpuBackend backend)
    {
        NativeLibraries.Help();
        lock (s_search)
        {
            return backend switch
            {
                IlgpuBackend.Cuda => CudaDevices.Find(),
                IlgpuBackend.OpenCL => OpenClDevices.Find(),
                IlgpuBackend.Debugger => [new(backend, new CPUDevice(DebuggerWarp, DebuggerWarps, 1))],
                _ => [.. CudaDevices.Find(), .. OpenClDevices.Find()],
            };
        }
    }

    public static string NothingFound(IlgpuBackend backend)
    {
        var looked = backend switch
        {
            IlgpuBackend.Cuda => CudaDevices.Looked(),
            IlgpuBackend.OpenCL => OpenClDevices.Looked(),
            _ => $"{CudaDevices.Looked()} {OpenClDevices.Looked()}",
        };
        return $"No device for {backend}. {looked} Without a GPU, PoCL runs OpenCL on the CPU (Debian: pocl-opencl-icd and ocl-icd-libopencl1); "
            + $"IlgpuBackend.{nameof(IlgpuBackend.Debugger)} needs nothing and is for debugging kernels.";
    }

    public static IlgpuBackend Backend(Accelerator accelerator) => accelerator switch
    {
        CudaAccelerator => IlgpuBackend.Cuda,
        CLAccelerator => IlgpuBackend.OpenCL,
        _ => IlgpuBackend.Debugger,
    };

    /// <summary>A context that compiles TileKit's kernels. O2 is what makes pointers global or shared, for OpenCL drivers that know no others.</summary>
    public static Context CreateContext() => Context.Create(static builder =>
    {
        builder.Optimize(OptimizationLevel.O2);
        KernelIntrinsics.Register(builder);
    });

    public static Accelerator Open(ILGPU.Runtime.Device device, Context context) => device.CreateAccelerator(context);

    /// <summary>Makes the accelerator the calling thread's, as CUDA wants it, until disposed.</summary>
    public static ScopedAcceleratorBinding Bind(Accelerator accelerator) => accelerator.BindScoped();

    public static GpuProfile Profile(Accelerator accelerator) => accelerator switch
    {
        CudaAccelerator cuda => CudaDevices.Profile(cuda),
        CLAccelerator openCl => OpenClDevices.Profile(openCl),
        _ => DebuggerProfile.Of(accelerator),
    };

    /// <summary>Whether ILGPU or a driver failed: ILGPU has no exception of its own for all of its complaints.</summary>
    public static bool IsFailure(Exception exception)
        => exception is AcceleratorException or InternalCompilerException
            or NotSupportedException or ArgumentException or InvalidOperationException
        && exception is not ObjectDisposedException;

    public static bool IsOutOfMemory(Exception exception) => exception switch
    {
        OutOfMemoryException => true,
        CudaException cuda => cuda.Message.Contains("memory", StringComparison.OrdinalIgnoreCase)
            || cuda.Error.Contains("memory", StringComparison.OrdinalIgnoreCase),
        CLException openCl => openCl.Error is CLError.CL_MEM_OBJECT_ALLOCATION_FAILURE or CLError.CL_OUT_OF_RESOURCES
            or CLError.CL_OUT_OF_HOST_MEMORY or CLError.CL_INVALID_BUFFER_SIZE,
        _ => false,
    };
}
