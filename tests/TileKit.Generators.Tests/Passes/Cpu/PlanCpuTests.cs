using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Generators.Tests.Passes.Cpu;

/// <summary>How the CPU runs the kernels that matter most.</summary>
public class PlanCpuTests
{
    [Theory]
    [InlineData("AB", nameof(LaneAxis.Cols))]       // W is packed as it lies, Y stored as it lies
    [InlineData("ABt", nameof(LaneAxis.Cols))]      // one of the two is turned either way; columns spare turning the result
    [InlineData("AtB", nameof(LaneAxis.Cols))]
    [InlineData("AtBt", nameof(LaneAxis.Rows))]     // X is packed as it lies, only the result is turned, once
    public void Gemm_LanesRunWhereLeastIsTurned(string form, string lanes) =>
        Assert.Equal(lanes, PlanOf.Source(KernelSources.Gemm(form)).Lanes.ToString());

    [Fact]
    public void Attention_LanesRunAlongRows()
    {
        var plan = PlanOf.Source(KernelSources.Attention);

        // reductions are vertical, Q is turned once, V and K are read where they lie
        Assert.Equal(LaneAxis.Rows, plan.Lanes);
        var loop = Assert.Single(plan.Steps.OfType<ForStep>());
        Assert.Empty(PlanOf.All(loop.Body).OfType<PackStep>());
        Assert.Empty(PlanOf.All(loop.Body).OfType<RelayoutStep>());
    }

    [Theory]
    [InlineData("AB")]
    [InlineData("ABt")]
    [InlineData("AtB")]
    [InlineData("AtBt")]
    public void Gemm_AccumulatesInPlace(string form)
    {
        var plan = PlanOf.Source(KernelSources.Gemm(form));

        var loop = Assert.Single(plan.Steps.OfType<ForStep>());
        Assert.Empty(plan.Copies(loop.Body));
        AssertOnePlace(plan, loop, 0);
    }

    [Fact]
    public void Attention_UpdatesMAndLAndAccInPlace()
    {
        var plan = PlanOf.Source(KernelSources.Attention);

        var loop = Assert.Single(plan.Steps.OfType<ForStep>());
        Assert.Equal(3, loop.Op.Carried.Count);
        Assert.Empty(plan.Copies(loop.Body));
        Assert.All(Enumerable.Range(0, 3), i => AssertOnePlace(plan, loop, i));
        Assert.Equal(3, loop.Op.Carried.Select(carried => plan.Places[carried.Id]).Distinct().Count());
    }

    [Fact]
    public void Softmax_IsOneNest()
    {
        var plan = PlanOf.Source(KernelSources.Softmax);

        Assert.Equal(LaneAxis.Cols, plan.Lanes);
        var nest = Assert.Single(plan.Steps.OfType<NestStep>()).Nest;
        Assert.Equal(Side.Outer, nest.Outside);
        Assert.Equal(3, nest.Items.Count(static item => item is LoopItem));
    }

    [Fact]
    public void LinearGelu_PacksWOnceForAllRows()
    {
        var plan = PlanOf.Source(KernelSources.LinearGelu);

        var strip = Assert.Single(plan.Strips);
        Assert.Equal(1, strip.Load.Matrix.Tensor);
        Assert.Equal(0, plan.FastIndex);
        Assert.Single(plan.Steps.OfType<NestStep>());
    }

    [Fact]
    public void Elementwise_NeedsNoScratch() =>
        Assert.Empty(PlanOf.Source(Programs.Body("Y[i, j] = Gelu(X[i, j] * s + 1f) + x.RowVecs(BN)[j];")).Buffers);

    // a carried value, what it starts as, its update and what leaves the loop
    private static void AssertOnePlace(CpuPlan plan, ForStep loop, int index)
    {
        var place = plan.Places[loop.Op.Carried[index].Id];
        Assert.Same(place, plan.Places[loop.Op.Body.Yields[index].Id]);
        Assert.Same(place, plan.Places[loop.Op.Results[index].Id]);
    }
}
