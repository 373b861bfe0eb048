using ILGPU.Runtime;

namespace ILGPU.Sanitizer;

/// <summary>A launch: its memory, and what was found wrong.</summary>
internal sealed class KernelLaunch(Accelerator accelerator, string kernel, Dictionary<int, Region> shared)
{
    /// <summary>No more than so many: a kernel with a race has thousands.</summary>
    private const int MaxReports = 16;

    private readonly List<SanitizerReport> reports = [];
    private readonly HashSet<(FaultKind Kind, int Site, int OtherSite)> reported = [];
    private readonly List<uint> began = [];
    private long sharedBytes = shared.Values.Sum(static region => region.Bytes);

    public Region[] Regions { get; private set; } =
        [.. shared.Values, .. accelerator.Live<MemoryBuffer>().Select(static buffer => buffer.Memory)];

    public IReadOnlyList<SanitizerReport> Reports => reports;

    public bool IsFull => reports.Count >= MaxReports;

    /// <summary>A new group starts: it has no shared memory yet, but what the last one had is used again.</summary>
    public KernelGroup Begin(int index, int count, int size)
    {
        var epoch = ++accelerator.Epoch;
        began.Add(epoch);
        return new(this, index, count, size) { Launched = began[0], Began = epoch, Epoch = epoch };
    }

    public void Pass(KernelGroup group) => group.Epoch = ++accelerator.Epoch;

    public Region Share(KernelThread thread, int allocation, long bytes)
    {
        if (shared.TryGetValue(allocation, out var region))
        {
            if (region.Bytes == bytes)
                return region;

            Stop(thread, $"an allocation of {bytes} bytes had {region.Bytes} before; its size must be constant");
        }

        sharedBytes += bytes;
        if (bytes < 0 || sharedBytes > accelerator.MaxSharedMemoryPerGroup)
            Stop(thread, $"{sharedBytes} bytes in a group; the device has {accelerator.MaxSharedMemoryPerGroup}");

        region = new("shared memory", bytes) { Shared = true };
        shared.Add(allocation, region);
        Regions = [region, .. Regions];
        return region;
    }

    public void Report(KernelThread thread, FaultKind kind, string what) => Report(thread, kind, what, other: -1);

    public void Race(KernelThread thread, Region region, long offset, string does, string was, uint epoch, int otherThread, int otherSite)
    {
        if (reported.Contains((FaultKind.Race, thread.KernelSite, otherSite)))
            return;

        var found = began.BinarySearch(epoch);
        var group = found >= 0 ? found : ~found - 1;
        var other = otherThread == Cell.Several ? "several threads" : $"thread {otherThread}";
        var by = group == thread.Group.Index ? $"{other} of the same group since the last barrier" : $"{other} of group {group}";
        Report(thread, FaultKind.Race, $"{does} {region.Name}, byte {offset}, {was} by {by} at {Sites.Describe(otherSite)}", otherSite);
    }

    private void Stop(KernelThread thread, string what)
    {
        Report(thread, FaultKind.SharedMemory, what);
        throw new LaunchStopped();
    }

    private void Report(KernelThread thread, FaultKind kind, string what, int other)
    {
        if (!reported.Add((kind, thread.KernelSite, other)) || IsFull)
            return;

        var where = Sites.Describe(thread.KernelSite);
        if (thread.Site != thread.KernelSite)
            where += $" (in {Sites.Describe(thread.Site)})";

        reports.Add(new(kind, what, kernel, thread.Group.Index, thread.Index, where));
    }
}
