using TileKit.Generators.IR;

namespace TileKit.Generators.Tests.IR;

/// <summary>A size that is a quotient is kept as text, and has its value all the same.</summary>
public class DimTextTests
{
    private static readonly Dictionary<string, int> Values = new(StringComparer.Ordinal) { ["BM"] = 24, ["BN"] = 7, ["@class"] = 3, ["größe"] = 5 };

    [Theory]
    [InlineData("7", 7)]
    [InlineData("BM", 24)]
    [InlineData("2 * BM + 1", 49)]
    [InlineData("BM + 2 * BN", 38)]
    [InlineData("BM / 5", 4)]
    [InlineData("BM / BN / 2", 1)]
    [InlineData("(BM + BN) / 2", 15)]
    [InlineData("BM / (2 * BN)", 1)]
    [InlineData("BM / 2 * 3", 36)]
    [InlineData("((BM + 3) / 4) * 4", 24)]
    [InlineData("-1 * BM", -24)]
    [InlineData("BM + -1", 23)]
    [InlineData("BM*BN", 168)]
    [InlineData("@class * größe", 15)]
    public void Text_HasTheValueThatCSharpGivesIt(string text, int expected) => Assert.Equal(expected, DimText.Evaluate(text, name => Values[name]));

    [Fact]
    public void DivisionByZero_IsZero() => Assert.Equal(0, DimText.Evaluate("BM / (BN + -7)", name => Values[name]));

    /// <summary>What a dim prints, it evaluates.</summary>
    [Fact]
    public void Dims_OfQuotients_HaveTheirValue()
    {
        var (m, n) = (Dim.Symbol("BM"), Dim.Symbol("BN"));
        Assert.Equal((24 + 7) / 2, ((m + n) / Dim.Constant(2)).Evaluate(name => Values[name]));
        Assert.Equal((24 + 6) / 7 * 7, ((m + n - Dim.One) / n * n).Evaluate(name => Values[name]));
        Assert.Equal((24 - 7) / 2, ((m - n) / Dim.Constant(2)).Evaluate(name => Values[name]));
        Assert.Equal(24 / (7 * 3), (m / (n * Dim.Constant(3))).Evaluate(name => Values[name]));
        Assert.Equal(((24 / 5) + 7) / 3, (((m / Dim.Constant(5)) + n) / Dim.Constant(3)).Evaluate(name => Values[name]));
        Assert.Equal(24 / (24 / 5), (m / (m / Dim.Constant(5))).Evaluate(name => Values[name]));
    }
}
