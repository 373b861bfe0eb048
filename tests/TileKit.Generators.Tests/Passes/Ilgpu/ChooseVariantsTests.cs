using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Generators.Tests.Passes.Ilgpu;

/// <summary>A handful of variants, each within what a group of threads has.</summary>
public class ChooseVariantsTests
{
    private const int AHandful = 12;
    private const int MostElementsOfATile = 64;

    public static TheoryData<string> Sources =>
    [
        KernelSources.LinearGelu, KernelSources.Attention, KernelSources.Softmax, KernelSources.Gemm("AB"), KernelSources.Gemm("AtBt"),
        Programs.Body("Y[i, j] = Exp(X[i, j]) * s;"), Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]);"),
        Programs.Body("y[i, 0].RowVecs(BN)[j] = ColSum(X[i, j]);"),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void EveryVariant_FitsAGroup(string source)
    {
        var plans = IlgpuPlans.Of(source);
        Assert.InRange(plans.Count, 1, AHandful);
        Assert.Equal(plans.Count, plans.Select(p => p.Variant).Distinct().Count());
        Assert.All(plans, plan =>
        {
            Assert.InRange(plan.SharedBytes, 0, IlgpuPlan.SharedLimit);
            Assert.InRange(plan.Registers, 1, 255);
            Assert.InRange(plan.Registers * plan.Variant.Threads.Threads, 1, 65536);
            Assert.Contains(plan.Variant.Threads.Threads, (int[])[64, 256, 512]);
            Assert.Contains(plan.Variant.Threads.Lanes, (int[])[4, 16]);
            Assert.All(InRegisters(plan), value => Assert.InRange(Elements(plan.Variant.Threads, value.Type), 1, MostElementsOfATile));
        });
    }

    [Fact]
    public void Products_HaveVariantsForGpusAndForDevicesThatVectorise() =>
        Assert.Equal([4, 16], IlgpuPlans.Of(KernelSources.Gemm("AB")).Select(p => p.Variant.Threads.Lanes).Distinct().Order());

    [Theory]
    [MemberData(nameof(Sources))]
    public void ListsOfSizes_AreKept(string source)
    {
        var plans = IlgpuPlans.Of(GpuSources.Sized(source, "8, 16", "16, 32"));
        Assert.NotEmpty(plans);
        Assert.All(plans, plan =>
        {
            var tunables = plan.Kernel.Tunables.Count;
            Assert.All(plan.Variant.Sizes.Take(tunables), size => Assert.Contains(size, (int[])[8, 16]));
            Assert.All(plan.Variant.Sizes.Skip(tunables), size => Assert.Contains(size, (int[])[16, 32]));
        });
    }

    [Fact]
    public void EverySizeOfAnExtent_HasAVariant()
    {
        var plans = IlgpuPlans.Of(GpuSources.Sized(KernelSources.Softmax, "1, 2, 4", "100, 1000, 3000"));
        Assert.Equal([100, 1000, 3000], plans.Select(p => p.Variant.Sizes[1]).Distinct().Order());
    }

    /// <summary>A launch takes just the next value of each extent, so any two may meet.</summary>
    [Fact]
    public void EachCombinationOfTheExtentsNamed_HasAVariant()
    {
        var source = KernelSources.Attention
            .Replace("nameof(q), Axis.Cols)", "nameof(q), Axis.Cols, 16, 64)", StringComparison.Ordinal).Replace("nameof(v), Axis.Cols)", "nameof(v), Axis.Cols, 32, 64)", StringComparison.Ordinal);
        Assert.Equal(["16, 32", "16, 64", "64, 32", "64, 64"], IlgpuPlans.Of(source).Select(p => $"{p.Variant.Sizes[2]}, {p.Variant.Sizes[3]}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SizesThatNoGroupHolds_GiveNoVariant() => Assert.Empty(IlgpuPlans.Of(GpuSources.Sized(KernelSources.Gemm("AB"), "512", "512")));

    /// <summary>Two halves of each operand only where both fit.</summary>
    [Fact]
    public void WithoutRoomForTwoHalves_LoopsAreNotPipelined()
    {
        Assert.All(IlgpuPlans.Of(GpuSources.Sized(KernelSources.Gemm("AB"), "32", "32")), p => Assert.Equal(p.Variant.Threads.Lanes == 4, p.Variant.Pipelined));
        var large = IlgpuPlans.Of(GpuSources.Sized(KernelSources.Gemm("AB"), "64", "64"));
        Assert.NotEmpty(large);
        Assert.All(large, p => Assert.False(p.Variant.Pipelined));
    }

    [Fact]
    public void TheChoice_IsTheSameEveryTime() =>
        Assert.Equal(IlgpuPlans.Of(KernelSources.Attention).Select(p => p.Variant), IlgpuPlans.Of(KernelSources.Attention).Select(p => p.Variant));

    // what an op leaves in registers; operands that go to shared memory, and what is one number for all, are not there
    private static IEnumerable<Value> InRegisters(IlgpuPlan plan) => plan.Grid.Body.Descendants().OfType<ValueOp>()
        .Where(op => op is MmaOp or MapOp && op.Result.Type is not ScalarType && plan.Forms[op.Result] == Form.Both)
        .Select(op => op.Result);

    private static int Elements(ThreadGrid threads, IrType type) => type is TileType tile
        ? threads.RowsOf(tile.Rows.ConstantValue!.Value) * threads.ChunksOf(tile.Cols.ConstantValue!.Value) * threads.Lanes
        : 1;
}
