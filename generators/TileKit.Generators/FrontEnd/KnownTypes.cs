using Microsoft.CodeAnalysis;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>The types that the front end knows by name. Names, not symbols: no look-up per compilation is needed.</summary>
internal static class KnownTypes
{
    public const string TileKernelAttribute = "TileKit.TileKernelAttribute";

    /// <summary>The device of the package TileKit.ILGPU: where a compilation has it, kernels are compiled for ILGPU too.</summary>
    public const string IlgpuDevice = "TileKit.IlgpuDevice";

    /// <summary>What a type is to the language.</summary>
    public static KnownType Classify(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named)
        {
            return KnownType.None;
        }

        return named.ContainingNamespace.Name switch
        {
            "TileKit" when IsTopLevel(named.ContainingNamespace) => ClassifyTileKit(named),
            "System" when IsTopLevel(named.ContainingNamespace) => named.Name switch
            {
                "Math" or "MathF" => KnownType.Math,
                _ => KnownType.None,
            },
            "Tensors" when named.Arity == 1 && named.ContainingNamespace.ToDisplayString() == "System.Numerics.Tensors" => named.Name switch
            {
                "TensorSpan" => KnownType.TensorSpan,
                "ReadOnlyTensorSpan" => KnownType.ReadOnlyTensorSpan,
                _ => KnownType.None,
            },
            _ => KnownType.None,
        };
    }

    /// <summary>The element type that a C# type stands for, or null.</summary>
    public static ElementType? Element(ITypeSymbol? type) => type switch
    {
        null => null,
        { SpecialType: SpecialType.System_Single } => ElementType.Float,
        { SpecialType: SpecialType.System_Int32 } => ElementType.Int,
        { SpecialType: SpecialType.System_SByte } => ElementType.SByte,
        { SpecialType: SpecialType.System_Boolean } => ElementType.Bool,
        { Name: "Half", ContainingType: null, ContainingNamespace.Name: "System" } when IsTopLevel(type.ContainingNamespace) => ElementType.Half,
        { Name: "BFloat16", ContainingType: null, ContainingNamespace.Name: "TileKit" } when IsTopLevel(type.ContainingNamespace) => ElementType.BFloat16,
        _ => null,
    };

    /// <summary>Whether the type is <c>Device</c> or derives from it.</summary>
    public static bool IsDevice(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Classify(current) == KnownType.Device)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an attribute is TileKit's of this name.</summary>
    public static bool IsAttribute(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingType: null } type
        && type.Name == name
        && type.ContainingNamespace.Name == "TileKit"
        && IsTopLevel(type.ContainingNamespace);

    private static KnownType ClassifyTileKit(INamedTypeSymbol type) => (type.Name, type.Arity) switch
    {
        ("Ops", 0) => KnownType.Ops,
        ("Global", 1) => KnownType.Global,
        ("TileView", 1) => KnownType.TileView,
        ("RowVecView", 1) => KnownType.RowVecView,
        ("ColVecView", 1) => KnownType.ColVecView,
        ("GatherView", 1) => KnownType.GatherView,
        ("Tile", 1) => KnownType.Tile,
        ("ColVec", 1) => KnownType.ColVec,
        ("RowVec", 1) => KnownType.RowVec,
        ("ColVec", 0) => KnownType.ColVecFactory,
        ("RowVec", 0) => KnownType.RowVecFactory,
        ("Device", 0) => KnownType.Device,
        ("DeviceTensor", 1) => KnownType.DeviceTensor,
        _ => KnownType.None,
    };

    private static bool IsTopLevel(INamespaceSymbol @namespace) => @namespace.ContainingNamespace is { IsGlobalNamespace: true };
}

/// <summary>What a C# type is to the language.</summary>
internal enum KnownType
{
    None,
    Ops,
    Global,
    TileView,
    RowVecView,
    ColVecView,
    GatherView,
    Tile,
    ColVec,
    RowVec,

    /// <summary>The class of the static factories of <see cref="ColVec"/>.</summary>
    ColVecFactory,

    /// <summary>The class of the static factories of <see cref="RowVec"/>.</summary>
    RowVecFactory,
    Device,
    DeviceTensor,
    TensorSpan,
    ReadOnlyTensorSpan,

    /// <summary><c>System.Math</c> or <c>System.MathF</c>.</summary>
    Math,
}
