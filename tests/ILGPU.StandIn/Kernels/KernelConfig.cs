namespace ILGPU;

/// <summary>The size of a launch.</summary>
public readonly struct KernelConfig
{
    /// <summary>So many groups of so many threads.</summary>
    /// <param name="gridDim">The number of groups.</param>
    /// <param name="groupDim">The number of threads of each.</param>
    public KernelConfig(Index1D gridDim, Index1D groupDim)
    {
        Groups = gridDim.X;
        Threads = groupDim.X;
    }

    internal int Groups { get; }

    internal int Threads { get; }
}
