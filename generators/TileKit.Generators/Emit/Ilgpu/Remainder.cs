namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>Writes remainders of numbers that are not negative. For ILGPU and the assembler after it each one is a division, even by a power of two.</summary>
internal static class Remainder
{
    public static string Of(string number, int divisor) => (divisor & (divisor - 1)) == 0 ? $"({number} & {divisor - 1})" : $"{number} % {divisor}";
}
