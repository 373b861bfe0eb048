using TileKit.Generators.Passes.Ilgpu;
using TileKit.Generators.Tests.FrontEnd;

namespace TileKit.Generators.Tests.Passes.Ilgpu;

/// <summary>Where threads must wait for each other, and where they must not have to. All tiles that can share memory do.</summary>
public class InsertBarriersTests
{
    [Fact]
    public void Maps_NeedNone() => Check(
        Programs.Body("Y[i, j] = Exp(X[i, j]) * s;"),
        """
        load x
        store y
        """);

    [Fact]
    public void Loop_WaitsForItsReadersAndForItsWriters() => Check(
        KernelSources.Gemm("AB"),
        """
        for {
          barrier
          stage x to m0@0
          stage w to m1@1
          barrier
          product m0@0 m1@1
        }
        store y
        """);

    /// <summary>Nothing is turned on its way to tensor cores.</summary>
    [Fact]
    public void Fragments_WaitAsOtherProductsDo() => Check(
        GpuSources.OfBFloat16(KernelSources.Gemm("AtBt")),
        """
        for {
          barrier
          stage x to m0@0
          stage w to m1@1
          await
          barrier
          fragments m0@0 m1@1
        }
        store y
        """,
        threads: ThreadGrid.OfWarps(1, 1));

    /// <summary>The weights of attention stay in registers, and a warp's rows need no exchange through memory.</summary>
    [Fact]
    public void FragmentsOutOfRegisters_WaitForNobody() => Check(
        GpuSources.OfBFloat16(KernelSources.Attention),
        """
        stage q to m0@0
        for {
          await
          barrier
          stage k to m1@1
          await
          barrier
          fragments m0@0 m1@1
          reduce
          reduce
          barrier
          stage v to m2@1
          await
          barrier
          fragments registers m2@1
        }
        store o
        await
        """,
        threads: ThreadGrid.OfWarps(1, 1));

    /// <summary>The queries are waited for with the first keys; where there are none, at the end.</summary>
    [Fact]
    public void CopiesBeforeAPipelinedLoop_AreWaitedForInIt() => Check(
        GpuSources.OfBFloat16(KernelSources.Attention),
        """
        stage q to m0@0
        for pipelined m1@1, m2@2 {
          fragments m0@0 m1@1
          reduce
          reduce
          fragments registers m2@2
        }
        store o
        await
        """,
        pipelined: true,
        threads: ThreadGrid.OfWarps(1, 1));

    /// <summary>Threads that meet within a reduction have waited for their copies before: what reads those needs no barrier of its own.</summary>
    [Fact]
    public void CopiesBeforeAReduction_AreWaitedForBeforeIt() => Check(
        GpuSources.OfBFloat16(Programs.Body(
            "var t = Zeros<float>(BM, BN); for (var k = 0; k < n; k++) t = MmaAB(x.Tiles(BM, BN)[i, j], x.Tiles(BN, BN)[j, j], t - RowMax(t)); Y[i, j] = t;")),
        """
        stage x to m0@0
        stage x to m1@1
        for {
          await
          barrier
          reduce m2@2
          fragments m0@0 m1@1
        }
        store y
        await
        """,
        threads: ThreadGrid.OfWarps(1, 2));

    /// <summary>Groups for other devices have no such copies, and wait for none.</summary>
    [Fact]
    public void OtherProductsOfBFloat16s_WaitForNoCopies() => Assert.DoesNotContain(
        "await", IlgpuPlans.Steps(IlgpuPlans.Plan(GpuSources.OfBFloat16(KernelSources.Gemm("AtBt")))), StringComparison.Ordinal);

    /// <summary>The barrier that begins each iteration of a pipelined loop is its own: between those it needs no other.</summary>
    [Fact]
    public void PipelinedLoop_NeedsNoneInside() => Check(
        KernelSources.Gemm("AB"),
        """
        for pipelined m0@0, m1@1 {
          product m0@0 m1@1
        }
        store y
        """,
        pipelined: true);

    [Fact]
    public void Attention_WaitsOnlyBetweenThreadsThatExchange() => Check(
        KernelSources.Attention,
        """
        stage q to m0@0
        for pipelined m1@1, m5@2 {
          product m0@0 m1@1
          reduce m2@3
          barrier
          reduce m3@3
          barrier
          put m4@3
          barrier
          product m4@3 m5@2
        }
        store o
        """,
        pipelined: true);

    /// <summary>Where each thread has whole rows, nobody waits for the weights that it puts and multiplies itself.</summary>
    [Fact]
    public void AttentionWithWholeRows_WaitsOnlyForWhatIsStaged() => Assert.Equal(
        """
        stage q to m0@0
        for {
          stage k to m1@1 turned
          barrier
          product m0@0 m1@1
          reduce
          reduce
          put m2@2
          stage v to m3@3
          barrier
          product m2@2 m3@3
        }
        store o
        """.ReplaceLineEndings("\n"),
        IlgpuPlans.Steps(IlgpuPlans.Plan(KernelSources.Attention, threads: new ThreadGrid(16, 1, 16))));

    /// <summary>The same weights where rows are shared, and where there are more threads than rows.</summary>
    [Theory]
    [InlineData(8, 2)]
    [InlineData(32, 1)]
    public void AttentionWithoutWholeRows_WaitsForTheWeights(int rows, int cols) => Assert.Contains(
        "barrier\n  product m",
        IlgpuPlans.Steps(IlgpuPlans.Plan(KernelSources.Attention, threads: new ThreadGrid(rows, cols, 16))).Split("put m")[1],
        StringComparison.Ordinal);

    /// <summary>Threads wait within a reduction; only the next use of its memory waits again.</summary>
    [Fact]
    public void Reductions_WaitBetweenEachOther() => Check(
        Programs.Body("var t = X[i, j]; Y[i, j] = t * RowMax(t) + RowSum(t);"),
        """
        load x
        reduce m0@0
        barrier
        reduce m1@0
        store y
        """);

    [Fact]
    public void ReductionsWithMemoryOfTheirOwn_DoNotWait() => Assert.Equal(
        "load x\nreduce m0@0\nreduce m1@1\nstore y",
        IlgpuPlans.Steps(IlgpuPlans.Plan(Programs.Body("var t = X[i, j]; Y[i, j] = t * RowMax(t) + RowSum(t);"))));

    [Fact]
    public void ReductionInALoop_WaitsForTheIterationBefore() => Check(
        Programs.Body("var t = X[i, j]; for (var k = 0; k < n; k++) t = t - RowMax(t); Y[i, j] = t;"),
        """
        load x
        for {
          barrier
          reduce m0@0
        }
        store y
        """);

    [Fact]
    public void Transpose_WaitsBetweenWritingAndReading() => Check(
        Programs.Body("Y[i, j] = Transpose(x.Tiles(BN, BM)[j, i]);"),
        """
        load x
        put m0@0 turned
        barrier
        get m0@0
        store y
        """);

    /// <summary>Both arms may have left reads behind.</summary>
    [Fact]
    public void AfterABranch_WhatEitherArmDidCounts() => Check(
        Programs.Body("var t = X[i, j]; if (n > 0) t = t * s; else t = t - RowMax(t); Y[i, j] = t * RowSum(t);"),
        """
        load x
        if {
        } else {
          reduce m0@0
        }
        barrier
        reduce m1@0
        store y
        """);

    /// <summary>Arms never run together: neither waits for the other.</summary>
    [Fact]
    public void ArmsOfABranch_DoNotWaitForEachOther() => Check(
        Programs.Body("var t = X[i, j]; if (n > 0) t = t - RowMax(t); else t = t * RowSum(t); Y[i, j] = t;"),
        """
        load x
        if {
          reduce m0@0
        } else {
          reduce m1@0
        }
        store y
        """);

    [Fact]
    public void BeforeABranch_BothArmsWaitForWhatWasRead() => Check(
        Programs.Body("var t = X[i, j]; t = t - RowMin(t); if (n > 0) t = t - RowMax(t); else t = t * RowSum(t); Y[i, j] = t;"),
        """
        load x
        reduce m0@0
        if {
          barrier
          reduce m1@0
        } else {
          barrier
          reduce m2@0
        }
        store y
        """);

    /// <summary>An output that is read again was stored by other threads; one that is only stored, or only read, makes nobody wait.</summary>
    [Fact]
    public void OutputReadAgain_WaitsForTheStores() => Check(
        Programs.Body("Y[i, j] = X[i, j] * s; var t = Y[i, j]; Y[i, j] = t + RowSum(t);"),
        """
        load x
        store y
        barrier
        load y
        reduce m0@0
        store y
        """);

    private static void Check(string source, string expected, bool pipelined = false, ThreadGrid? threads = null) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), IlgpuPlans.Steps(IlgpuPlans.Plan(source, pipelined: pipelined, shareAll: true, threads: threads)));
}
