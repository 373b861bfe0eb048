using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <content>Calls: which are known, which are inlined, which are neither.</content>
internal sealed partial class ProgramLowering
{
    private Binding LowerInvocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.Name == "Require" && KnownTypes.Classify(method.ContainingType) == KnownType.Ops)
        {
            return LowerRequire(invocation);
        }

        if (invocation.Instance is { } instance)
        {
            return method.MethodKind == MethodKind.DelegateInvoke
                ? Invoke(Lower(instance), Arguments(invocation), invocation.Syntax)
                : LowerViewCall(invocation, instance);
        }

        return Arguments(invocation) is { } arguments ? Call(Resolve(method), arguments, invocation.Syntax) : Binding.Poison;
    }

    /// <summary>The arguments in the order of the parameters, or null after a report.</summary>
    private Binding[]? Arguments(IInvocationOperation invocation)
    {
        var arguments = new Binding[invocation.TargetMethod.Parameters.Length];
        var isSound = true;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is not { } parameter)
            {
                FailBroken(argument.Syntax);
                return null;
            }

            if (argument.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection || parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                Fail(Descriptors.ArgumentKind, argument.Syntax, parameter.Name, parameter.RefKind is RefKind.None or RefKind.In ? "params" : parameter.RefKind.ToString().ToLowerInvariant());
                isSound = false;
                continue;
            }

            arguments[parameter.Ordinal] = Lower(argument.Value);
        }

        return isSound ? arguments : null;
    }

    private Binding Invoke(Binding target, Binding[]? arguments, SyntaxNode at)
    {
        if (arguments is null)
        {
            return Binding.Poison;
        }

        switch (target)
        {
            case PoisonBinding:
                return target;
            case LambdaBinding lambda:
                return InlineLambda(lambda, arguments, at);
            case MethodBinding method:
                return Call(method.Method, arguments, at);
            default:
                return Fail(Descriptors.UnknownMember, at, at.ToString(), "only lambdas and methods with source can be called");
        }
    }

    private Binding Call(IMethodSymbol method, Binding[] arguments, SyntaxNode at)
    {
        switch (KnownTypes.Classify(method.ContainingType))
        {
            case KnownType.Ops or KnownType.ColVecFactory or KnownType.RowVecFactory when KnownMethods.Find(method.Name, method.Parameters.Length) is { } known:
                return LowerKnown(known, method, arguments, at);
            case KnownType.Math when KnownMethods.FindMath(method.Name, method.Parameters.Length) is { } function:
                return Map(at, function, TypeOf(method.ReturnType), arguments);
            case KnownType.Ops or KnownType.Math:
                return FailUnknown(method, at, "it has no counterpart in a kernel");
            default:
                return Inline(method, arguments, at);
        }
    }

    private Binding FailUnknown(IMethodSymbol method, SyntaxNode at, string why) =>
        Fail(Descriptors.UnknownMember, at, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), why);

    // The methods of views: sizes become part of the view's binding.
    private Binding LowerViewCall(IInvocationOperation invocation, IOperation instance)
    {
        var method = invocation.TargetMethod;
        if (KnownTypes.Classify(method.ContainingType) != KnownType.Global || method.Name is not ("Tiles" or "RowVecs" or "ColVecs" or "SliceRows" or "SliceCols" or "Gather" or "At"))
        {
            return instance.Kind == OperationKind.InstanceReference
                ? FailUnsupported(instance)
                : FailUnknown(method, invocation.Syntax, "it is an instance method; write a static method and pass the values");
        }

        if (Lower(instance) is not GlobalBinding global || Arguments(invocation) is not { } arguments)
        {
            return Binding.Poison;
        }

        if (method.Name is "SliceRows" or "SliceCols" or "Gather" or "At")
        {
            return LowerPart(method.Name, global, arguments, invocation);
        }

        var sizes = new Dim?[arguments.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = Size(arguments[i], ArgumentSyntax(invocation, i));
        }

        return (method.Name, sizes) switch
        {
            ("Tiles", [{ } rows, { } cols]) => new ViewBinding(global.Matrix, global.Element, WindowKind.Tile, rows, cols),
            ("RowVecs", [{ } cols]) => new ViewBinding(global.Matrix, global.Element, WindowKind.RowVec, Dim.One, cols),
            ("ColVecs", [{ } rows]) => new ViewBinding(global.Matrix, global.Element, WindowKind.ColVec, rows, Dim.One),
            _ => Binding.Poison,
        };
    }

    private static SyntaxNode ArgumentSyntax(IInvocationOperation invocation, int ordinal) =>
        invocation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Syntax ?? invocation.Syntax;

    /// <summary>A binding as a tile size, or null after a report.</summary>
    private Dim? Size(Binding binding, SyntaxNode at)
    {
        switch (binding)
        {
            case IntBinding { Dim.ConstantValue: <= 0 }:
                Fail(Descriptors.TileSize, at, OneLineText.Of(at), "it is not positive");
                return null;
            case IntBinding size:
                return size.Dim;
            case PoisonBinding:
                return null;
            default:
                Fail(Descriptors.TileSize, at, OneLineText.Of(at), "tile sizes are made of tunables, extents and constants");
                return null;
        }
    }
}
