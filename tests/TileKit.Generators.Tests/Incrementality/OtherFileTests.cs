using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Incrementality;

/// <summary>
/// A launcher whose own file does not change is not lowered again, unless something it is made of changed elsewhere. Each test edits a
/// second file and looks whether the kernel is the right one.
/// </summary>
public class OtherFileTests
{
    private const string Program =
        """
        public static partial class Kernels
        {
            [TileKernel(nameof(ScaleProgram))]
            public static partial void Scale(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

            static void ScaleProgram(Global<float> x, Global<float> y, [Tune] int BM, [Tune] int BN)
            {
                foreach (var (i, j) in Grid(y.Tiles(BM, BN)))
                {
                    y.Tiles(BM, BN)[i, j] = Helpers.Apply(x.Tiles(BM, BN)[i, j]) * Helpers.Factor;
                }
            }
        }
        """;

    private const string Helpers =
        """
        public static class Helpers
        {
            public const float Factor = 3f;

            public static Tile<float> Apply(Tile<float> tile) => Exp(tile);

            public static int Unrelated() { return 1; }
        }
        """;

    [Fact]
    public void ChangedConstant_ChangesTheKernel() => Assert.Contains("Broadcast(4f)", After("Factor = 3f", "Factor = 4f"), StringComparison.Ordinal);

    [Fact]
    public void ChangedHelper_ChangesTheKernel() => Assert.Contains("VecMath.Tanh", After("Exp(tile)", "Tanh(tile)"), StringComparison.Ordinal);

    [Fact]
    public void BetterOverload_ChangesTheKernel() => Assert.Contains(
        "VecMath.Log<",
        After("public static int Unrelated()", "public static Tile<float> Apply(Tile<float> tile, int more = 0) => tile; public static class More { } public static int Unrelated()", "Exp(tile)", "Log(tile)"),
        StringComparison.Ordinal);

    [Fact]
    public void BrokenHelper_TakesTheKernelAway_AndMendedGivesItBack()
    {
        var (run, input) = Start();
        var broken = Edit(input, "Exp(tile)", "Missing(tile)");
        var second = run.Again(broken);
        Assert.DoesNotContain("VecMath.Exp<", All(second), StringComparison.Ordinal);
        Assert.Contains("VecMath.Exp<", All(second.Again(Edit(broken, "Missing(tile)", "Exp(tile)"))), StringComparison.Ordinal);
    }

    [Fact]
    public void BodyThatTheProgramDoesNotCall_LeavesTheKernel()
    {
        var (run, input) = Start();
        var before = All(run);
        Assert.Equal(before, All(run.Again(Edit(input, "return 1;", "return 2;"))));
    }

    private static string After(params string[] edits)
    {
        var (run, input) = Start();
        for (var i = 0; i < edits.Length; i += 2)
        {
            input = Edit(input, edits[i], edits[i + 1]);
        }

        return All(run.Again(input));
    }

    private static string All(GeneratorRun run) => string.Concat(run.Files.Values);

    private static (GeneratorRun Run, CSharpCompilation Input) Start()
    {
        var run = GeneratorRun.Unchecked(Program);
        var options = (CSharpParseOptions)run.Input.SyntaxTrees[0].Options;
        var input = run.Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Helpers, options, "Helpers.cs"));
        return (run.Again(input), input);
    }

    private static CSharpCompilation Edit(CSharpCompilation input, string find, string replace)
    {
        var tree = input.SyntaxTrees.Single(t => t.FilePath == "Helpers.cs");
        var text = tree.ToString();
        Assert.Contains(find, text, StringComparison.Ordinal);
        return input.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text.Replace(find, replace, StringComparison.Ordinal), (CSharpParseOptions)tree.Options, tree.FilePath));
    }
}
