using TileKit.Generators.Passes.Cpu;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Generators.Tests.Passes.Cpu;

/// <summary>Which products write their sums where they go.</summary>
public class StoreSumsTests
{
    private const string Loop = "var sums = Zeros<float>(BM, BN); for (var k = 0; k < X.Cols; k++) { sums = MmaAB(x.Tiles(BM, BM)[i, k], x.Tiles(BM, BN)[k, j], sums); }";

    [Theory]
    [InlineData("Y[i, j] = MmAB(x.Tiles(BM, BM)[i, 0], X[0, j]);")]
    [InlineData(Loop + "Y[i, j] = sums;")]
    [InlineData("if (n > 0) { " + Loop + " Y[i, j] = sums; }")]
    [InlineData("var r = i + n; " + Loop + " Y[r, j] = sums;")]
    public void SumsThatAreStoredAsTheyAre_AreWrittenByTheProduct(string body)
    {
        var steps = PlanOf.All(PlanOf.Source(Programs.Body(body)).Steps).ToList();
        var product = Assert.Single(steps.OfType<MmaStep>(), static m => m.Target is not null);
        Assert.Same(product, Assert.Single(steps.OfType<NestStep>(), static n => n.UnlessStored is not null).UnlessStored);
    }

    [Theory]
    [InlineData(Loop + "Y[i, j] = sums * s;")]                                                     // computed with
    [InlineData(Loop + "Y[i, j] = sums; Y[i, j] = sums + s;")]                                     // stored twice
    [InlineData("Y[i, j] = X[i, j]; " + Loop + "Y[i, j] = sums;")]                                 // after another store
    [InlineData("var old = Y[i, j]; " + Loop + "if (n > 0) { sums = old; } Y[i, j] = sums;")]      // or something else instead
    [InlineData("Y[i, j] = MmAB(x.Tiles(BM, BM)[i, 0], Y[i, j]);")]                                // the product reads what it would write
    [InlineData(Loop + "var r = i + n; Y[r, j] = sums;")]                                          // the window is known after the loop
    [InlineData("var sums = Zeros<float>(BM, BN); for (var k = 0; k < X.Cols; k++) { sums = MmaAB(x.Tiles(BM, BM)[i, k], X[k, j], sums) + s; } Y[i, j] = sums;")]
    [InlineData("var sums = X[i, j]; for (var k = 0; k < X.Cols; k++) { if (k > 1) { sums = MmaAB(x.Tiles(BM, BM)[i, k], X[k, j], sums); } } Y[i, j] = sums;")]
    public void OtherSums_AreNot(string body)
    {
        var steps = PlanOf.All(PlanOf.Source(Programs.Body(body)).Steps).ToList();
        Assert.Contains(steps, static step => step is MmaStep);
        Assert.DoesNotContain(steps.OfType<MmaStep>(), static product => product.Target is not null);
        Assert.DoesNotContain(steps.OfType<NestStep>(), static nest => nest.UnlessStored is not null);
    }

    [Fact]
    public void SumsThatAreRoundedOnTheirWay_AreNot() => Assert.DoesNotContain(
        PlanOf.All(PlanOf.Source(
            """
            public static partial class Kernels
            {
                [TileKernel("Program")]
                public static partial void Run(Device device, DeviceTensor<float> x, DeviceTensor<Half> y);

                static void Program(Global<float> x, Global<Half> y, [Tune] int BM)
                {
                    foreach (var (i, j) in Grid(y.Tiles(BM, BM)))
                    {
                        y.Tiles(BM, BM)[i, j] = Cast<Half>(MmAB(x.Tiles(BM, BM)[i, 0], x.Tiles(BM, BM)[0, j]));
                    }
                }
            }
            """).Steps),
        static step => step is MmaStep { Target: not null });
}
