using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>How the language's elements appear in an ILGPU kernel: as float, int or bool in registers, as they are in memory.</summary>
internal static class Elements
{
    /// <summary>The type of one element in a register.</summary>
    public static string Scalar(this ElementType element) => element switch
    {
        ElementType.Bool => "bool",
        _ when element.IsInt() => "int",
        _ => "float",
    };

    /// <summary>The type of a thread's adjacent elements.</summary>
    public static string Lanes(this ElementType element, int lanes) => element switch
    {
        ElementType.Bool => $"Bool{lanes}",
        _ when element.IsInt() => $"Int{lanes}",
        _ => $"Float{lanes}",
    };

    /// <summary>The class that loads and stores elements.</summary>
    public static string Format(this ElementType element) => element switch
    {
        ElementType.Half => "F16",
        ElementType.BFloat16 => "BF16",
        ElementType.SByte => "I8",
        ElementType.Int => "I32",
        _ => "F32",
    };

    /// <summary>The class that moves a thread's adjacent elements between memory and registers, where they may still be bits.</summary>
    public static string Mover(this ElementType element) => element.IsBits() ? "U16" : element.Format();

    /// <summary>The type of adjacent elements as they were moved.</summary>
    public static string Moved(this ElementType element, int lanes) => element.IsBits() ? $"Bits{lanes}" : element.Lanes(lanes);

    /// <summary>Moved elements as numbers.</summary>
    public static string Widen(this ElementType element, string moved) => element.IsBits() ? $"{element.Format()}.Widen({moved})" : moved;

    /// <summary>Numbers as elements to be moved.</summary>
    public static string Narrow(this ElementType element, string lanes) => element.IsBits() ? $"{element.Format()}.Narrow({lanes})" : lanes;

    /// <summary>Whether elements are moved as bits, to be converted outside of branches.</summary>
    public static bool IsBits(this ElementType element) => element is ElementType.Half or ElementType.BFloat16;

    /// <summary>The C# type of an element in memory.</summary>
    public static string Storage(this ElementType element) => element switch
    {
        ElementType.Half or ElementType.BFloat16 => "ushort",
        ElementType.SByte => "sbyte",
        ElementType.Int => "int",
        _ => "float",
    };

    /// <summary>What a register of the type holds before anything is assigned.</summary>
    public static string Nothing(this ElementType element) => element switch
    {
        ElementType.Bool => "false",
        _ when element.IsInt() => "0",
        _ => "0f",
    };
}
