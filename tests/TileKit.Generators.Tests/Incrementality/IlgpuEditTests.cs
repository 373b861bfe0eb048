using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Incrementality;

/// <summary>What edits make the generator do in a consumer that references TileKit.ILGPU.</summary>
public class IlgpuEditTests
{
    private const string Execute = nameof(TrackingNames.Execute);
    private const string Compile = nameof(TrackingNames.Compile);
    private const string Output = nameof(TrackingNames.Output);

    private static GeneratorRun Run() => GeneratorRun.Of(KernelSources.Softmax, ilgpu: true);

    [Fact]
    public void AddedComment_DoesNotModifyOutput() =>
        Run().Edit("var weight = Exp", "var weight = /* of one row */ Exp").AssertChanged(Execute).AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void RenamedLocal_DoesNotModifyOutput() =>
        Run().Edit("var weight = Exp(row - RowMax(row));\n            y.Tiles(BM, N)[i, 0] = weight / RowSum(weight);", "var e = Exp(row - RowMax(row));\n            y.Tiles(BM, N)[i, 0] = e / RowSum(e);")
            .AssertChanged(Execute).AssertNotRun(Compile, Output).AssertChangedFiles();

    [Fact]
    public void ChangedProgram_RegeneratesIt() =>
        Run().Edit("Exp(row - RowMax(row))", "Exp2(row - RowMax(row))").AssertChanged(Execute, Compile, Output).AssertChangedFiles("Kernels.Run.g.cs");

    [Fact]
    public void ChangedListOfSizes_RegeneratesIt() =>
        Run().Edit("[Tune]", "[Tune(16)]").AssertChanged(Execute, Compile, Output).AssertChangedFiles("Kernels.Run.g.cs");

    /// <summary>The reference makes the difference, not the source: the second run of a driver sees it.</summary>
    [Fact]
    public void AddedReference_AddsTheGpuKernels()
    {
        var without = GeneratorRun.Of(KernelSources.Softmax);
        var with = without.Again(TestCompilation.Create(KernelSources.Softmax, ilgpu: true));
        Assert.DoesNotContain("IIlgpuProgram", without.Text, StringComparison.Ordinal);
        Assert.Contains("IIlgpuProgram", with.Text, StringComparison.Ordinal);
        Assert.Equal(without.Text, with.Again(TestCompilation.Create(KernelSources.Softmax)).Text);
    }
}
