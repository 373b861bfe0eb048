using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Generators.Tests.Passes.Ilgpu;

/// <summary>A handful of variants, each within what a group of threads has.</summary>
public class ChooseVariantsTests
{
    private const int AHandful = 16;
    private const int MostElementsOfATile = 64;

    public static TheoryData<string> Sources =>
    [
        KernelSources.LinearGelu, KernelSources.Attention, KernelSources.Softmax, KernelSources.Gemm("AB"), KernelSources.Gemm("AtBt"),
        Programs.Body("Y[i, j] = Exp(X[i, j]) * s;"), Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]);"),
        Programs.Body("y[i, 0].RowVecs(BN)[j] = ColSum(X[i, j]);"), GpuSources.OfBFloat16(KernelSources.LinearGelu), GpuSources.OfBFloat16(KernelSources.Attention),
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
            Assert.Contains(plan.Variant.Threads.Threads, (int[])[64, 128, 256, 512]);
            Assert.Contains(plan.Variant.Threads.Lanes, (int[])[2, 4, 16]);
            Assert.All(InRegisters(plan), value => Assert.InRange(Elements(plan.Variant.Threads, value.Type), 1, MostElementsOfATile));
        });
    }

    [Fact]
    public void Products_HaveVariantsForGpusAndForDevicesThatVectorise() =>
        Assert.Equal([2, 4, 16], IlgpuPlans.Of(KernelSources.Gemm("AB")).Select(p => p.Variant.Threads.Lanes).Distinct().Order());

    /// <summary>A warp has whole fragments of each product's tiles.</summary>
    [Theory]
    [InlineData("AB")]
    [InlineData("ABt")]
    [InlineData("AtB")]
    [InlineData("AtBt")]
    public void ProductsOfBFloat16_HaveVariantsForTensorCores(string form)
    {
        var plans = IlgpuPlans.Of(GpuSources.OfBFloat16(KernelSources.Gemm(form))).Where(p => p.Variant.Threads.OfFragments).ToList();
        Assert.Equal([64, 256], plans.Select(p => p.Variant.Threads.Threads).Order());
        Assert.All(plans, plan =>
        {
            var (threads, sizes) = (plan.Variant.Threads, plan.Variant.Sizes);
            Assert.Equal((2, 0, 0, 0), (threads.Lanes, sizes[0] % (16 * threads.WarpsDown), sizes[1] % (16 * threads.WarpsAcross), sizes[2] % 16));
            Assert.True(plan.Variant.Pipelined);
        });
    }

    /// <summary>The same of sbytes, of which an instruction takes twice as many along the contraction.</summary>
    [Theory]
    [InlineData("AB")]
    [InlineData("ABt")]
    [InlineData("AtB")]
    [InlineData("AtBt")]
    public void ProductsOfSByte_HaveVariantsForTensorCores(string form)
    {
        var plans = IlgpuPlans.Of(GpuSources.OfSByte(KernelSources.Gemm(form))).Where(p => p.Variant.Threads.OfFragments).ToList();
        Assert.Equal([64, 256], plans.Select(p => p.Variant.Threads.Threads).Order());
        Assert.All(plans, plan =>
        {
            var (threads, sizes) = (plan.Variant.Threads, plan.Variant.Sizes);
            Assert.Equal((2, 0, 0, 0), (threads.Lanes, sizes[0] % (16 * threads.WarpsDown), sizes[1] % (16 * threads.WarpsAcross), sizes[2] % 32));
            Assert.True(plan.Variant.Pipelined);

            // rows × k and columns × k, apart by an odd number of four banks
            Assert.Equal([(sizes[0], sizes[2]), (sizes[1], sizes[2])], plan.Tiles.Select(t => (t.Rows, t.Cols)));
            Assert.All(plan.Tiles, tile => Assert.Equal((SharedKind.Bytes, 16), (tile.Kind, tile.Pitch % 32)));
        });
    }

    /// <summary>The same of floats. Where k runs down a tile, a warp reads eight columns of four rows at once: rows are eight banks apart then, else four.</summary>
    [Theory]
    [InlineData("AB", 4, 8)]
    [InlineData("ABt", 4, 4)]
    [InlineData("AtB", 8, 8)]
    [InlineData("AtBt", 8, 4)]
    public void ProductsOfFloat_HaveVariantsForTensorCores(string form, int banksOfA, int banksOfB)
    {
        var plans = IlgpuPlans.Of(KernelSources.Gemm(form)).Where(p => p.Variant.Threads.OfFragments).ToList();
        Assert.Equal([64, 256], plans.Select(p => p.Variant.Threads.Threads).Order());
        Assert.All(plans, plan =>
        {
            var (threads, sizes) = (plan.Variant.Threads, plan.Variant.Sizes);
            Assert.Equal((2, 0, 0, 0), (threads.Lanes, sizes[0] % (16 * threads.WarpsDown), sizes[1] % (16 * threads.WarpsAcross), sizes[2] % 8));
            Assert.All(plan.Tiles, tile => Assert.Equal(SharedKind.Words, tile.Kind));
            Assert.Equal([banksOfA, banksOfB], plan.Tiles.Select(tile => tile.Pitch - tile.Cols));
        });
    }

    /// <summary>What is computed goes from a warp's registers to the next product: its rows must be the warp's own.</summary>
    [Theory]
    [InlineData("BFloat16")]
    [InlineData("Half")]
    [InlineData("float")]
    public void AComputedFactor_IsOfWholeRows(string element)
    {
        var plans = IlgpuPlans.Of(GpuSources.OfBFloat16(KernelSources.Attention).Replace("BFloat16", element, StringComparison.Ordinal)).Where(p => p.Variant.Threads.OfFragments).ToList();
        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.True(plan.Variant.Threads.HasQuads));
    }

    public static TheoryData<string> NotForTensorCores =>
    [
        KernelSources.Gemm("AB").Replace("w.Tiles(BK, BN)[k, j]", "Sqrt(w.Tiles(BK, BN)[k, j])", StringComparison.Ordinal), // the second factor is computed
        KernelSources.Gemm("AtB").Replace("x.Tiles(BK, BM)[k, i]", "Sqrt(x.Tiles(BK, BM)[k, i])", StringComparison.Ordinal), // the first one is, and turned
        GpuSources.OfBFloat16(KernelSources.Gemm("AB")).Replace("x.Tiles(BM, BK)[i, k]", "Cast<BFloat16>(Sqrt(Cast<float>(x.Tiles(BM, BK)[i, k])))", StringComparison.Ordinal)
            .Replace("w.Tiles(BK, BN)[k, j]", "Cast<BFloat16>(Sqrt(Cast<float>(w.Tiles(BK, BN)[k, j])))", StringComparison.Ordinal), // the second factor is computed
        GpuSources.OfBFloat16(KernelSources.Gemm("AtB")).Replace("x.Tiles(BK, BM)[k, i]", "Cast<BFloat16>(Sqrt(Cast<float>(x.Tiles(BK, BM)[k, i])))", StringComparison.Ordinal), // the first one is computed, and turned
        GpuSources.OfSByte(KernelSources.Gemm("AB")).Replace("x.Tiles(BM, BK)[i, k]", "Cast<sbyte>(Abs(Cast<int>(x.Tiles(BM, BK)[i, k])))", StringComparison.Ordinal), // bytes out of registers
    ];

    [Theory]
    [MemberData(nameof(NotForTensorCores))]
    public void OtherProducts_HaveNone(string source)
    {
        var plans = IlgpuPlans.Of(source);
        Assert.NotEmpty(plans);
        Assert.DoesNotContain(plans, p => p.Variant.Threads.OfFragments);
    }

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
        Assert.All(IlgpuPlans.Of(GpuSources.Sized(KernelSources.Gemm("AB"), "32", "32")), p => Assert.Equal(p.Variant.Threads.Lanes != 16, p.Variant.Pipelined));
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
