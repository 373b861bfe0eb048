using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Emit;

/// <summary>The user's names never meet the generated ones, and messages have the user's.</summary>
public class NameTests
{
    [Theory]
    [InlineData("x", "y", "s", "BM")]
    [InlineData("t1", "e0r", "s0", "b1")]
    [InlineData("kernel", "grid", "scratch", "lanes")]
    [InlineData("@class", "@in", "@float", "@new")]
    [InlineData("F", "I", "Plan", "GC")]
    [InlineData("Info", "Launch", "Work", "Prepare")]
    [InlineData("slot0", "strip0", "Count", "SetTiles")]
    [InlineData("__kernel", "__arguments", "__launch", "profile")]
    [InlineData("Math", "Extents", "VecMath", "Pack")]
    [InlineData("TileKit", "System", "Mma", "Ops")]
    [InlineData("xStreams", "x", "yStreams", "shape")]
    [InlineData("größe", "données", "числа", "尺寸")]
    public void Names_OfParametersAreFree(string x, string y, string s, string tile) => GeneratorRun.Of(Source("", x, y, s, tile)).AssertCompiles();

    [Fact]
    public void Messages_HaveTheNamesOfTheProgram()
    {
        var message = Assert.Single(GeneratorRun.Of(Source("{y}.Tiles({tile}, 16)[0, 0] = t;", "t1", "t2", "s1", "k1")).Diagnostics).GetMessage(null);
        Assert.Contains("'t2'", message, StringComparison.Ordinal);
    }

    // uses the tile size whole, in a quotient and in a product
    private static string Source(string first, string x, string y, string s, string tile) =>
        """
        public static partial class Kernels
        {
            [TileKernel(nameof(Program))]
            public static partial void Run(Device device, DeviceTensor<float> {x}, DeviceTensor<float> {y}, float {s});

            static void Program(global::TileKit.Global<float> {x}, global::TileKit.Global<float> {y}, float {s}, [Tune] int {tile})
            {
                Require({x}.Rows == {y}.Rows);
                foreach (var (i, j) in Grid({y}.Tiles({tile}, 16)))
                {
                    var t = {x}.Tiles({tile}, 16)[i, j];
                    var half = Subtile(t, 0, 0, ({tile} + 1) / 2, 16);
                    FIRST
                    {y}.Tiles({tile}, 16)[i, j] = t * {s} + Sum(half) + MmABt(t, Ones<float>(16, 16)) / RowSum(t);
                }
            }
        }
        """.Replace("FIRST", first, StringComparison.Ordinal).Replace("{x}", x, StringComparison.Ordinal).Replace("{y}", y, StringComparison.Ordinal).Replace("{s}", s, StringComparison.Ordinal).Replace("{tile}", tile, StringComparison.Ordinal);
}
