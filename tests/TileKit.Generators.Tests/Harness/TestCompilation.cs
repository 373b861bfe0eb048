using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TileKit.Generators.Tests.Harness;

/// <summary>Compilations as a consumer's project has them: .NET, TileKit, nullable on, no unsafe.</summary>
internal static class TestCompilation
{
    /// <summary>The path of the source under test; spans in expectations refer to this file.</summary>
    public const string SourcePath = "Source.cs";

    // Test sources start at their first interesting line; a real project has most of these by ImplicitUsings.
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Numerics.Tensors;
        global using TileKit;
        global using static TileKit.Ops;
        """;

    // Preview: the compiler the generator is built against is older than the language's number.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    private static readonly ImmutableArray<MetadataReference> IlgpuReferences =
    [
        .. References,
        MetadataReference.CreateFromFile(typeof(IlgpuDevice).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ILGPU.ArrayView<>).Assembly.Location),
    ];

    /// <summary>The compilation of a consumer.</summary>
    /// <param name="ilgpu">Whether it references TileKit.ILGPU, so that kernels for GPUs are generated too.</param>
    public static CSharpCompilation Create(string source, bool ilgpu = false) => CSharpCompilation.Create(
        "Consumer",
        [Parse(source, SourcePath), Parse(Usings, "Usings.cs")],
        ilgpu ? IlgpuReferences : References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: false,
            warningLevel: 9999));

    /// <summary>The same text as new trees: what an editor hands to the compiler after a keystroke that was undone.</summary>
    public static CSharpCompilation Reparse(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            compilation = compilation.ReplaceSyntaxTree(tree, Parse(tree.ToString(), tree.FilePath));
        }

        return compilation;
    }

    /// <summary>The compilation with one piece of the source replaced; <paramref name="find"/> must occur exactly once.</summary>
    public static CSharpCompilation Edit(CSharpCompilation compilation, string find, string replace)
    {
        var tree = SourceTree(compilation);
        var text = tree.ToString();
        var at = text.IndexOf(find, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The source has no '{find}' to edit.");
        Assert.True(text.IndexOf(find, at + 1, StringComparison.Ordinal) < 0, $"The source has '{find}' more than once.");
        var edited = tree.GetText().WithChanges(new TextChange(new TextSpan(at, find.Length), replace));
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(edited));
    }

    public static SyntaxTree SourceTree(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Single(static tree => tree.FilePath == SourcePath);

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    public static CSharpParseOptions Options => ParseOptions;

    // The assemblies this test runs on, less the test's own: always there, always the ones TileKit was built for.
    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] own = [typeof(Device).Assembly.Location, typeof(System.Numerics.Tensors.Tensor).Assembly.Location];
        var all = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return
        [
            .. all.Where(path => Path.GetDirectoryName(path) == framework).Union(own)
                .Select(static path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
