using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TileKit.Generators.Tests.Harness;

/// <summary>One source through the generator. <see cref="Of"/> runs it twice, so that every generator test is also a test of caching.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorSubject subject, GeneratorDriver driver, CSharpCompilation input, Compilation output)
    {
        Subject = subject;
        Input = input;
        Output = output;
        _driver = driver;
        Result = driver.GetRunResult().Results.Single();
    }

    public GeneratorSubject Subject { get; }

    public CSharpCompilation Input { get; }

    /// <summary>The input with the generated files.</summary>
    public Compilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>What the generator itself reported; <see cref="DiagnosticAssert"/> adds the analyzers'.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated files by hint name, in order of generation.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());

    /// <summary>All generated files as one text for <see cref="Golden"/>.</summary>
    public string Text => Files.Count == 1
        ? Files.Values.Single()
        : Files.Aggregate(new StringBuilder(), static (text, file) => text.Append($"// ==== {file.Key} ====\n{file.Value}\n")).ToString();

    /// <summary>
    /// Runs the generator over <paramref name="source"/>, then again over the same text parsed anew, and asserts that it
    /// did not throw, that every tracked step was cached or unchanged, and that no step's output holds on to a compilation.
    /// </summary>
    /// <param name="ilgpu">Whether the consumer references TileKit.ILGPU.</param>
    public static GeneratorRun Of(string source, GeneratorSubject? subject = null, bool ilgpu = false)
    {
        var run = Unchecked(source, subject, ilgpu);
        Assert.True(run.Result.Exception is null, $"The generator threw: {run.Result.Exception}");
        var again = run.Again(TestCompilation.Reparse(run.Input));
        StepAssert.AllCached(again);
        StepAssert.NothingLive(run);
        Assert.Equal(run.Text, again.Text);
        return run;
    }

    /// <summary>Runs the generator once and asserts nothing: for sources that need not be C#.</summary>
    public static GeneratorRun Unchecked(string source, GeneratorSubject? subject = null, bool ilgpu = false)
    {
        subject ??= GeneratorSubject.TileKit;
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [subject.Create().AsSourceGenerator()],
            parseOptions: TestCompilation.Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Start(subject, driver, TestCompilation.Create(source, ilgpu));
    }

    /// <summary>Runs again with one piece of the source replaced and tells what the edit made the generator do.</summary>
    public EditReport Edit(string find, string replace)
    {
        var after = Again(TestCompilation.Edit(Input, find, replace));
        StepAssert.NothingLive(after);
        return new EditReport(this, after);
    }

    /// <summary>Runs the same driver, with its caches, over another compilation.</summary>
    public GeneratorRun Again(CSharpCompilation input) => Start(Subject, _driver, input);

    /// <summary>Asserts that neither the generator nor the compiler has anything to say, warnings and generated files included.</summary>
    public GeneratorRun AssertCompiles()
    {
        var complaints = Diagnostics.Concat(Output.GetDiagnostics())
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ToArray();
        Assert.True(complaints.Length == 0, $"{string.Join("\n", complaints.Take(20))}\n\n{Text}");
        return this;
    }

    /// <summary>Compiles source and generated files and loads them: see <see cref="LoadedAssembly"/>.</summary>
    public LoadedAssembly Load() => LoadedAssembly.Of(AssertCompiles().Output);

    private static GeneratorRun Start(GeneratorSubject subject, GeneratorDriver driver, CSharpCompilation input)
    {
        // Whoever compiles may have any culture; what it would do to a number has to show up in the generated text.
        using (new ForeignCulture())
        {
            driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
            return new GeneratorRun(subject, driver, input, output);
        }
    }
}
