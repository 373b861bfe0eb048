using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Tests.Harness;

/// <summary>Assertions about the tracked steps of a run.</summary>
internal static class StepAssert
{
    /// <summary>Every tracked step of a repeated run was cached or unchanged, and nothing was written again.</summary>
    public static void AllCached(GeneratorRun run)
    {
        var stale = run.Subject.Steps
            .SelectMany(name => Reasons(run, name).Select(reason => (name, reason)))
            .Where(static step => step.reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(static step => $"{step.name}: {step.reason}")
            .ToList();

        stale.AddRange(run.Result.TrackedOutputSteps
            .SelectMany(static steps => steps.Value.SelectMany(static step => step.Outputs).Select(output => (steps.Key, output.Reason)))
            .Where(static step => step.Reason != IncrementalStepRunReason.Cached)
            .Select(static step => $"{step.Key}: {step.Reason}"));

        Assert.True(stale.Count == 0, $"The same source a second time made steps run: {string.Join(", ", stale)}");
    }

    /// <summary>No output of a tracked step reaches an object that keeps a compilation alive.</summary>
    public static void NothingLive(GeneratorRun run)
    {
        foreach (var name in run.Subject.Steps)
        {
            foreach (var (value, _) in Outputs(run, name))
            {
                var path = LiveObjects.Find(value);
                Assert.True(path is null, $"An output of step {name} keeps a compilation alive: {path}");
            }
        }
    }

    /// <summary>The reasons of all outputs of the step; empty where the step had nothing to do.</summary>
    public static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        Outputs(run, step).Select(static output => output.Reason);

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorRun run, string step) =>
        run.Result.TrackedSteps.TryGetValue(step, out var steps) ? steps.SelectMany(static s => s.Outputs) : [];
}
