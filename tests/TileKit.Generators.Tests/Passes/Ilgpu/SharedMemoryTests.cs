using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Passes.Cpu;

namespace TileKit.Generators.Tests.Passes.Ilgpu;

/// <summary>Tiles that are needed together have slots of their own; others share, small ones only where memory is short.</summary>
public class SharedMemoryTests
{
    [Fact]
    public void SmallTiles_HaveSlotsOfTheirOwnWhereThereIsRoom()
    {
        const string Body = "Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]) + Transpose(Exp(x.Tiles(BN, BM)[j, i]));";
        Assert.Equal("m0@0 float 16 x 16\nm1@1 float 16 x 16", IlgpuPlans.Tiles(IlgpuPlans.Plan(Programs.Body(Body))));
        Assert.Equal("m0@0 float 64 x 64\nm1@0 float 64 x 64", IlgpuPlans.Tiles(IlgpuPlans.Plan(Programs.Body(Body), size: 64)));
    }

    [Fact]
    public void TilesOneAfterTheOther_ShareASlot() => Check(
        Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]) + Transpose(Exp(x.Tiles(BN, BM)[j, i]));"),
        """
        m0@0 float 16 x 16
        m1@0 float 16 x 16
        """);

    [Fact]
    public void OperandsOfAProduct_HaveSlotsOfTheirOwn() => Check(
        KernelSources.Gemm("AB"),
        """
        m0@0 float 16 x 16
        m1@1 float 16 x 16
        """);

    [Fact]
    public void PipelinedTiles_HaveTwoHalves()
    {
        var plan = IlgpuPlans.Plan(KernelSources.Gemm("AB"), pipelined: true);
        Assert.Equal("m0@0 float 16 x 16 times 2\nm1@1 float 16 x 16 times 2", IlgpuPlans.Tiles(plan));

        // rows of 16 elements lie 20 apart
        Assert.Equal([2 * 16 * 20, 2 * 16 * 20], plan.Slots.Select(s => s.Elements));
        Assert.Equal(4 * 16 * 20 * sizeof(float), plan.SharedBytes);
    }

    [Fact]
    public void NumbersOfTwoKinds_DoNotShare() => Check(
        Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]) + Cast<float>(Transpose(Cast<int>(x.Tiles(BN, BM)[j, i])));"),
        """
        m0@0 float 16 x 16
        m1@1 int 16 x 16
        """);

    /// <summary>Q is read in every iteration, so what an iteration puts into shared memory must not take its place.</summary>
    [Fact]
    public void TilesReadInALoop_LiveToItsEnd()
    {
        var plan = IlgpuPlans.Plan(KernelSources.Attention, shareAll: true);
        var loop = Assert.Single(plan.Steps.OfType<ForStep>());
        var q = Assert.Single(plan.Steps.OfType<StageStep>()).Tile;
        var inside = loop.Body.Where(s => s is not BarrierStep).Select(s => s.Position).ToList();
        Assert.True(q.First < inside.Min() && q.Last > inside.Max(), $"q lives from {q.First} to {q.Last}, the loop's steps are {inside.Min()} to {inside.Max()}");
        Assert.DoesNotContain(plan.Tiles, t => t != q && t.Slot == q.Slot);
    }

    [Fact]
    public void SlotsAreAsLargeAsTheirLargestTile()
    {
        var plan = IlgpuPlans.Plan(Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]) + Subtile(x.Tiles(2 * BM, BN)[i, j], BM, 0, BM, BN);"), shareAll: true);
        Assert.Equal("m0@0 float 16 x 16\nm1@0 float 32 x 16", IlgpuPlans.Tiles(plan));
        Assert.Equal([32 * 20], plan.Slots.Select(s => s.Elements));
    }

    public static TheoryData<string> Sources =>
    [
        KernelSources.LinearGelu, KernelSources.Attention, KernelSources.Softmax, KernelSources.Gemm("AtBt"),
        Square("if (n > 0) t = Transpose(t - RowMax(t)); else t = MmaABt(t, Exp(t), t); t = t * RowSum(t);"),
        Square("for (var k = 0; k < n; k++) t = MmaAB(Transpose(t), x.Tiles(16, 16)[k, j], t) * RowSum(t);"),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void TilesThatShareASlot_AreNotNeededTogether(string source)
    {
        foreach (var (pipelined, shareAll) in ((bool, bool)[])[(false, false), (false, true), (true, false), (true, true)])
        {
            var plan = IlgpuPlans.Plan(source, pipelined: pipelined, shareAll: shareAll);
            foreach (var (a, b) in plan.Tiles.SelectMany(a => plan.Tiles.Where(b => a.Id < b.Id && a.Slot == b.Slot).Select(b => (a, b))))
            {
                Assert.True(a.Last < b.First || b.Last < a.First, $"{a.Name} {a.First}..{a.Last} and {b.Name} {b.First}..{b.Last} share slot {a.Slot}");
                Assert.Equal(a.Kind, b.Kind);
            }

            Assert.All(plan.Tiles, t => Assert.True(t.Slot >= 0 && t.Elements <= plan.Slots[t.Slot].Elements, t.Name));

            // whoever touches a tile does so while it lives
            Assert.All(PlanOf.All(plan.Steps), step => Assert.All(step.Tiles(), t => Assert.InRange(step.Position, t.First, t.Last)));
        }
    }

    // t is a square tile, before and after
    private static string Square(string body) => Programs.Program(
        $$"""
                foreach (var (i, j) in Grid(y.Tiles(16, 16)))
                {
                    var t = x.Tiles(16, 16)[i, j];
                    {{body}}
                    y.Tiles(16, 16)[i, j] = t;
                }
        """);

    private static void Check(string source, string expected) => Assert.Equal(expected.ReplaceLineEndings("\n"), IlgpuPlans.Tiles(IlgpuPlans.Plan(source, shareAll: true)));
}
