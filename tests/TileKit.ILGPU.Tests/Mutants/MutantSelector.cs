#if !ILGPU_PACKAGE
using TileKit.Launching;
using TileKit.Tuning;

namespace TileKit.Ilgpu.Tests.Mutants;

/// <summary>Takes the variant that a test names.</summary>
internal sealed class MutantSelector : TileSelector
{
    public int Variant { get; set; }

    internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, LaunchShape shape, out Trial? trial) =>
        CostModel.Select(ref kernel, info, profile, shape, out trial);

    internal override int SelectVariant<TLaunch>(ref TLaunch launch, LaunchShape shape, out Trial? trial)
    {
        trial = null;
        return Variant;
    }
}
#endif
