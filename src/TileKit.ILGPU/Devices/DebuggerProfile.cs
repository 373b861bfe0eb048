using ILGPU.Runtime;

namespace TileKit.Ilgpu;

/// <summary>
/// The figures of a device that runs kernels for their meaning: its limits, and the rates of a small GPU, so that the cost model chooses as it would there.
/// </summary>
internal static class DebuggerProfile
{
    /// <summary>What every GPU grants a group without being asked.</summary>
    public const int SharedBytesOfAnyGroup = 48 << 10;

    public static GpuProfile Of(Accelerator accelerator) => new()
    {
        Multiprocessors = Math.Max(1, accelerator.NumMultiprocessors),
        WarpSize = Math.Max(1, accelerator.WarpSize),
        ThreadsPerGroup = accelerator.MaxNumThreadsPerGroup,
        ThreadsPerMultiprocessor = Math.Max(accelerator.MaxNumThreadsPerMultiprocessor, accelerator.MaxNumThreadsPerGroup),
        SharedBytesPerGroup = Math.Min(accelerator.MaxSharedMemoryPerGroup, SharedBytesOfAnyGroup),
        SharedBytesPerMultiprocessor = 2 * SharedBytesOfAnyGroup,
        RegistersPerGroup = int.MaxValue,
        RegistersPerMultiprocessor = int.MaxValue,
        FmaPerCycle = 64,
        ClockHertz = 1e9,
        BytesPerSecond = 1e11,
        L2Bytes = 4 << 20,
        MemoryBytes = Math.Min(accelerator.MemorySize, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
        PreferredLanes = 4,
    };
}
