using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Robustness;

/// <summary>What doubles from statement to statement in the program must not double in the generator.</summary>
public class GrowthTests
{
    private const int Statements = 40;

    [Theory]
    [InlineData("var a = n;", "a = a + a;", "Y[i, j] = X[i, j] * a;")]
    [InlineData("var a = n;", "a = a * a + i;", "for (var k = 0; k < a; k++) Y[i, j] = X[i, j];")]
    [InlineData("var a = n;", "a = a * a + a;", "Y[i + a, j] = X[i, j];")]
    [InlineData("var a = BM + BN;", "a = a * a;", "Y[i, j] = X[i, j] * a;")]
    [InlineData("var a = BM + BN;", "a = a / (a + 1);", "Y[i + a, j] = X[i, j];")]
    [InlineData("var a = X[i, j]; var b = Zeros<float>(BM, BN);", "a = a + b; b = b + a;", "Y[i, j] = a * b;")]
    [InlineData("var a = X[i, j];", "if (n > 0) a = a + Exp(a);", "Y[i, j] = a;")]
    [InlineData("var a = true;", "a = (a && n > i) || (n > j && a);", "if (a) Y[i, j] = X[i, j];")]
    public void Doubling_StaysSmall(string start, string statement, string end)
    {
        var body = start + string.Concat(Enumerable.Repeat(statement, Statements)) + end;
        var run = GeneratorRun.Of(Programs.Body(body)).AssertCompiles();
        Assert.InRange(run.Text.Length, 1, 300_000);
    }
}
