using System.Runtime.CompilerServices;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>A tile is divided by one reciprocal a row, a column or a launch.</summary>
public class DivideByReciprocalTests
{
    [Fact]
    public void Division_ByAColVecMultipliesByItsReciprocal() => Verify("Y[i, j] = X[i, j] / RowSum(X[i, j]);");

    [Fact]
    public void Division_ByATileStays() => Verify("Y[i, j] = X[i, j] / X[i, 0];");

    [Fact]
    public void Division_OfAVectorStays() => Verify("Y[i, j] = X[i, j] * (RowSum(X[i, j]) / s);");

    private static void Verify(string body, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(PassText.Of(Programs.Body(body), DivideByReciprocal.Run), file: file, method: method);
}
