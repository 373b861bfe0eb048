using ILGPU.Sanitizer;

namespace ILGPU.Runtime.CPU;

/// <summary>The device of the stand-in: kernels run in this process, and all they do to memory is checked.</summary>
public sealed class CPUDevice : Device
{
    /// <summary>Describes a device.</summary>
    /// <param name="numThreadsPerWarp">Threads of a warp.</param>
    /// <param name="numWarpsPerMultiprocessor">Warps of a multiprocessor, and of the largest group.</param>
    /// <param name="numMultiprocessors">Multiprocessors.</param>
    public CPUDevice(int numThreadsPerWarp, int numWarpsPerMultiprocessor, int numMultiprocessors)
        : this(new DeviceLimits
        {
            WarpSize = numThreadsPerWarp,
            ThreadsPerGroup = numThreadsPerWarp * numWarpsPerMultiprocessor,
            Multiprocessors = numMultiprocessors,
        })
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numThreadsPerWarp, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(numWarpsPerMultiprocessor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numMultiprocessors, 1);
    }

    internal CPUDevice(DeviceLimits limits)
    {
        Name = "ILGPU stand-in (sanitizer)";
        WarpSize = limits.WarpSize;
        MaxNumThreadsPerGroup = limits.ThreadsPerGroup;
        MaxNumThreadsPerMultiprocessor = limits.ThreadsPerGroup;
        NumMultiprocessors = limits.Multiprocessors;
        MemorySize = limits.MemoryBytes;
        MaxSharedMemoryPerGroup = limits.SharedBytesPerGroup;
    }

    public override Accelerator CreateAccelerator(Context context) => CreateCPUAccelerator(context);

    /// <summary>Makes an accelerator of the device.</summary>
    /// <param name="context">The context it belongs to.</param>
    public CPUAccelerator CreateCPUAccelerator(Context context) => new(context, this);
}

/// <summary>The accelerator of the stand-in.</summary>
public sealed class CPUAccelerator : Accelerator
{
    internal CPUAccelerator(Context context, CPUDevice device)
        : base(context, device)
    {
    }
}
