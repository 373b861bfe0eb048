#if !ILGPU_PACKAGE
using TileKit.Tuning;

namespace TileKit.Ilgpu.Tests.Mutants;

/// <summary>Takes the variant that a test names.</summary>
internal sealed class MutantSelector : TileSelector
{
    public int Variant { get; set; }

    internal override void Select<TKernel>(ref TKernel kernel, KernelInfo info, CpuProfile profile, int shape) => CostModel.Select(ref kernel, info, profile, shape);

    internal override int SelectVariant<TLaunch>(ref TLaunch launch, int shape) => Variant;
}
#endif
