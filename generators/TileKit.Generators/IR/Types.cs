namespace TileKit.Generators.IR;

/// <summary>The element types of the language.</summary>
internal enum ElementType
{
    Float,
    Half,
    BFloat16,
    SByte,
    Int,
    Bool,
}

/// <summary>The type of a value in the IR.</summary>
internal abstract record IrType(ElementType Element);

/// <summary>One number or truth value, the same for the whole program instance.</summary>
internal sealed record ScalarType(ElementType Element) : IrType(Element)
{
    public static ScalarType Int { get; } = new(ElementType.Int);

    public static ScalarType Float { get; } = new(ElementType.Float);

    public static ScalarType Bool { get; } = new(ElementType.Bool);

    public override string ToString() => Element.Name();
}

/// <summary>A part of a matrix in memory: where it begins, where it ends, how far its rows are apart.</summary>
internal sealed record SliceType(ElementType Element) : IrType(Element)
{
    public override string ToString() => $"slice<{Element.Name()}>";
}

/// <summary>A matrix tile.</summary>
internal sealed record TileType(ElementType Element, Dim Rows, Dim Cols) : IrType(Element)
{
    public override string ToString() => $"tile<{Element.Name()}, {Rows} x {Cols}>";
}

/// <summary>One value per row of a tile.</summary>
internal sealed record ColVecType(ElementType Element, Dim Rows) : IrType(Element)
{
    public override string ToString() => $"colvec<{Element.Name()}, {Rows}>";
}

/// <summary>One value per column of a tile.</summary>
internal sealed record RowVecType(ElementType Element, Dim Cols) : IrType(Element)
{
    public override string ToString() => $"rowvec<{Element.Name()}, {Cols}>";
}

internal static class TypeExtensions
{
    /// <summary>The element type's name in printed IR.</summary>
    public static string Name(this ElementType element) => element switch
    {
        ElementType.Float => "f32",
        ElementType.Half => "f16",
        ElementType.BFloat16 => "bf16",
        ElementType.SByte => "i8",
        ElementType.Int => "i32",
        _ => "bool",
    };

    /// <summary>The element type in C#.</summary>
    public static string CSharp(this ElementType element) => element switch
    {
        ElementType.Float => "float",
        ElementType.Half => "global::System.Half",
        ElementType.BFloat16 => "global::TileKit.BFloat16",
        ElementType.SByte => "sbyte",
        ElementType.Int => "int",
        _ => "bool",
    };

    /// <summary>Arithmetic exists on these only; the others are storage.</summary>
    public static bool HasArithmetic(this ElementType element) => element is ElementType.Float or ElementType.Int;

    /// <summary>Whether arithmetic on it is that of int.</summary>
    public static bool IsInt(this ElementType element) => element is ElementType.Int or ElementType.SByte;

    /// <summary>The same kind and shape with another element type.</summary>
    public static IrType WithElement(this IrType type, ElementType element) => type switch
    {
        TileType tile => tile with { Element = element },
        ColVecType vec => vec with { Element = element },
        RowVecType vec => vec with { Element = element },
        _ => new ScalarType(element),
    };

    /// <summary>How many elements a vector has.</summary>
    public static Dim Length(this IrType vector) => vector is RowVecType row ? row.Cols : ((ColVecType)vector).Rows;

    public static bool IsVector(this IrType type) => type is RowVecType or ColVecType;
}
