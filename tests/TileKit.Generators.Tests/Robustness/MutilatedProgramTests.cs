using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;
using Xunit.Abstractions;

namespace TileKit.Generators.Tests.Robustness;

/// <summary>
/// The repository's own tile programs with a token deleted, swapped or inserted: the generator never throws, whatever it rejects has
/// an error inside the user's source, and whatever it accepts compiles. TILEKIT_SEED and TILEKIT_MUTILATIONS choose other ones.
/// </summary>
public class MutilatedProgramTests(ITestOutputHelper output)
{
    private static readonly int Seed = Setting("TILEKIT_SEED", 1);
    private static readonly int Count = Setting("TILEKIT_MUTILATIONS", 1000);

    [Fact]
    public void MutilatedPrograms_AreRejectedInTheirSourceOrCompile()
    {
        var watch = Stopwatch.StartNew();
        var projects = Projects().ToArray();
        var outcomes = new ConcurrentBag<Outcome>();
        Parallel.For(0, projects.Length, index =>
        {
            var project = new Project(projects[index]);
            var random = new Random(unchecked((Seed * 1000) + index));
            for (var i = index; i < Count; i += projects.Length)
            {
                var mutilation = Mutilation.Of(project.AnySource(random), random);
                var outcome = project.Check(mutilation, out var fault);
                outcomes.Add(outcome);
                Assert.False(outcome == Outcome.Fault, $"Seed {Seed}, number {i}: {mutilation}: {fault}\n{mutilation.Tree}");
            }
        });

        var told = string.Join(", ", outcomes.CountBy(static outcome => outcome).OrderBy(static outcome => outcome.Key).Select(static outcome => $"{outcome.Value} {outcome.Key}"));
        output.WriteLine($"Seed {Seed}: {Count} programs in {watch.Elapsed.TotalSeconds:F1} s: {told}.");
        Assert.Equal(Count, outcomes.Count);
        Assert.All(Enum.GetValues<Outcome>().Except([Outcome.Fault]), outcome => Assert.True(outcomes.Count(o => o == outcome) > Count / 100, $"Hardly any {outcome}: {told}."));
    }

    private static IEnumerable<string[]> Projects()
    {
        yield return [Repository.Read("samples", "Quickstart", "Layers.cs")];
        yield return [Repository.Read("samples", "Digits", "DigitAttention.cs")];

        // each file of kernels with the files that all share: the smaller the project, the more of them in a minute
        var files = Directory.GetFiles(Repository.PathTo("src", "TileKit.Kernels"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .ToLookup(static text => text.Contains("[TileKernel(", StringComparison.Ordinal));

        // what launches kernels needs more than one file of them
        var shared = files[false].Where(static text => !text.Contains("Device device", StringComparison.Ordinal)).ToArray();
        foreach (var file in files[true])
        {
            yield return [file, .. shared];
        }

        yield return [KernelSources.Softmax];
        yield return [KernelSources.Gemm("AtBt")];
        yield return [Programs.Body("var t = X[i, j]; if (n > 0) { t = Where(t > s, Silu(t), -t); } else t = MakeCausal(t - RowMax(t), i * BM, j * BN); Y[i, j] = t;")];
        yield return [Programs.Body("for (var k = 0; k < n; k += 2) Y[i, j] = Fma(Y[i, j], s, Subtile(Transpose(x.Tiles(2 * BN, BM)[j, k]), 0, BN, BM, BN)) + x[k];")];
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;

    private enum Outcome
    {
        Fault,
        Accepted,
        RejectedByTileKit,
        RejectedByCompiler,
    }

    /// <summary>Sources that compile, and a generator that has seen them: each check changes one source.</summary>
    private sealed class Project
    {
        private readonly CSharpCompilation _compilation;
        private readonly GeneratorDriver _driver;
        private readonly HashSet<string> _generated;

        public Project(string[] sources)
        {
            _compilation = TestCompilation.Create(sources[0]).AddSyntaxTrees(sources.Skip(1).Select(static (source, i) => TestCompilation.Parse(source, $"Source{i + 2}.cs")));
            _driver = CSharpGeneratorDriver.Create([new TileKernelGenerator().AsSourceGenerator()], parseOptions: TestCompilation.Options)
                .RunGeneratorsAndUpdateCompilation(_compilation, out var output, out var diagnostics);
            Assert.Empty(diagnostics);
            Assert.Empty(output.GetDiagnostics().Where(IsError));
            _generated = [.. _driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString())];
        }

        public SyntaxTree AnySource(Random random)
        {
            var sources = _compilation.SyntaxTrees.Where(IsUsers).ToArray();

            // mostly the file with the kernels: in the others there is little to spoil
            return random.Next(4) > 0 ? sources[0] : sources[random.Next(sources.Length)];
        }

        public Outcome Check(Mutilation mutilation, out string fault)
        {
            var before = _compilation.SyntaxTrees.Single(tree => tree.FilePath == mutilation.Tree.FilePath);
            var input = _compilation.ReplaceSyntaxTree(before, mutilation.Tree);
            var result = _driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _).GetRunResult().Results.Single();
            fault = "";
            if (result.Exception is { } exception)
            {
                fault = $"the generator threw {exception}";
                return Outcome.Fault;
            }

            if (result.Diagnostics.FirstOrDefault(d => d.Id == "TK9001" || !IsInUsersSource(d, input)) is { } wrong)
            {
                fault = $"reported {wrong}";
                return Outcome.Fault;
            }

            if (result.Diagnostics.Any(IsError))
            {
                return Outcome.RejectedByTileKit;
            }

            // what the compiler says of the user's sources comes first: most mutilations are no C# at all
            if (output.SyntaxTrees.Where(IsUsers).OrderByDescending(tree => tree.FilePath == mutilation.Tree.FilePath)
                .Any(tree => output.GetSemanticModel(tree).GetDiagnostics().Any(IsError)))
            {
                return Outcome.RejectedByCompiler;
            }

            var rejected = result.GeneratedSources.FirstOrDefault(static source => source.SourceText.ToString().Contains("' was not compiled: ", StringComparison.Ordinal));
            var errors = result.GeneratedSources.Where(source => !_generated.Contains(source.SourceText.ToString()))
                .SelectMany(source => output.GetSemanticModel(source.SyntaxTree).GetDiagnostics()).Where(IsError).ToArray();
            fault = rejected.SourceText is not null ? $"{rejected.HintName} was rejected without an error" : string.Join("\n", errors.Take(5));
            return fault.Length > 0 ? Outcome.Fault : Outcome.Accepted;
        }

        private static bool IsUsers(SyntaxTree tree) => tree.FilePath.StartsWith("Source", StringComparison.Ordinal) && !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

        private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

        private static bool IsInUsersSource(Diagnostic diagnostic, CSharpCompilation input) =>
            input.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == diagnostic.Location.GetLineSpan().Path) is { } tree
            && IsUsers(tree) && tree.GetRoot().FullSpan.Contains(diagnostic.Location.SourceSpan);
    }
}
