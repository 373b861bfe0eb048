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
        try
        {
            return LoweringCache.Get(
                attributed.TargetNode,
                attributed.SemanticModel.Compilation,
                () =>
                {
                    var context = new FrontEndContext(attributed.SemanticModel, token);
                    return (Lower(context, attributed), context.Trees);
                },
                token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var context = new FrontEndContext(attributed.SemanticModel, token);
            context.Sites.Add(((MethodDeclarationSyntax)attributed.TargetNode).Identifier);
            return Rejected(context, null, [InternalError.Describe(attributed.TargetSymbol.Name, exception)]);
        }
    }

    private static LoweredKernel Lower(FrontEndContext context, GeneratorAttributeSyntaxContext attributed)
    {
        var method = (IMethodSymbol)attributed.TargetSymbol;
        var syntax = (MethodDeclarationSyntax)attributed.TargetNode;
        context.Sites.Add(syntax.Identifier);
        LauncherReader? reader = null;
        try
        {
            var kernel = Lower(context, method, syntax, attributed.Attributes[0], ref reader);
            return context.HasErrors ? Reject(context, reader?.Declared) : new LoweredKernel(kernel, null, context.Sites.ToSites(), []);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Rejected(context, reader?.Declared, [InternalError.Describe(method.Name, exception)]);
        }
    }

    private static Kernel? Lower(
        FrontEndContext context, IMethodSymbol method, MethodDeclarationSyntax syntax, AttributeData attribute, ref LauncherReader? reader)
    {
        // The compiler reports these, and at the same places.
        if (syntax.ContainsDiagnostics || !HasPlace(method) || method.Parameters.Any(p => p.Type.TypeKind == TypeKind.Error) || method.ReturnType.TypeKind == TypeKind.Error)
        {
            context.ReportBrokenCode(syntax);
            return null;
        }

        reader = new LauncherReader(context, method, syntax);
        if (reader.Read() is not { } launcher)
        {
            return null;
        }

        context.Token.ThrowIfCancellationRequested();
        if (new ProgramReader(context, method, launcher, attribute).Read() is not { } signature)
        {
            return null;
        }

        context.Token.ThrowIfCancellationRequested();
        var hasIlgpu = launcher.DeviceParameter is not null && context.ModelOf(syntax.SyntaxTree).Compilation.GetTypeByMetadataName(KnownTypes.IlgpuDevice) is not null;
        return new ProgramLowering(context, signature).Lower() is { } kernel ? kernel with { HasIlgpu = hasIlgpu } : null;
    }

    // Half-written types and namespaces have no names.
    private static bool HasPlace(IMethodSymbol method)
    {
        for (var around = method.ContainingSymbol; around is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; around = around.ContainingSymbol)
        {
            if (!around.CanBeReferencedByName)
            {
                return false;
            }
        }

        return true;
    }

    // One fault, one error: where the C# is broken the compiler's errors stand alone.
    private static LoweredKernel Reject(FrontEndContext context, RejectedKernel? launcher)
    {
        if (context.Diagnostics.Count == 0 || context.HasCompilerErrors())
        {
            if (context.BrokenCode is { } broken && !context.HasCompilerErrors() && !broken.ContainsDiagnostics && context.IsInBody(broken))
            {
                context.Report(Descriptors.UnsupportedConstruct, broken, "this", "use declarations, for, if, and the functions of Ops");
                return Rejected(context, launcher, [.. context.Diagnostics]);
            }

            return Rejected(context, launcher, []);
        }

        return Rejected(context, launcher, [.. context.Diagnostics]);
    }

    private static LoweredKernel Rejected(FrontEndContext context, RejectedKernel? launcher, EquatableArray<KernelDiagnostic> diagnostics) => new(
        null,
        launcher is null || diagnostics.Count == 0 ? launcher : launcher with { Reason = diagnostics[0].Descriptor.Id },
        context.Sites.ToSites(),
        diagnostics);
}
