using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>Reads the attributed method and checks the rules of launchers.</summary>
internal sealed class LauncherReader(FrontEndContext context, IMethodSymbol method, MethodDeclarationSyntax syntax)
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The launcher as declared, if it can be implemented at all: the kernel may be rejected for it or for its program.</summary>
    public RejectedKernel? Declared { get; private set; }

    /// <summary>The launcher, or null after a report.</summary>
    public Launcher? Read()
    {
        CheckDeclaration();
        CheckContainingTypes();
        var device = ReadDevice();
        var launcher = Launcher(device, ReadParameters(device));
        if (CanBeImplemented())
        {
            Declared = new RejectedKernel(launcher, method.ReturnType.ToDisplayString(TypeFormat), "");
        }

        return context.HasErrors ? null : launcher;
    }

    private Launcher Launcher(IParameterSymbol? device, EquatableArray<LauncherParameter> parameters) => new(
        method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(),
        [.. ContainingTypes().Reverse().Select(Declaration)],
        Name(method),
        string.Join(" ", syntax.Modifiers.Select(m => m.ValueText)),
        Accessibility(),
        Overload(),
        parameters,
        device is null ? null : Name(device),
        string.Join(", ", method.Parameters.Select(ParameterText)));

    // partial, so that an implementation elsewhere is allowed, and nothing that would have to be repeated with constraints
    private bool CanBeImplemented() =>
        syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
        && syntax.Body is null && syntax.ExpressionBody is null && method.PartialImplementationPart is null
        && !method.IsGenericMethod
        && !ContainingTypes().Any(t => t.Arity > 0 || t.IsFileLocal)
        && syntax.Ancestors().OfType<TypeDeclarationSyntax>().All(d => d.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>A symbol's name as C# takes it.</summary>
    internal static string Name(ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;

    private void CheckDeclaration()
    {
        var missing = new List<string>(3);
        if (!method.IsStatic)
        {
            missing.Add("static");
        }

        var isPartial = syntax.Modifiers.Any(SyntaxKind.PartialKeyword);
        if (!isPartial)
        {
            missing.Add("partial");
        }

        if (!method.ReturnsVoid)
        {
            missing.Add("void");
        }

        if (missing.Count > 0)
        {
            ReportAtName(Descriptors.LauncherShape, method.Name, string.Join(" ", missing));
        }

        // Without partial a body is what C# asks for.
        if (isPartial && (syntax.Body is not null || syntax.ExpressionBody is not null || method.PartialImplementationPart is not null))
        {
            ReportAtName(Descriptors.LauncherHasBody, method.Name);
        }

        if (method.IsGenericMethod)
        {
            ReportAtName(Descriptors.GenericLauncher, method.Name);
        }
    }

    private void CheckContainingTypes()
    {
        foreach (var type in ContainingTypes())
        {
            if (type.Arity > 0)
            {
                ReportAtName(Descriptors.ContainingType, type.Name, method.Name, "not be generic; put the launcher into a class of its own");
            }

            if (type.IsFileLocal)
            {
                ReportAtName(Descriptors.ContainingType, type.Name, method.Name, "not be file-local; drop its 'file' modifier");
            }
        }

        foreach (var declaration in syntax.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                ReportAtName(Descriptors.ContainingType, declaration.Identifier.ValueText, method.Name, "be partial; add 'partial' to its declaration");
            }
        }
    }

    private IParameterSymbol? ReadDevice()
    {
        var device = method.Parameters.FirstOrDefault(p => KnownTypes.IsDevice(p.Type));
        var deviceTensor = method.Parameters.FirstOrDefault(p => KnownTypes.Classify(p.Type) == KnownType.DeviceTensor);
        var span = method.Parameters.FirstOrDefault(p => KnownTypes.Classify(p.Type) is KnownType.TensorSpan or KnownType.ReadOnlyTensorSpan);
        if (device is { Ordinal: > 0 })
        {
            ReportAtName(Descriptors.DeviceParameter, method.Name, $"must have its Device '{device.Name}' as the first parameter");
        }
        else if (device is null && deviceTensor is not null)
        {
            ReportAtName(Descriptors.DeviceParameter, method.Name, $"has a DeviceTensor '{deviceTensor.Name}' and so needs a Device as its first parameter");
        }
        else if (device is not null && span is not null)
        {
            ReportAtName(
                Descriptors.DeviceParameter,
                method.Name,
                $"has a Device and so takes DeviceTensor parameters, but '{span.Name}' is a tensor span; drop the Device to run on the CPU in place");
        }

        return device;
    }

    private EquatableArray<LauncherParameter> ReadParameters(IParameterSymbol? device)
    {
        var parameters = new List<LauncherParameter>();
        foreach (var parameter in method.Parameters)
        {
            if (!SymbolEqualityComparer.Default.Equals(parameter, device) && ReadParameter(parameter, device is not null) is { } read)
            {
                parameters.Add(read);
            }
        }

        return [.. parameters];
    }

    private LauncherParameter? ReadParameter(IParameterSymbol parameter, bool hasDevice)
    {
        var kind = KnownTypes.Classify(parameter.Type) switch
        {
            KnownType.DeviceTensor => LauncherParameterKind.DeviceTensor,
            KnownType.TensorSpan => LauncherParameterKind.TensorSpan,
            KnownType.ReadOnlyTensorSpan => LauncherParameterKind.ReadOnlyTensorSpan,
            _ => LauncherParameterKind.Scalar,
        };
        var expected = hasDevice
            ? "DeviceTensor<T>, float, int and bool by value"
            : "ReadOnlyTensorSpan<T>, TensorSpan<T> (by value or 'in'), float, int and bool; or a Device first and DeviceTensor<T>";
        var isSpan = kind is LauncherParameterKind.TensorSpan or LauncherParameterKind.ReadOnlyTensorSpan;
        if (parameter.IsParams || !(parameter.RefKind == RefKind.None || (parameter.RefKind == RefKind.In && isSpan)))
        {
            var prefix = parameter.IsParams ? "params " : RefText(parameter.RefKind);
            ReportAt(parameter, Descriptors.LauncherParameterType, parameter.Name, prefix + Display(parameter.Type), expected);
            return null;
        }

        if (kind == LauncherParameterKind.Scalar)
        {
            if (KnownTypes.Element(parameter.Type) is ElementType.Float or ElementType.Int or ElementType.Bool)
            {
                return new LauncherParameter(Name(parameter), kind, KnownTypes.Element(parameter.Type)!.Value);
            }

            ReportAt(parameter, Descriptors.LauncherParameterType, parameter.Name, Display(parameter.Type), expected);
            return null;
        }

        var elementType = ((INamedTypeSymbol)parameter.Type).TypeArguments[0];
        if (KnownTypes.Element(elementType) is { } element and not ElementType.Bool)
        {
            return new LauncherParameter(Name(parameter), kind, element);
        }

        ReportAt(parameter, Descriptors.ElementTypeNotSupported, parameter.Name, Display(elementType));
        return null;
    }

    private IEnumerable<INamedTypeSymbol> ContainingTypes()
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        var modifiers = (type.IsStatic ? "static " : "") + (type.IsRefLikeType ? "ref " : "");
        return $"{modifiers}partial {keyword} {Name(type)}";
    }

    private string Accessibility()
    {
        var words = syntax.Modifiers
            .Where(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword)
            .Select(m => m.ValueText);
        return string.Join(" ", words) is { Length: > 0 } text ? text : "private";
    }

    private string Overload()
    {
        var overloads = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(m => m.GetAttributes().Any(a => KnownTypes.IsAttribute(a, "TileKernelAttribute"))).ToList();
        if (overloads.Count < 2)
        {
            return "";
        }

        // a tensor and a scalar of one element type look alike here: the second of two such overloads gets a number
        var text = ElementTypes(method);
        var twins = overloads.TakeWhile(m => !SymbolEqualityComparer.Default.Equals(m, method)).Count(m => ElementTypes(m) == text);
        return twins == 0 ? text : $"{text}{twins + 1}";
    }

    private static string ElementTypes(IMethodSymbol method)
    {
        var parameters = method.Parameters.Where(p => !KnownTypes.IsDevice(p.Type)).ToList();
        var types = parameters.Select(p => p.Type is INamedTypeSymbol { TypeArguments: [var element] } ? element : p.Type);
        return string.Concat(types.Select(t => KnownTypes.Element(t)?.ToString() ?? t.Name)) + (parameters.Count == method.Parameters.Length ? "Span" : "");
    }

    private static string ParameterText(IParameterSymbol parameter)
    {
        var prefix = parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } ? "this " : "";
        var scoped = parameter.ScopedKind == ScopedKind.ScopedValue ? "scoped " : "";
        return $"{prefix}{scoped}{RefText(parameter.RefKind)}{parameter.Type.ToDisplayString(TypeFormat)} {Name(parameter)}";
    }

    private static string RefText(RefKind kind) => kind switch
    {
        RefKind.In => "in ",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private void ReportAtName(DiagnosticDescriptor descriptor, params string[] arguments) =>
        context.Report(descriptor, context.Sites.Add(syntax.Identifier), arguments);

    private void ReportAt(IParameterSymbol parameter, DiagnosticDescriptor descriptor, params string[] arguments) =>
        context.Report(descriptor, syntax.ParameterList.Parameters[parameter.Ordinal], arguments);
}
