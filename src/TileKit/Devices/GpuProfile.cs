namespace TileKit;

/// <summary>What a GPU is made of, for choosing among a kernel's variants: what may run at all, and what runs best.</summary>
public sealed record GpuProfile : DeviceProfile
{
    /// <summary>How many multiprocessors (OpenCL: compute units) run groups of threads at the same time.</summary>
    public required int Multiprocessors { get; init; }

    /// <summary>How many threads go in step.</summary>
    public required int WarpSize { get; init; }

    /// <summary>The most threads a group may have.</summary>
    public required int ThreadsPerGroup { get; init; }

    /// <summary>The most threads a multiprocessor holds at a time.</summary>
    public required int ThreadsPerMultiprocessor { get; init; }

    /// <summary>The most shared memory a kernel may ask for its group, in bytes.</summary>
    public required int SharedBytesPerGroup { get; init; }

    /// <summary>The shared memory of a multiprocessor, which the groups it holds divide among them, in bytes.</summary>
    public required int SharedBytesPerMultiprocessor { get; init; }

    /// <summary>The most 32-bit registers a group may have; <see cref="int.MaxValue"/> where that is no limit.</summary>
    public required int RegistersPerGroup { get; init; }

    /// <summary>The 32-bit registers of a multiprocessor; <see cref="int.MaxValue"/> where that is no limit.</summary>
    public required int RegistersPerMultiprocessor { get; init; }

    /// <summary>How many float multiply-adds a multiprocessor starts in a cycle.</summary>
    public required int FmaPerCycle { get; init; }

    /// <summary>
    /// How many multiply-adds of Halves or BFloat16s a multiprocessor's tensor cores start in a cycle, summed in float, of sbytes twice as many; 0 where there
    /// are none, or they are not to be used.
    /// </summary>
    public int TensorFmaPerCycle { get; init; }

    /// <summary>The same of floats, as precisely as the device is to compute them.</summary>
    public int TensorFloatFmaPerCycle { get; init; }

    /// <summary>Cycles in a second.</summary>
    public required double ClockHertz { get; init; }

    /// <summary>What the device's memory delivers, in bytes a second.</summary>
    public required double BytesPerSecond { get; init; }

    /// <summary>The cache that all multiprocessors share, in bytes; 0 if there is none.</summary>
    public required long L2Bytes { get; init; }

    /// <summary>The device's memory, in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>
    /// How many adjacent columns a thread should own: 4 on a GPU, where neighbouring threads read 16 bytes each; 16 where the device is a CPU
    /// and its compiler makes vectors of what a single thread does.
    /// </summary>
    public required int PreferredLanes { get; init; }
}
