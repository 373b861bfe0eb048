using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>
/// Lowers a program's operations to IR in SSA form. This part holds the state and what all others use; statements, expressions,
/// calls, views, and inlining have parts of their own.
/// </summary>
internal sealed partial class ProgramLowering
{
    // Far more than a kernel can be compiled to; stops helpers that call helpers twice, ten levels deep.
    private const int ValueLimit = 20_000;

    private readonly FrontEndContext context;
    private readonly ProgramSignature signature;
    private readonly IrBuilder builder = new();
    private readonly List<TensorParameter> tensors;
    private Frame frame;
    private bool inGrid;
    private bool hasGrid;
    private bool isTooLarge;

    public ProgramLowering(FrontEndContext context, ProgramSignature signature)
    {
        this.context = context;
        this.signature = signature;
        frame = signature.Frame;
        tensors = [.. signature.Tensors];
    }

    /// <summary>The kernel; meaningless when something was reported.</summary>
    public Kernel? Lower()
    {
        var model = context.ModelOf(signature.Declaration.SyntaxTree);
        if (MethodBodies.Bind(signature.Declaration, model, context.Token) is not { } body)
        {
            context.ReportBrokenCode(signature.Declaration);
            return null;
        }

        for (var i = 0; i < signature.Scalars.Count; i++)
        {
            var symbol = signature.ScalarSymbols[i];
            var scalar = signature.Scalars[i];
            var at = symbol.DeclaringSyntaxReferences[0].GetSyntax(context.Token);
            frame.Bindings[symbol] = Emit(at, new ScalarType(scalar.Element), (site, result) => new ScalarParameterOp(site, result, scalar.Name));
        }

        LowerBody(body);
        if (!hasGrid && !context.HasErrors)
        {
            ReportNoGrid();
        }

        return new Kernel(
            signature.Launcher,
            [.. tensors],
            signature.Scalars,
            signature.Tunables,
            signature.Extents,
            builder.ToRegion(),
            builder.ValueCount);
    }

    private void ReportNoGrid()
    {
        var site = signature.Declaration is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax method
            ? context.Sites.Add(method.Identifier)
            : context.Sites.Add(signature.Declaration);
        context.Report(Descriptors.NoGrid, site, signature.Method.Name);
    }

    /// <summary>Adds an op with one result and binds the result.</summary>
    private Binding Emit(SyntaxNode at, IrType type, Func<int, Value, ValueOp> make)
    {
        if (!inGrid && type is not (ScalarType or SliceType))
        {
            return Fail(Descriptors.OutsideGrid, at, "Work on tiles and vectors", "");
        }

        if (isTooLarge || builder.ValueCount >= ValueLimit)
        {
            return FailTooLarge(at);
        }

        var result = builder.NewValue(type);
        builder.Add(make(context.Sites.Add(at), result));
        return new ValueBinding(result);
    }

    /// <summary>The IR value of a binding, or null for poison.</summary>
    private Value? Materialize(Binding binding, SyntaxNode at)
    {
        switch (binding)
        {
            case ValueBinding value:
                return value.Value;
            case IntBinding { Dim.ConstantValue: { } constant }:
                return Materialize(Emit(at, ScalarType.Int, (site, result) => new ConstantOp(site, result, constant)), at);
            case IntBinding symbolic:
                return Materialize(Emit(at, ScalarType.Int, (site, result) => new DimOp(site, result, symbolic.Dim)), at);
            case ConstantBinding constant:
                return Materialize(Emit(at, new ScalarType(constant.Element), (site, result) => new ConstantOp(site, result, constant.Bits)), at);
            case PoisonBinding:
                return null;
            default:
                Fail(Descriptors.UnsupportedConstruct, at, "a view, a tuple or a lambda as a value", "load tiles with the view's indexer, name the tuple's elements, call the lambda");
                return null;
        }
    }

    private Value[]? MaterializeAll(IReadOnlyList<Binding> bindings, SyntaxNode at)
    {
        var values = new Value[bindings.Count];
        var isComplete = true;
        for (var i = 0; i < values.Length; i++)
        {
            if (Materialize(bindings[i], at) is { } value)
            {
                values[i] = value;
            }
            else
            {
                isComplete = false;
            }
        }

        return isComplete ? values : null;
    }

    /// <summary>The IR type of a C# type with unknown dims, or null when the language has no such values.</summary>
    private IrType? TypeOf(ITypeSymbol? type)
    {
        if (type is null)
        {
            return null;
        }

        type = frame.Resolve(type);
        if (KnownTypes.Element(type) is { } scalar)
        {
            return new ScalarType(scalar);
        }

        if (type is not INamedTypeSymbol { TypeArguments: [var argument] } || KnownTypes.Element(frame.Resolve(argument)) is not { } element)
        {
            return null;
        }

        return KnownTypes.Classify(type) switch
        {
            KnownType.Tile => new TileType(element, Dim.Unknown, Dim.Unknown),
            KnownType.ColVec => new ColVecType(element, Dim.Unknown),
            KnownType.RowVec => new RowVecType(element, Dim.Unknown),
            _ => null,
        };
    }

    private Binding Fail(DiagnosticDescriptor descriptor, SyntaxNode at, params string[] arguments)
    {
        context.Report(descriptor, at, arguments);
        return Binding.Poison;
    }

    private Binding FailUnsupported(IOperation operation) => FailUnsupported(operation.Syntax, UnsupportedOperations.Describe(operation));

    private Binding FailUnsupported(SyntaxNode at, (string Construct, string Instead) words) =>
        Fail(Descriptors.UnsupportedConstruct, at, words.Construct, words.Instead);

    // The compiler reports; see FrontEndContext.BrokenCode.
    private Binding FailBroken(SyntaxNode at)
    {
        context.ReportBrokenCode(at);
        return Binding.Poison;
    }

    private Binding FailTooLarge(SyntaxNode at)
    {
        if (!isTooLarge)
        {
            isTooLarge = true;
            context.Report(Descriptors.TooLarge, at);
        }

        return Binding.Poison;
    }

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
