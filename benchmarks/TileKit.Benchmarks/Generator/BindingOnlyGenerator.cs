using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TileKit.Benchmarks.Generator;

/// <summary>
/// Asks the compiler for the operations of each tile program and does nothing with them: what any generator that reads a method's
/// body pays on every edit, and TileKit's cannot go below.
/// </summary>
internal sealed class BindingOnlyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var bound = context.SyntaxProvider.ForAttributeWithMetadataName(
            "TileKit.TileKernelAttribute",
            static (node, _) => node is MethodDeclarationSyntax,
            static (attributed, token) =>
            {
                var name = (string)attributed.Attributes[0].ConstructorArguments[0].Value!;
                var program = (IMethodSymbol)attributed.TargetSymbol.ContainingType.GetMembers(name).Single();
                var syntax = program.DeclaringSyntaxReferences.Single().GetSyntax(token);
                return attributed.SemanticModel.GetOperation(syntax, token) is { } body ? body.Descendants().Count() : 0;
            });
        context.RegisterSourceOutput(bound, static (_, _) => { });
    }
}
