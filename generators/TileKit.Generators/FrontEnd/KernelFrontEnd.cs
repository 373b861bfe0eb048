using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>The way in: from an attributed method to IR.</summary>
internal static class KernelFrontEnd
{
    /// <summary>Lowers the kernel of one attributed method. Faults become diagnostics; only cancellation throws.</summary>
    public static LoweredKernel Lower(GeneratorAttributeSyntaxContext attributed, CancellationToken token)
    {
        var method = (IMethodSymbol)attributed.TargetSymbol;
        var syntax = (MethodDeclarationSyntax)attributed.TargetNode;
        var context = new FrontEndContext(attributed.SemanticModel, token);
        context.Sites.Add(syntax.Identifier);
        try
        {
            var kernel = Lower(context, method, syntax, attributed.Attributes[0]);
            return context.HasErrors ? Reject(context) : new LoweredKernel(kernel, context.Sites.ToSites(), []);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new LoweredKernel(null, context.Sites.ToSites(), [InternalError.Describe(method.Name, exception)]);
        }
    }

    private static Kernel? Lower(FrontEndContext context, IMethodSymbol method, MethodDeclarationSyntax syntax, AttributeData attribute)
    {
        // The compiler reports these, and at the same places.
        if (syntax.ContainsDiagnostics || method.Parameters.Any(p => p.Type.TypeKind == TypeKind.Error) || method.ReturnType.TypeKind == TypeKind.Error)
        {
            context.ReportBrokenCode(syntax);
            return null;
        }

        if (new LauncherReader(context, method, syntax).Read() is not { } launcher)
        {
            return null;
        }

        context.Token.ThrowIfCancellationRequested();
        if (new ProgramReader(context, method, launcher, attribute).Read() is not { } signature)
        {
            return null;
        }

        context.Token.ThrowIfCancellationRequested();
        return new ProgramLowering(context, signature).Lower();
    }

    // One fault, one error: where the C# is broken the compiler's errors stand alone.
    private static LoweredKernel Reject(FrontEndContext context)
    {
        if (context.Diagnostics.Count == 0 || context.HasCompilerErrors())
        {
            if (context.BrokenCode is { } broken && !context.HasCompilerErrors() && !broken.ContainsDiagnostics && context.IsInBody(broken))
            {
                context.Report(Descriptors.UnsupportedConstruct, broken, "this", "use declarations, for, if, and the functions of Ops");
                return new LoweredKernel(null, context.Sites.ToSites(), [.. context.Diagnostics]);
            }

            return new LoweredKernel(null, context.Sites.ToSites(), []);
        }

        return new LoweredKernel(null, context.Sites.ToSites(), [.. context.Diagnostics]);
    }
}
