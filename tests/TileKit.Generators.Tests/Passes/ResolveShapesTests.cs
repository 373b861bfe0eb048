using System.Runtime.CompilerServices;
using TileKit.Generators.Passes;
using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>Shapes flow from loads and fills through every kind of op.</summary>
public class ResolveShapesTests
{
    [Fact]
    public void Maps_TakeTheShapeOfTheirTile() => Verify("Y[i, j] = Exp(X[i, j]) * s + x.RowVecs(BN)[j];");

    [Fact]
    public void Reductions_LeaveOneSide() => Verify("Y[i, j] = X[i, j] - RowMax(X[i, j]) - ColSum(X[i, j]);");

    [Fact]
    public void Products_TakeRowsOfOneAndColumnsOfTheOther() => Verify("Y[i, j] = MmABt(X[i, 0], x.Tiles(BN, BN)[j, 0]);");

    [Fact]
    public void Layout_TurnsAndCuts() => Verify("Y[i, j] = Subtile(Transpose(x.Tiles(2 * BN, BM)[j, i]), 0, 0, BM, BN);");

    [Fact]
    public void Loops_KeepTheShapeThatEnters() => Verify("var t = Zeros<float>(BM, BN); for (var k = 0; k < n; k++) t = t + X[i, k]; Y[i, j] = t;");

    [Fact]
    public void Branches_AgreeOnOneShape() => Verify("var t = X[i, j]; if (n > 0) t = -t; Y[i, j] = t;");

    private static void Verify(string body, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Golden.Verify(PassText.Of(Programs.Body(body), [], ResolveShapes.Run), file: file, method: method);
}
