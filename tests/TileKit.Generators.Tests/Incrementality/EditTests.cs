using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Incrementality;

/// <summary>Each test names an edit and what it makes the generator do.</summary>
public class EditTests
{
    private const string Execute = nameof(TrackingNames.Execute);
    private const string Compile = nameof(TrackingNames.Compile);
    private const string Output = nameof(TrackingNames.Output);

    private const string Source =
        """
        public static partial class Kernels
        {
            [TileKernel(nameof(DoubleProgram))]
            public static partial void Double(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

            static void DoubleProgram(Global<float> x, Global<float> y, [Tune] int BM, [Tune] int BN)
            {
                Require(x.Rows == y.Rows && x.Cols == y.Cols);
                var X = x.Tiles(BM, BN);
                var Y = y.Tiles(BM, BN);
                foreach (var (i, j) in Grid(Y))
                {
                    Y[i, j] = X[i, j] * 2f;
                }
            }

            [TileKernel(nameof(NegateProgram))]
            public static partial void Negate(Device device, DeviceTensor<float> x, DeviceTensor<float> y);

            static void NegateProgram(Global<float> x, Global<float> y, [Tune] int BM, [Tune] int BN)
            {
                var X = x.Tiles(BM, BN);
                var Y = y.Tiles(BM, BN);
                foreach (var (i, j) in Grid(Y))
                {
                    Y[i, j] = -X[i, j];
                }
            }

            static int Other() => 1;
        }
        """;

    private static GeneratorRun Run() => GeneratorRun.Of(Source);

    [Fact]
    public void EveryTrackedStep_AppearsInARunWithKernels()
    {
        const string WithMistake = "public static partial class K { [TileKernel(\"Missing\")] public static partial void F(Device device, DeviceTensor<float> x); }";
        var good = Run();
        var bad = GeneratorRun.Of(WithMistake);
        Assert.All(GeneratorSubject.TileKit.Steps, step => Assert.True(StepAssert.Reasons(good, step).Concat(StepAssert.Reasons(bad, step)).Any(), $"{step} never ran"));
    }

    [Fact]
    public void AddedComment_DoesNotModifyOutput() =>
        Run().Edit("* 2f;", "* 2f; // twice").AssertNotRun(Output).AssertChangedFiles();

    [Fact]
    public void AddedLineAboveAllKernels_MovesSitesOnly() =>
        Run().Edit("public static partial class Kernels", "// kernels\npublic static partial class Kernels").AssertChanged(Execute).AssertChangedFiles();

    [Fact]
    public void EditBelowTheKernels_ChangesNothing() =>
        Run().Edit("Other() => 1", "Other() => 2").AssertChanged().AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void ChangedProgram_RegeneratesThatKernelOnly()
    {
        var edit = Run().Edit("* 2f", "* 3f").AssertChanged(Execute, Compile, Output);
        Assert.Contains("Double", Assert.Single(edit.ChangedFiles), StringComparison.Ordinal);
    }

    [Fact]
    public void RemovedAttribute_RemovesTheFile()
    {
        var edit = Run().Edit("[TileKernel(nameof(NegateProgram))]", "");
        var removed = Assert.Single(edit.ChangedFiles);
        Assert.DoesNotContain(removed, edit.After.Files.Keys);
    }

    [Fact]
    public void MistakeMadeAndUndone_GivesTheSameOutput()
    {
        var run = Run();
        var broken = run.Edit("-X[i, j]", "-X[i,").After;
        Assert.Equal(run.Text, broken.Edit("-X[i,", "-X[i, j]").After.Text);
    }
}
