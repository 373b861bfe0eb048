using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Generators.Tests.Passes.Cpu;

/// <summary>What the loops of a nest compute again, and what they keep for each other.</summary>
public class RecomputeTests
{
    [Theory]
    [InlineData("var t = s * X[i, j]; Y[i, j] = t + RowMax(t);")]
    [InlineData("var t = X[i, j] - RowSum(X[i, j]); Y[i, j] = t * RowSum(t * t);")]
    [InlineData("var t = s * (X[i, j] - RowMax(X[i, j])); Y[i, j] = t * RowSum(t * t);")]
    [InlineData("var t = X[i, j] * x.ColVecs(BM)[i, 0]; Y[i, j] = t + RowMax(t);")]
    public void AnOpOrTwoOfOneValue_AreComputedAgain(string body) => Assert.Empty(KeptTiles(Programs.Body(body)));

    [Theory]
    [InlineData("var t = Abs(s * (X[i, j] - RowMax(X[i, j]))); Y[i, j] = t * RowSum(t * t);")]
    [InlineData("var t = Exp(X[i, j]); Y[i, j] = t + RowMax(t);")]
    [InlineData("var t = s / X[i, j]; Y[i, j] = t + RowMax(t);")]
    [InlineData("var t = X[i, j] + x.Tiles(BM, BN)[j, i]; Y[i, j] = t + RowMax(t);")]
    [InlineData("var t = X[i, j] * x.RowVecs(BN)[j]; Y[i, j] = t + RowMax(t);")]
    public void WhatTakesMore_IsKept(string body) => Assert.Single(KeptTiles(Programs.Body(body)));

    [Fact]
    public void WhatIsReadElsewhere_IsKept() => Assert.Contains(
        PlanOf.Source(Programs.Body("var t = s * x.Tiles(BM, BM)[i, j]; y.Tiles(BM, BM)[i, j] = t + RowMax(t) + Transpose(t);")).Buffers,
        static buffer => buffer.Layout == BufferLayout.Rows);

    [Theory]
    [InlineData("BFloat16", 0)]
    [InlineData("Half", 1)]
    public void WhatWidensByAnInstruction_IsLoadedAgain(string element, int kept) => Assert.Equal(kept, KeptTiles(
        $$"""
        public static partial class Kernels
        {
            [TileKernel("Program")]
            public static partial void Run(Device device, DeviceTensor<{{element}}> x, DeviceTensor<float> y);

            static void Program(Global<{{element}}> x, Global<float> y, [Tune] int BM, [Tune] int BN)
            {
                foreach (var (i, j) in Grid(y.Tiles(BM, BN)))
                {
                    var t = Cast<float>(x.Tiles(BM, BN)[i, j]);
                    y.Tiles(BM, BN)[i, j] = t + RowMax(t);
                }
            }
        }
        """).Count());

    [Fact]
    public void ALoopThatDoesNotReadIt_DoesNotComputeIt()
    {
        var nest = Assert.Single(PlanOf.Source(Programs.Body("var t = s * X[i, j]; Y[i, j] = t + RowMax(X[i, j]);")).Steps.OfType<NestStep>()).Nest;
        Assert.Equal([0, 1], nest.Items.OfType<LoopItem>().Select(static loop => loop.Ops.OfType<MapOp>().Count(static map => map.Function is Function.Multiply or Function.Fma)));
    }

    [Fact]
    public void WhatALoopComputes_StandsBeforeWhatReadsIt()
    {
        var nest = Assert.Single(PlanOf.Source(Programs.Body("var t = s * X[i, j]; var u = Abs(t); Y[i, j] = t * RowMax(u) + u;")).Steps.OfType<NestStep>()).Nest;
        foreach (var loop in nest.Items.OfType<LoopItem>())
        {
            for (var i = 0; i < loop.Ops.Count; i++)
            {
                var later = loop.Ops.Skip(i).SelectMany(static op => op.Definitions()).ToList();
                Assert.DoesNotContain(loop.Ops[i].Operands(), later.Contains);
            }
        }
    }

    private static IEnumerable<TileBuffer> KeptTiles(string source) =>
        PlanOf.Source(source).Buffers.Where(static buffer => buffer.Layout == BufferLayout.Contracted);
}
