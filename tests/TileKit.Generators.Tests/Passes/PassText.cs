using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>What a pass makes of a program: the IR of the grid before it and after it.</summary>
internal static class PassText
{
    /// <summary>The IR of a source as the front end leaves it.</summary>
    public static Kernel Lower(string source)
    {
        var run = GeneratorRun.Of(source);
        var lowered = run.Result.TrackedSteps[TrackingNames.Execute].SelectMany(static step => step.Outputs).Select(static output => (LoweredKernel)output.Value).Single();
        Assert.Empty(lowered.Diagnostics);
        Assert.True(lowered.Kernel is not null, string.Join("\n", run.Output.GetDiagnostics()));
        return Assert.IsType<Kernel>(lowered.Kernel);
    }

    /// <summary>The IR with shapes, then what <paramref name="pass"/> makes of it.</summary>
    public static string Of(string source, Func<Kernel, PassContext, Kernel> pass) => Of(source, [ResolveShapes.Run], pass);

    /// <summary>The IR as <paramref name="before"/> leave it, then what <paramref name="pass"/> makes of it.</summary>
    public static string Of(string source, Func<Kernel, PassContext, Kernel>[] before, Func<Kernel, PassContext, Kernel> pass)
    {
        var kernel = Lower(source);
        foreach (var earlier in before)
        {
            kernel = Run(kernel, earlier);
        }

        var after = Run(kernel, pass);
        return Print(kernel) == Print(after) ? $"{Print(kernel)}\nunchanged\n" : $"{Print(kernel)}\nbecomes\n\n{Print(after)}";
    }

    private static Kernel Run(Kernel kernel, Func<Kernel, PassContext, Kernel> pass)
    {
        var context = new PassContext(kernel.ValueCount, CancellationToken.None);
        kernel = pass(kernel, context) with { ValueCount = context.ValueCount };
        Assert.Empty(context.Diagnostics);
        return kernel;
    }

    private static string Print(Kernel kernel) =>
        string.Concat(kernel.Body.Ops.OfType<GridOp>().Select(grid => IrPrinter.Print(grid.Body, kernel.Tensors)));
}
