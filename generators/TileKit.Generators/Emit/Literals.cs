using System.Globalization;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit;

/// <summary>Constants and names in generated C#.</summary>
internal static class Literals
{
    public static string Of(ConstantOp constant) => constant.Result.Type.Element switch
    {
        ElementType.Float => Float(FloatBits.ToFloat(constant.Bits)),
        ElementType.Bool => constant.Bits != 0 ? "true" : "false",
        _ => constant.Bits.ToString(CultureInfo.InvariantCulture),
    };

    public static string Float(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when float.IsNaN(value) => "float.NaN",
        _ => value.ToString("G9", CultureInfo.InvariantCulture) + "f",
    };

    /// <summary>A C# string literal, whatever is in the text.</summary>
    public static string Text(string value) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(value, quote: true);
}
