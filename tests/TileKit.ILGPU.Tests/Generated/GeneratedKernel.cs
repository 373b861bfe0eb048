using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TileKit.Generators;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Ilgpu.Tests.Generated;

/// <summary>The source that the generator writes for a consumer with one kernel, and what becomes of it, changed or not.</summary>
internal sealed class GeneratedKernel
{
    private readonly CSharpCompilation _consumer;
    private readonly SyntaxTree _generated;

    private GeneratedKernel(CSharpCompilation consumer, SyntaxTree generated) => (_consumer, _generated) = (consumer, generated);

    /// <summary>The generated file.</summary>
    public string Text => _generated.ToString();

    /// <summary>The GPU kernels in it, in the order of the variants.</summary>
    public IReadOnlyList<MethodDeclarationSyntax> Variants =>
        [.. _generated.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => m.Identifier.ValueText.StartsWith("Variant", StringComparison.Ordinal))];

    public static GeneratedKernel Of(string source)
    {
        var consumer = TestCompilation.Create(source, ilgpu: true);
        CSharpGeneratorDriver.Create([new TileKernelGenerator().AsSourceGenerator()], parseOptions: TestCompilation.Options)
            .RunGeneratorsAndUpdateCompilation(consumer, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        return new(consumer, output.SyntaxTrees.Single(tree => !consumer.SyntaxTrees.Contains(tree)));
    }

    /// <summary>Compiles the consumer, with another text for the generated file where one is given, and loads it.</summary>
    /// <param name="text">The text in place of the generated one.</param>
    /// <param name="level">How the compiler optimises; in a debug build each statement does what it says, where it stands.</param>
    public LoadedAssembly Load(string? text = null, OptimizationLevel level = OptimizationLevel.Release) => LoadedAssembly.Of(
        _consumer.WithOptions(_consumer.Options.WithOptimizationLevel(level)).AddSyntaxTrees(TestCompilation.Parse(text ?? Text, "Generated.cs")));

    /// <summary>The methods of the variants, for who compiles them himself.</summary>
    public static IReadOnlyList<MethodInfo> VariantsOf(Assembly consumer) =>
    [
        .. consumer.GetTypes().Single(static type => type.Name.EndsWith("Variants", StringComparison.Ordinal))
            .GetMethods(BindingFlags.Static | BindingFlags.Public).Where(static method => method.Name.StartsWith("Variant", StringComparison.Ordinal)),
    ];
}
