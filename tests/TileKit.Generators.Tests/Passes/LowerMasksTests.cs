using System.Runtime.CompilerServices;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>Masks become index, comparison and select.</summary>
public class LowerMasksTests
{
    [Fact]
    public void MakeCausal_IsSparedWhereTheWholeTileIsKept() => Verify("Y[i, j] = MakeCausal(X[i, j], i * BM, j * BN);");

    [Fact]
    public void Tril_ComparesColumnWithRowAndDiagonal() => Verify("Y[i, j] = Tril(X[i, j], n, s);");

    [Fact]
    public void RightFill_ComparesTheColumn() => Verify("Y[i, j] = RightFill(X[i, j], n, s);");

    [Fact]
    public void LowerFill_ComparesTheRow() => Verify("Y[i, j] = LowerFill(X[i, j], n, s);");

    private static void Verify(string body, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(PassText.Of(Programs.Body(body), LowerMasks.Run), file: file, method: method);
}
