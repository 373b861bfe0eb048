using System.Runtime.CompilerServices;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>A product that only a sum reads becomes one fused multiply-add with it.</summary>
public class ContractFmaTests
{
    [Fact]
    public void Product_AndSumAreOne() => Verify("Y[i, j] = X[i, j] * s + X[i, 0];");

    [Fact]
    public void Sum_MayComeFirst() => Verify("Y[i, j] = X[i, 0] + X[i, j] * X[j, i];");

    [Fact]
    public void ProductReadTwice_Stays() => Verify("var t = X[i, j] * s; Y[i, j] = t + t * t;");

    [Fact]
    public void VectorProduct_StaysOncePerRow() => Verify("Y[i, j] = RowSum(X[i, j]) * s + X[i, j];");

    private static void Verify(string body, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(PassText.Of(Programs.Body(body), ContractFma.Run), file: file, method: method);
}
