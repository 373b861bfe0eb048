using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;

namespace TileKit.Generators.FrontEnd;

/// <content>Inlining of static methods, local functions and lambdas: fusion is function composition.</content>
internal sealed partial class ProgramLowering
{
    private const int DepthLimit = 64;

    private const int CallLimit = 5_000;

    private int depth;
    private int calls;

    private Binding Inline(IMethodSymbol method, Binding[] arguments, SyntaxNode at)
    {
        if (!method.IsStatic && method.MethodKind != MethodKind.LocalFunction)
        {
            return FailUnknown(method, at, "it is an instance method; write a static method and pass the values");
        }

        if (MethodBodies.FindDeclaration(method, context.Token) is not { } declaration)
        {
            return FailUnknown(method, at, "it has no source here; only functions of Ops and static methods of this project can be called");
        }

        var definition = method.OriginalDefinition;
        for (var caller = frame; caller is not null; caller = caller.Parent)
        {
            if (SymbolEqualityComparer.Default.Equals(caller.Method.OriginalDefinition, definition))
            {
                return Fail(Descriptors.Recursion, at, method.Name);
            }
        }

        if (declaration.ContainsDiagnostics)
        {
            context.EnterBody(declaration);
            return FailBroken(declaration);
        }

        var model = context.ModelOf(declaration.SyntaxTree);
        if (MethodBodies.Bind(declaration, model, context.Token) is not { } body)
        {
            return FailUnknown(method, at, "its body cannot be compiled");
        }

        if (method.IsAsync)
        {
            return FailUnsupported(at, ("async methods", "a launch is asynchronous by itself; await outside the program"));
        }

        context.EnterBody(declaration);
        var callee = new Frame(definition, frame, method.MethodKind == MethodKind.LocalFunction ? DeclaringFrame(definition) : null);
        BindTypeArguments(callee, method);
        return Run(callee, body, definition.Parameters, arguments, at);
    }

    private Binding InlineLambda(LambdaBinding lambda, Binding[] arguments, SyntaxNode at)
    {
        var symbol = lambda.Lambda.Symbol;
        for (var caller = frame; caller is not null; caller = caller.Parent)
        {
            if (SymbolEqualityComparer.Default.Equals(caller.Method, symbol))
            {
                return Fail(Descriptors.Recursion, at, at.ToString());
            }
        }

        return symbol.IsAsync
            ? FailUnsupported(lambda.Lambda.Syntax, ("async lambdas", "a launch is asynchronous by itself; await outside the program"))
            : Run(new Frame(symbol, lambda.Frame, lambda.Frame), lambda.Lambda.Body, symbol.Parameters, arguments, at);
    }

    private Binding Run(
        Frame callee, IBlockOperation body, ImmutableArray<IParameterSymbol> parameters, Binding[] arguments, SyntaxNode at)
    {
        if (depth >= DepthLimit || calls >= CallLimit)
        {
            return FailTooLarge(at);
        }

        // The compiler reports a lambda with another number of parameters.
        if (parameters.Length != arguments.Length)
        {
            return FailBroken(at);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            callee.Bindings[parameters[i]] = arguments[i] ?? FailBroken(at);
        }

        var caller = frame;
        frame = callee;
        depth++;
        calls++;
        var result = LowerBody(body);
        depth--;
        frame = caller;
        return result;
    }

    private Frame DeclaringFrame(IMethodSymbol localFunction)
    {
        for (var candidate = frame; candidate is not null; candidate = candidate.Closure)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.Method.OriginalDefinition, localFunction.ContainingSymbol))
            {
                return candidate;
            }
        }

        return frame;
    }

    private void BindTypeArguments(Frame callee, IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        for (var i = 0; i < definition.TypeParameters.Length; i++)
        {
            callee.TypeArguments[definition.TypeParameters[i]] = frame.Resolve(method.TypeArguments[i]);
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            for (var i = 0; i < type.TypeParameters.Length; i++)
            {
                callee.TypeArguments[type.OriginalDefinition.TypeParameters[i]] = frame.Resolve(type.TypeArguments[i]);
            }
        }
    }

    /// <summary>The method with the frame's type parameters replaced in its type arguments.</summary>
    private IMethodSymbol Resolve(IMethodSymbol method) =>
        method.TypeArguments.Any(a => a is not INamedTypeSymbol { IsGenericType: false })
            ? method.ConstructedFrom.Construct([.. method.TypeArguments.Select(frame.Resolve)])
            : method;
}
