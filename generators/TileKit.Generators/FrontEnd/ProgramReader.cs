using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>Finds the program of a launcher and pairs the parameters of the two.</summary>
internal sealed class ProgramReader(FrontEndContext context, IMethodSymbol launcherMethod, Launcher launcher, AttributeData attribute)
{
    private readonly List<TensorParameter> tensors = [];
    private readonly List<ScalarParameter> scalars = [];
    private readonly List<IParameterSymbol> scalarSymbols = [];
    private readonly List<Tunable> tunables = [];
    private readonly List<ExtentParameter> extents = [];

    /// <summary>The program with its parameters paired, or null after a report.</summary>
    public ProgramSignature? Read()
    {
        if (FindProgram() is not { } program || FindDeclaration(program) is not { } declaration)
        {
            return null;
        }

        context.EnterBody(declaration);
        if (declaration.ContainsDiagnostics || program.Parameters.Any(p => IsBroken(p.Type)))
        {
            context.ReportBrokenCode(declaration);
            return null;
        }

        var frame = new Frame(program, parent: null, closure: null);
        InferTypeArguments(program, declaration, frame);
        foreach (var parameter in program.Parameters)
        {
            ReadParameter(program, parameter, frame);
        }

        // Extents may name a tensor that comes after them.
        foreach (var parameter in program.Parameters)
        {
            ReadExtent(program, parameter, frame);
        }

        CheckLauncherParameters(program);
        return context.HasErrors
            ? null
            : new ProgramSignature(
                program, declaration, launcher, [.. tensors], [.. scalars], [.. tunables], [.. extents], frame, [.. scalarSymbols]);
    }

    private IMethodSymbol? FindProgram()
    {
        var type = launcherMethod.ContainingType;
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive, Value: string name }])
        {
            context.ReportBrokenCode(AttributeSyntax());
            return null;
        }

        var methods = type.GetMembers(name).OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary).ToList();
        if (methods.Count == 0)
        {
            context.Report(Descriptors.ProgramNotFound, AttributeSyntax(), name, type.Name);
            return null;
        }

        if (methods.Count > 1)
        {
            context.Report(Descriptors.AmbiguousProgram, AttributeSyntax(), name, type.Name);
            return null;
        }

        return methods[0];
    }

    private SyntaxNode? FindDeclaration(IMethodSymbol program)
    {
        var declaration = MethodBodies.FindDeclaration(program, context.Token);
        if (declaration is null)
        {
            context.Report(Descriptors.ProgramShape, AttributeSyntax(), program.Name, "have a body; a launcher cannot be its own program");
            return null;
        }

        var fault = !program.IsStatic ? "be static"
            : program.IsAsync ? "not be async"
            : !program.ReturnsVoid ? "return void; it stores its results through views"
            : null;
        if (fault is not null)
        {
            var at = declaration is MethodDeclarationSyntax method ? context.Sites.Add(method.Identifier) : context.Sites.Add(declaration);
            context.Report(Descriptors.ProgramShape, at, program.Name, fault);
            return null;
        }

        return declaration;
    }

    private void InferTypeArguments(IMethodSymbol program, SyntaxNode declaration, Frame frame)
    {
        foreach (var parameter in program.Parameters)
        {
            var ofProgram = KnownTypes.Classify(parameter.Type) == KnownType.Global ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type;
            if (ofProgram is ITypeParameterSymbol open
                && !frame.TypeArguments.ContainsKey(open)
                && launcherMethod.Parameters.FirstOrDefault(p => p.Name == parameter.Name) is { } counterpart)
            {
                var isTensor = !ReferenceEquals(ofProgram, parameter.Type);
                if (!isTensor)
                {
                    frame.TypeArguments.Add(open, counterpart.Type);
                }
                else if (counterpart.Type is INamedTypeSymbol { TypeArguments: [var element] })
                {
                    frame.TypeArguments.Add(open, element);
                }
            }
        }

        foreach (var open in program.TypeParameters)
        {
            if (!frame.TypeArguments.ContainsKey(open))
            {
                context.Report(Descriptors.TypeArgumentNotInferred, declaration is MethodDeclarationSyntax { TypeParameterList: { } list } ? list : declaration, open.Name, program.Name);
            }
        }
    }

    private void ReadParameter(IMethodSymbol program, IParameterSymbol parameter, Frame frame)
    {
        var counterpart = launcher.Parameters.FirstOrDefault(p => p.Name == LauncherReader.Name(parameter));
        if (SizeAttribute(parameter) is { } size)
        {
            ReadSize(parameter, size, counterpart, frame);
            return;
        }

        if (counterpart is null)
        {
            Report(parameter, Descriptors.UnpairedProgramParameter, parameter.Name, launcherMethod.Name);
            return;
        }

        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            Report(parameter, Descriptors.ParameterTypesDiffer, parameter.Name, parameter.RefKind.ToString().ToLowerInvariant(), CounterpartType(parameter), "pass it by value");
            return;
        }

        var isTensor = KnownTypes.Classify(parameter.Type) == KnownType.Global;
        var type = frame.Resolve(isTensor ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type);
        var element = KnownTypes.Element(type);
        if (isTensor != (counterpart.Kind != LauncherParameterKind.Scalar) || element != counterpart.Element)
        {
            // Without type arguments there is a report already.
            if (type is not ITypeParameterSymbol)
            {
                var rule = counterpart.Kind == LauncherParameterKind.Scalar ? "scalars pair with themselves" : "a tensor pairs with Global<T> of the same element type";
                Report(parameter, Descriptors.ParameterTypesDiffer, parameter.Name, Display(parameter.Type), CounterpartType(parameter), rule);
            }

            return;
        }

        if (isTensor)
        {
            frame.Bindings[parameter] = new GlobalBinding(new Matrix(tensors.Count, null, null), counterpart.Element);
            tensors.Add(new TensorParameter(counterpart.Name, counterpart.Element));
        }
        else
        {
            scalars.Add(new ScalarParameter(counterpart.Name, counterpart.Element));
            scalarSymbols.Add(parameter);
        }
    }

    private void ReadSize(IParameterSymbol parameter, AttributeData size, LauncherParameter? counterpart, Frame frame)
    {
        var kind = SizeName(size);
        if (parameter.Type.SpecialType != SpecialType.System_Int32 || parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            Report(parameter, Descriptors.SizeParameterNotInt, parameter.Name, kind);
            return;
        }

        if (counterpart is not null)
        {
            Report(parameter, Descriptors.SizeParameterPaired, parameter.Name, kind);
            return;
        }

        var values = Values(size);
        if (values.Where(v => v <= 0).Cast<int?>().FirstOrDefault() is { } bad)
        {
            Report(parameter, Descriptors.SizeValueNotPositive, parameter.Name, kind, bad.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var name = LauncherReader.Name(parameter);
        frame.Bindings[parameter] = new IntBinding(Dim.Symbol(name));
        if (kind == "Tune")
        {
            tunables.Add(new Tunable(name, values));
        }
    }

    private void ReadExtent(IMethodSymbol program, IParameterSymbol parameter, Frame frame)
    {
        if (SizeAttribute(parameter) is not { } size || SizeName(size) != "Extent" || !frame.Bindings.ContainsKey(parameter))
        {
            return;
        }

        if (size.ConstructorArguments is not [{ Value: string tensorName }, { Value: int axis }, ..])
        {
            context.ReportBrokenCode(Syntax(parameter));
            return;
        }

        var tensor = program.Parameters.FirstOrDefault(p => p.Name == tensorName);
        if (tensor is not null && frame.Bindings.TryGetValue(tensor, out var binding) && binding is GlobalBinding global)
        {
            extents.Add(new ExtentParameter(LauncherReader.Name(parameter), global.Matrix.Tensor, (Axis)axis, Values(size)));
        }
        else if (tensor is null || KnownTypes.Classify(tensor.Type) != KnownType.Global)
        {
            Report(parameter, Descriptors.ExtentTensor, parameter.Name, tensorName);
        }
    }

    private void CheckLauncherParameters(IMethodSymbol program)
    {
        foreach (var parameter in launcherMethod.Parameters)
        {
            if (!KnownTypes.IsDevice(parameter.Type) && !program.Parameters.Any(p => p.Name == parameter.Name))
            {
                Report(parameter, Descriptors.UnpairedLauncherParameter, parameter.Name, program.Name);
            }
        }
    }

    private static AttributeData? SizeAttribute(IParameterSymbol parameter) => parameter.GetAttributes()
        .FirstOrDefault(a => KnownTypes.IsAttribute(a, "TuneAttribute") || KnownTypes.IsAttribute(a, "ExtentAttribute"));

    private static string SizeName(AttributeData attribute) => attribute.AttributeClass!.Name == "TuneAttribute" ? "Tune" : "Extent";

    // Sorted, because the launcher pads to the next of them.
    private static EquatableArray<int> Values(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        var last = arguments.IsEmpty ? default : arguments[arguments.Length - 1];
        var values = last is { Kind: TypedConstantKind.Array, IsNull: false } ? last.Values : ImmutableArray<TypedConstant>.Empty;
        return [.. values.Select(v => v.Value).OfType<int>().Distinct().OrderBy(v => v)];
    }

    private static bool IsBroken(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Error || (type is INamedTypeSymbol named && named.TypeArguments.Any(a => a.TypeKind == TypeKind.Error));

    private string CounterpartType(IParameterSymbol parameter) =>
        Display(launcherMethod.Parameters.First(p => p.Name == parameter.Name).Type);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private SyntaxNode AttributeSyntax() => attribute.ApplicationSyntaxReference!.GetSyntax(context.Token);

    private SyntaxNode Syntax(IParameterSymbol parameter) => parameter.DeclaringSyntaxReferences[0].GetSyntax(context.Token);

    private void Report(IParameterSymbol parameter, DiagnosticDescriptor descriptor, params string[] arguments) =>
        context.Report(descriptor, Syntax(parameter), arguments);
}
