using Microsoft.CodeAnalysis;

namespace TileKit.Generators.Tests.Harness;

/// <summary>What an edit made the generator do. Prints as one line a step: the reasons of its outputs.</summary>
internal sealed class EditReport(GeneratorRun before, GeneratorRun after)
{
    /// <summary>The run after the edit; its own <see cref="GeneratorRun.Edit"/> goes on from there.</summary>
    public GeneratorRun After => after;

    /// <summary>The hint names of the files that were added, removed or have another text.</summary>
    public IReadOnlyList<string> ChangedFiles =>
    [
        .. before.Files.Keys.Union(after.Files.Keys)
            .Where(file => before.Files.GetValueOrDefault(file) != after.Files.GetValueOrDefault(file))
            .Order(StringComparer.Ordinal),
    ];

    public IEnumerable<IncrementalStepRunReason> Reasons(string step) => StepAssert.Reasons(after, step);

    /// <summary>Asserts that these steps, and no other tracked step, gave a new output.</summary>
    public EditReport AssertChanged(params string[] steps)
    {
        var changed = after.Subject.Steps.Where(step => Reasons(step).Any(IsChange));
        Assert.True(changed.ToHashSet().SetEquals(steps), $"Expected a change in [{string.Join(", ", steps)}], but:\n{this}");
        return this;
    }

    /// <summary>Asserts that none of these steps ran at all: their inputs were equal.</summary>
    public EditReport AssertNotRun(params string[] steps)
    {
        var ran = steps.Where(step => Reasons(step).Any(static reason => reason != IncrementalStepRunReason.Cached));
        Assert.True(!ran.Any(), $"Expected none of [{string.Join(", ", steps)}] to run, but:\n{this}");
        return this;
    }

    /// <summary>Asserts that exactly these files changed; none for an edit that must not touch the output.</summary>
    public EditReport AssertChangedFiles(params string[] files)
    {
        Assert.Equal(files.Order(StringComparer.Ordinal), ChangedFiles);
        return this;
    }

    public override string ToString() =>
        string.Join("\n", after.Subject.Steps.Select(step => $"{step}: {string.Join(", ", Reasons(step))}"));

    private static bool IsChange(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified or IncrementalStepRunReason.Removed;
}
