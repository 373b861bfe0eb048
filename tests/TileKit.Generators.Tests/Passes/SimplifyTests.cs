using System.Runtime.CompilerServices;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>Equal ops are merged, dead ones dropped.</summary>
public class SimplifyTests
{
    [Fact]
    public void EqualOps_AreMerged() => Verify("Y[i, j] = Exp(X[i, j]) + Exp(X[i, j]);");

    [Fact]
    public void DeadOps_AreDropped() => Verify("var t = Exp(X[i, j]); var u = t * 2f; Y[i, j] = X[i, j];");

    [Fact]
    public void OpsOfAnOuterRegion_ServeTheInnerOnes() => Verify("var t = X[i, j]; for (var k = 0; k < n; k++) t = t + X[i, j] * RowSum(X[i, j]); Y[i, j] = t + RowSum(X[i, j]);");

    [Fact]
    public void LoadsOfTheOutput_AreNotMerged() => Verify("Y[i, j] = Y[i, j] + 1f; Y[i, j] = Y[i, j] + 1f;");

    private static void Verify(string body, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(PassText.Of(Programs.Body(body), Simplify.Run), file: file, method: method);
}
