using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Kernels.Tests.Harness;

/// <summary>Gives every tunable the size that is asked for, or the nearest that it may have.</summary>
internal sealed class TilesNear(int size) : TileSelector
{
    internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial)
    {
        trial = null;
        kernel.SetTiles([.. info.Tunables.Select(tunable =>
            info.IsAllowed(tunable, size) ? size : tunable.Values.MinBy(value => Math.Abs(value - size)))]);
    }

    internal override int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial) =>
        CostModel.SelectVariant(ref launch, shape, out trial);
}
