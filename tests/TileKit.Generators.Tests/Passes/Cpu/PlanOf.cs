using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Tests.Passes.Cpu;

/// <summary>The CPU plan of a source with one kernel.</summary>
internal static class PlanOf
{
    public static CpuPlan Source(string source)
    {
        var kernel = PassText.Lower(source);
        var context = new PassContext(kernel.ValueCount, CancellationToken.None);
        kernel = PassList.Run(kernel, context);
        Assert.Empty(context.Diagnostics);
        return PlanCpu.Run(kernel, context).Single();
    }

    /// <summary>All steps, those in loops and branches included.</summary>
    public static IEnumerable<Step> All(IEnumerable<Step> steps) => steps.SelectMany(step => (IEnumerable<Step>)(step switch
    {
        ForStep loop => [step, .. All(loop.Body)],
        IfStep branch => [step, .. All(branch.Then), .. All(branch.Else)],
        _ => [step],
    }));

    /// <summary>The copies that are left in the generated code: between two places, or of a fill.</summary>
    public static IEnumerable<CopyStep> Copies(this CpuPlan plan, IEnumerable<Step> steps) => All(steps).OfType<CopyStep>()
        .Where(copy => !plan.Places.TryGetValue(copy.From.Id, out var from) || from != plan.Places[copy.To.Id]);
}
