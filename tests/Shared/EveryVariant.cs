using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Tests.Shared;

/// <summary>Takes the GPU variants of a kernel in turn, whatever they cost.</summary>
internal sealed class EveryVariant : TileSelector
{
    /// <summary>Which of the variants that take a launch to run, from 0.</summary>
    public int Next { get; set; }

    /// <summary>How many variants took the last launch.</summary>
    public int Count { get; private set; }

    /// <summary>How many variants the last kernel has.</summary>
    public int All { get; private set; }

    /// <summary>The variant of the last launch.</summary>
    public int Taken { get; private set; }

    /// <summary>The tile sizes of the last launch, by the tunables' order.</summary>
    public int[] Tiles { get; private set; } = [];

    internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial) =>
        CostModel.Select(ref kernel, info, profile, shape, out trial);

    internal override int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial)
    {
        trial = null;
        var fitting = new List<int>();
        All = launch.Count;
        for (var variant = 0; variant < All; variant++)
        {
            if (launch.Fits(variant))
            {
                fitting.Add(variant);
            }
        }

        Count = fitting.Count;
        if (Count == 0)
        {
            return -1;
        }

        Taken = fitting[Next % Count];
        Tiles = launch.Tiles(Taken).ToArray();
        return Taken;
    }
}
