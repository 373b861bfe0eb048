using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TileKit.Generators.FrontEnd;

/// <summary>Finds the source and the operations of methods.</summary>
internal static class MethodBodies
{
    /// <summary>The declaration of the method that has its body, or null when there is none in source.</summary>
    public static SyntaxNode? FindDeclaration(IMethodSymbol method, CancellationToken token)
    {
        var definition = method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        foreach (var reference in definition.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(token);
            var hasBody = syntax switch
            {
                BaseMethodDeclarationSyntax declaration => declaration.Body is not null || declaration.ExpressionBody is not null,
                LocalFunctionStatementSyntax declaration => declaration.Body is not null || declaration.ExpressionBody is not null,
                _ => false,
            };
            if (hasBody)
            {
                return syntax;
            }
        }

        return null;
    }

    /// <summary>The statements of a declaration, or null when the compiler makes nothing of it.</summary>
    public static IBlockOperation? Bind(SyntaxNode declaration, SemanticModel model, CancellationToken token) =>
        model.GetOperation(declaration, token) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation local => local.Body ?? local.IgnoredBody,
            _ => null,
        };
}
