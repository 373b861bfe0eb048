using ILGPU.Runtime.CPU;

namespace ILGPU.Sanitizer;

/// <summary>The limits of a device to test with.</summary>
public sealed record DeviceLimits
{
    /// <summary>Bytes that all buffers together may take.</summary>
    public long MemoryBytes { get; init; } = long.MaxValue;

    /// <summary>Bytes of shared memory that a group may allocate: what ILGPU lets any GPU have.</summary>
    public int SharedBytesPerGroup { get; init; } = 48 * 1024;

    /// <summary>Threads that a group may have.</summary>
    public int ThreadsPerGroup { get; init; } = 1024;

    /// <summary>Threads of a warp.</summary>
    public int WarpSize { get; init; } = 32;

    /// <summary>Multiprocessors.</summary>
    public int Multiprocessors { get; init; } = 1;

    /// <summary>A device with these limits.</summary>
    public CPUDevice CreateDevice() => new(this);
}
