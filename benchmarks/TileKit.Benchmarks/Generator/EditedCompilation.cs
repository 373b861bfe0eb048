using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TileKit.Generators;

namespace TileKit.Benchmarks.Generator;

/// <summary>
/// A project with some kernels and a driver that has compiled them. An edit is what an editor does on a keystroke: new text, parsed
/// again, in a new compilation, run through the same driver.
/// </summary>
internal sealed class EditedCompilation
{
    // Preview: the compiler the generator is built against is older than the language's number.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _first;
    private readonly SyntaxTree _other;
    private GeneratorDriver _driver;
    private GeneratorDriver _bindingOnly;

    public EditedCompilation(TileProgram program, int kernels)
    {
        var trees = Enumerable.Range(0, kernels).Select(i => Parse(TilePrograms.Source(program, i), $"Kernel{i}.cs")).ToList();
        _first = trees[0];
        _other = Parse(TilePrograms.Other, "Other.cs");
        _compilation = CSharpCompilation.Create(
            "Consumer",
            [.. trees, _other],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create([new TileKernelGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(_compilation, out var output, out var diagnostics);
        _bindingOnly = CSharpGeneratorDriver.Create([new BindingOnlyGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGenerators(_compilation);
        var complaints = diagnostics.Concat(output.GetDiagnostics()).Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (complaints.Count > 0 || Sources.Length != kernels)
        {
            throw new InvalidOperationException($"{Sources.Length} of {kernels} kernels compile: {string.Join(Environment.NewLine, complaints)}");
        }
    }

    private ImmutableArray<GeneratedSourceResult> Sources => _driver.GetRunResult().Results.Single().GeneratedSources;

    /// <summary>Changes the first kernel's file and runs the generator; the length of what it generated.</summary>
    public int EditFirstKernel(string find, string replace) => Edit(_first, find, replace);

    /// <summary>Changes a file that has no kernel and runs the generator; the length of what it generated.</summary>
    public int EditElsewhere(string find, string replace) => Edit(_other, find, replace);

    /// <summary>Changes a file that has no kernel and has the compiler bind every program, without TileKit.</summary>
    public void BindAll(string find, string replace) => _bindingOnly = _bindingOnly.RunGenerators(Edited(_other, find, replace));

    /// <summary>The first kernel's generated source.</summary>
    public string FirstSource => Sources[0].SourceText.ToString();

    private int Edit(SyntaxTree tree, string find, string replace)
    {
        _driver = _driver.RunGenerators(Edited(tree, find, replace));
        return Sources[0].SourceText.Length;
    }

    private CSharpCompilation Edited(SyntaxTree tree, string find, string replace)
    {
        var text = tree.GetText();
        var at = text.ToString().IndexOf(find, StringComparison.Ordinal);
        return _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, find.Length), replace))));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    // What this program runs on, less its own packages: .NET and TileKit.
    private static IEnumerable<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(Device).Assembly.Location)
            .Append(typeof(System.Numerics.Tensors.Tensor).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path));
    }
}
