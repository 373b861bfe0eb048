namespace ILGPU.Sanitizer;

/// <summary>
/// Who accessed a few bytes last. Times are epochs: a number that grows at every launch, every group and every barrier, so that one
/// comparison tells what happened in this launch, in this group, since the last barrier; and that nothing need ever be cleared.
/// </summary>
internal struct Cell
{
    /// <summary>Stands for threads that took turns atomically.</summary>
    public const ushort Several = ushort.MaxValue;

    /// <summary>Nobody.</summary>
    public const ushort Nobody = ushort.MaxValue - 1;

    public uint WriteEpoch, ReadEpoch;

    /// <summary>When a group before the one of <see cref="ReadEpoch"/> read last.</summary>
    public uint OtherReadEpoch;

    public int WriteSite, ReadSite, SecondReadSite, OtherReadSite;

    public ushort WriteThread;

    /// <summary>The first reader since the barrier, and the first other one.</summary>
    public ushort ReadThread, SecondReadThread, OtherReadThread;

    public bool WriteIsAtomic;
}
