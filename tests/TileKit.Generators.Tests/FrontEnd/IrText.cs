using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TileKit.Generators.FrontEnd;
using TileKit.Generators.IR;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.FrontEnd;

/// <summary>The IR of a source as the front end leaves it, before any pass.</summary>
internal static class IrText
{
    private static readonly GeneratorSubject Subject = new(static () => new IrGenerator(), [TrackingNames.Execute], []);

    /// <summary>Lowers the one kernel of a source that has no faults.</summary>
    public static string Of(string source)
    {
        var run = GeneratorRun.Of(source, Subject);
        Assert.Empty(run.Diagnostics);
        return run.Text;
    }

    // The front end alone, with the IR as its generated file.
    private sealed class IrGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var lowered = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    KnownTypes.TileKernelAttribute,
                    static (node, _) => node is MethodDeclarationSyntax,
                    static (attributed, token) => KernelFrontEnd.Lower(attributed, token))
                .WithTrackingName(TrackingNames.Execute);
            context.RegisterSourceOutput(lowered, static (production, kernel) =>
            {
                foreach (var diagnostic in kernel.Diagnostics)
                {
                    production.ReportDiagnostic(diagnostic.ToDiagnostic(kernel.Sites));
                }

                if (kernel.Kernel is { } ir)
                {
                    production.AddSource(ir.Launcher.Name, IrPrinter.Print(ir));
                }
            });
        }
    }
}
