using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Incrementality;

/// <summary>Each test names an edit and what it makes the generator do.</summary>
public class EditTests
{
    private const string Execute = nameof(TrackingNames.Execute);
    private const string Compile = nameof(TrackingNames.Compile);
    private const string Diagnostics = nameof(TrackingNames.Diagnostics);
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
                    var twice = X[i, j] * 2f;
                    Y[i, j] = twice;
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
        Run().Edit("* 2f;", "* 2f; // twice").AssertChanged(Execute).AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void AddedWhitespace_DoesNotModifyOutput() =>
        Run().Edit("X[i, j] * 2f", "X[ i,\n j ]   * 2f").AssertChanged(Execute).AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void CommentInsideRequire_DoesNotModifyOutput() =>
        Run().Edit("x.Rows == y.Rows", "x.Rows /* M */ == y.Rows").AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void AddedLineAboveAllKernels_MovesSitesOnly() =>
        Run().Edit("public static partial class Kernels", "// kernels\npublic static partial class Kernels").AssertChanged(Execute).AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void RenamedLocal_DoesNotModifyOutput() =>
        Run().Edit("var twice = X[i, j] * 2f;\n            Y[i, j] = twice;", "var doubled = X[i, j] * 2f;\n            Y[i, j] = doubled;")
            .AssertChanged(Execute).AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void ExtractedHelper_DoesNotModifyOutput() =>
        Run().Edit("Y[i, j] = -X[i, j];", "Y[i, j] = Minus(X[i, j]);\n            static Tile<float> Minus(Tile<float> t) => -t;")
            .AssertNotRun(Output).AssertChangedFiles();

    [Fact]
    public void ChangedHelper_RegeneratesTheKernelsThatCallIt()
    {
        var before = Run().Edit("Y[i, j] = -X[i, j];", "Y[i, j] = Helper(X[i, j]);").After.Edit("static int Other() => 1;", "static Tile<float> Helper(Tile<float> t) => -t;").After;
        before.Edit("t) => -t", "t) => -t - 1f").AssertChanged(Execute, Compile, Output).AssertChangedFiles("Kernels.Negate.g.cs");
    }

    [Fact]
    public void RenamedTunable_ModifiesThatKernelOnly()
    {
        const string Rename = "Global<float> x, Global<float> y, [Tune] int Rows, [Tune] int BN)\n    {\n        var X = x.Tiles(Rows, BN);\n        var Y = y.Tiles(Rows, BN);\n        foreach (var (i, j) in Grid(Y))\n        {\n            Y[i, j] = -X";
        Run().Edit("Global<float> x, Global<float> y, [Tune] int BM, [Tune] int BN)\n    {\n        var X = x.Tiles(BM, BN);\n        var Y = y.Tiles(BM, BN);\n        foreach (var (i, j) in Grid(Y))\n        {\n            Y[i, j] = -X", Rename)
            .AssertChanged(Execute, Compile, Output).AssertChangedFiles("Kernels.Negate.g.cs");
    }

    [Fact]
    public void AddedKernel_LeavesTheOthers() =>
        Run().Edit(
            "static int Other() => 1;",
            """
            [TileKernel(nameof(NegateProgram))]
            public static partial void Third(Device device, DeviceTensor<float> x, DeviceTensor<float> y);
            """).AssertChanged(Execute, Compile, Output).AssertChangedFiles("Kernels.Third.g.cs");

    [Fact]
    public void AddedUsing_ChangesNothingBelow() =>
        Run().Edit("public static partial class Kernels", "using System.Text;\npublic static partial class Kernels").AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void AddedMistake_ReplacesThatKernelByOneThatThrows()
    {
        var edit = Run().Edit("Y[i, j] = -X[i, j]", "Y[i, 0] = -X[i, j]").AssertChanged(Execute, Compile, Diagnostics, Output).AssertChangedFiles("Kernels.Negate.g.cs");
        Assert.Contains("TK3001", edit.After.Files["Kernels.Negate.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void CommentAboveAMistake_MovesItsDiagnosticOnly()
    {
        var wrong = Run().Edit("Y[i, j] = -X[i, j]", "Y[i, 0] = -X[i, j]").After;
        wrong.Edit("static void NegateProgram", "// minus\n    static void NegateProgram").AssertChanged(Execute, Diagnostics).AssertNotRun(Compile, Output).AssertChangedFiles();
    }

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
