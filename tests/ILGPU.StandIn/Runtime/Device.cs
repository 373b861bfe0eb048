namespace ILGPU.Runtime;

/// <summary>A device and its limits.</summary>
public abstract class Device
{
    private protected Device()
    {
    }

    /// <summary>The kind of device; here always a CPU.</summary>
    public AcceleratorType AcceleratorType => AcceleratorType.CPU;

    /// <summary>What it is called.</summary>
    public string Name { get; protected set; } = "";

    /// <summary>Bytes of memory.</summary>
    public long MemorySize { get; protected set; }

    /// <summary>Threads that a group may have.</summary>
    public int MaxNumThreadsPerGroup { get; protected set; }

    /// <summary>Bytes of shared memory that a group may allocate.</summary>
    public int MaxSharedMemoryPerGroup { get; protected set; }

    /// <summary>Threads of a warp.</summary>
    public int WarpSize { get; protected set; }

    /// <summary>Multiprocessors.</summary>
    public int NumMultiprocessors { get; protected set; }

    /// <summary>Threads that a multiprocessor holds.</summary>
    public int MaxNumThreadsPerMultiprocessor { get; protected set; }

    /// <summary>Makes an accelerator of the device.</summary>
    /// <param name="context">The context it belongs to.</param>
    public abstract Accelerator CreateAccelerator(Context context);
}
