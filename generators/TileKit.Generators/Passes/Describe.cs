using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>Types and ops in the user's words, for messages.</summary>
internal static class DescribeExtensions
{
    public static string Describe(this IrType type) => type switch
    {
        TileType tile => $"Tile<{tile.Element.Describe()}> of {tile.Rows} x {tile.Cols}",
        ColVecType vec => $"ColVec<{vec.Element.Describe()}> of {vec.Rows}",
        RowVecType vec => $"RowVec<{vec.Element.Describe()}> of {vec.Cols}",
        _ => type.Element.Describe(),
    };

    public static string Describe(this ElementType element) => element switch
    {
        ElementType.Float => "float",
        ElementType.Half => "Half",
        ElementType.BFloat16 => "BFloat16",
        ElementType.SByte => "sbyte",
        ElementType.Int => "int",
        _ => "bool",
    };

    /// <summary>The op's name in the language: MmaABt, MmAtB.</summary>
    public static string Name(this MmaOp mma) =>
        (mma.Accumulator is null ? "Mm" : "Mma") + (mma.TransposeA ? "At" : "A") + (mma.TransposeB ? "Bt" : "B");
}
