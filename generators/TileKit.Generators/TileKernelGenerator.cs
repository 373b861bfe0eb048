using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.Emit.Launcher;
using TileKit.Generators.FrontEnd;
using TileKit.Generators.IR;

namespace TileKit.Generators;

/// <summary>Implements every partial method marked <c>[TileKernel]</c> with the kernel compiled from its tile program.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TileKernelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var lowered = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.TileKernelAttribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (attributed, token) => KernelFrontEnd.Lower(attributed, token))
            .WithTrackingName(TrackingNames.Execute);

        // Sites stay behind here: a comment moves them and must not reach Compile.
        var compiled = lowered
            .Select(static (kernel, _) => (kernel.Kernel, kernel.Rejected))
            .Select(static (kernel, token) => Compile(kernel.Kernel, kernel.Rejected, token))
            .WithTrackingName(TrackingNames.Compile);

        var diagnostics = lowered.Collect()
            .Combine(compiled.Collect())
            .SelectMany(static (pair, _) => PlaceDiagnostics(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Diagnostics);

        var output = compiled.Collect()
            .SelectMany(static (kernels, _) => NameFiles(kernels))
            .WithTrackingName(TrackingNames.Output);

        context.RegisterSourceOutput(diagnostics, static (production, diagnostic) => production.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(output, static (production, kernel) =>
            production.AddSource(kernel.HintName, SourceText.From(kernel.Source, Encoding.UTF8)));
    }

    private static CompiledKernel? Compile(Kernel? kernel, RejectedKernel? rejected, CancellationToken token)
    {
        if (kernel is null)
        {
            return rejected is null ? null : RejectedEmitter.Compile(rejected);
        }

        try
        {
            return KernelCompiler.Compile(kernel, token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return RejectedEmitter.Compile(kernel.Launcher, [InternalError.Describe(kernel.Launcher.Name, exception)]);
        }
    }

    // File names must differ in more than case, and C# names need not: a second one of a name gets a number.
    private static IEnumerable<CompiledKernel> NameFiles(ImmutableArray<CompiledKernel?> kernels)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var kernel in kernels.OfType<CompiledKernel>())
        {
            var name = kernel.HintName;
            for (var number = 2; !names.Add(name); number++)
            {
                name = kernel.HintName.Replace(".g.cs", $".{number}.g.cs");
            }

            yield return kernel with { HintName = name };
        }
    }

    // Both arrays have one element per attributed method, in the same order.
    private static IEnumerable<PlacedDiagnostic> PlaceDiagnostics(ImmutableArray<LoweredKernel> lowered, ImmutableArray<CompiledKernel?> compiled)
    {
        for (var i = 0; i < lowered.Length; i++)
        {
            foreach (var diagnostic in lowered[i].Diagnostics)
            {
                yield return PlacedDiagnostic.Create(diagnostic, lowered[i].Sites);
            }

            foreach (var diagnostic in compiled[i]?.Diagnostics ?? [])
            {
                yield return PlacedDiagnostic.Create(diagnostic, lowered[i].Sites);
            }
        }
    }
}
