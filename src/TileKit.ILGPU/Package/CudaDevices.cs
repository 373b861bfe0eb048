using ILGPU.Runtime.Cuda;

namespace TileKit.Ilgpu;

/// <summary>NVIDIA GPUs.</summary>
internal static class CudaDevices
{
    // Where a driver does not tell: the figures of a GPU of the middle class.
    private const double UsualClockHertz = 1.5e9;
    private const double UsualBytesPerSecond = 4e11;

    public static List<IlgpuDeviceInfo> Find() =>
    [
        .. CudaDevice.GetDevices(static device => device.Architecture is not null && device.InstructionSet is not null)
            .OrderByDescending(static device => (double)device.NumMultiprocessors * device.MemorySize)
            .Select(static device => new IlgpuDeviceInfo(IlgpuBackend.Cuda, device)),
    ];

    /// <summary>What was looked for, and what to install.</summary>
    public static string Looked() => NativeLibraries.Has("cuda")
        ? "CUDA: NVIDIA's driver is installed, but it has no GPU that ILGPU knows."
        : "CUDA: there is no driver (libcuda.so.1, nvcuda.dll); install NVIDIA's.";

    public static GpuProfile Profile(CudaAccelerator accelerator)
    {
        var device = accelerator.Device;
        return new()
        {
            Multiprocessors = device.NumMultiprocessors,
            WarpSize = device.WarpSize,
            ThreadsPerGroup = device.MaxNumThreadsPerGroup,
            ThreadsPerMultiprocessor = device.MaxNumThreadsPerMultiprocessor,
            SharedBytesPerGroup = Math.Min(device.MaxSharedMemoryPerGroup, DebuggerProfile.SharedBytesOfAnyGroup),
            SharedBytesPerMultiprocessor = Math.Max(device.MaxSharedMemoryPerMultiprocessor, device.MaxSharedMemoryPerGroup),
            RegistersPerGroup = device.TotalNumRegistersPerGroup,
            RegistersPerMultiprocessor = device.TotalNumRegistersPerMultiprocessor,
            FmaPerCycle = FmaPerCycle(device.Architecture.GetValueOrDefault()),
            TensorFmaPerCycle = TensorFmaPerCycle(device.Architecture.GetValueOrDefault()),
            TensorFloatFmaPerCycle = TensorFmaPerCycle(device.Architecture.GetValueOrDefault()) / 2, // TF32s have twice the bytes
            ClockHertz = device.ClockRate > 0 ? device.ClockRate * 1e3 : UsualClockHertz,

            // clock in kHz, width in bits, two transfers a cycle
            BytesPerSecond = device.MemoryClockRate > 0 ? device.MemoryClockRate * 1e3 * 2 * device.MemoryBusWidth / 8 : UsualBytesPerSecond,
            L2Bytes = device.L2CacheSize,
            MemoryBytes = device.MemorySize,
            PreferredLanes = 4,
        };
    }

    // The data-centre chips of some generations have half the float units of the others.
    private static int FmaPerCycle(CudaArchitecture architecture) => (architecture.Major, architecture.Minor) switch
    {
        (6, 0) or (7, _) or (8, 0) => 64,
        _ => 128,
    };

    // What the instruction mma.sync reaches; Hopper's own instructions do more, and ILGPU cannot emit them.
    private static int TensorFmaPerCycle(CudaArchitecture architecture) => (architecture.Major, architecture.Minor) switch
    {
        ( < 8, _) => 0,
        (8, 0) or (9, _) or (10, _) => 1024,
        _ => 512,
    };
}
