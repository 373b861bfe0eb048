namespace ILGPU.Sanitizer;

/// <summary>A group of a launch.</summary>
internal sealed class KernelGroup(KernelLaunch launch, int index, int count, int size)
{
    public KernelLaunch Launch => launch;

    public int Index => index;

    public int Count => count;

    public int Size => size;

    /// <summary>The epoch of the launch's first group.</summary>
    public uint Launched;

    /// <summary>The group's first epoch.</summary>
    public uint Began;

    /// <summary>The epoch since the last barrier.</summary>
    public uint Epoch;

    /// <summary>How often its warps met.</summary>
    public int Meetings;

    /// <summary>Its threads, and perhaps some that it has not.</summary>
    public List<KernelThread> Threads = null!;
}
