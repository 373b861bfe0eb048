using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>TK3xxx: what program instances store and read of one another.</summary>
public class MemoryDiagnosticTests
{
    [Theory]
    [InlineData("[|Y[i, 0]|] = X[i, j];", "number 2", "'y'")]
    [InlineData("[|Y[0, j]|] = X[i, j];", "number 1")]
    [InlineData("[|Y[i + j, 0]|] = X[i, j];")]
    [InlineData("[|Y[i / 2, j]|] = X[i, j];", "number 1")]
    [InlineData("[|Y[i * n, j]|] = X[i, j];", "number 1")]
    [InlineData("[|Y[i * (BM - BN), j]|] = X[i, j];", "number 1")]
    [InlineData("[|Y[i * (BM / 64), j]|] = X[i, j];", "number 1")]
    [InlineData("for (var k = 0; k < n; k++) [|Y[i + k, j]|] = X[i, k];", "number 1")]
    [InlineData("[|y.RowVecs(BN)[j]|] = ColSum(X[i, j]);", "number 1")]
    [InlineData("[|Y[i, 0]|] = X[i, j]; Y[i, j] = X[i, j];")]
    public void SharedStore_TK3001(string body, params string[] fragments) => Reports("TK3001", body, fragments);

    [Theory]
    [InlineData("Y[i, j] = X[i, j];")]
    [InlineData("Y[j, i] = X[i, j];")]
    [InlineData("Y[2 * i + 1, j] = X[i, j];")]
    [InlineData("Y[i + n, j - i * 0] = X[i, j];")]
    [InlineData("Y[i * BM, j] = X[i, j];")]
    [InlineData("Y[i + CeilDiv(x.Rows, BM), j] = X[i, j];")]
    [InlineData("if (n > 0) Y[i, j] = X[i, j]; else Y[i, j] = -X[i, j];")]
    [InlineData("y[i, j].Tiles(BM, BN)[0, 0] = X[i, j];")]
    [InlineData("y[i, 0].RowVecs(BN)[j] = ColSum(X[i, j]);")]
    [InlineData("Y[i, j] = X[i, j]; Y[i, j] = Y[i, j] * 2f;")]
    public void StoresOfItsOwn_AreFine(string body) => GeneratorRun.Of(Programs.Body(body)).AssertCompiles();

    [Theory]
    [InlineData("Y[i, j] = X[i, j]; [|Y[j, i]|] = X[i, j];")]
    [InlineData("Y[i, j] = X[i, j]; [|Y[i + 1, j]|] = X[i, j];")]
    [InlineData("Y[i, j] = X[i, j]; [|y.Tiles(BM, 2 * BN)[i, j]|] = Zeros<float>(BM, 2 * BN);")]
    public void StoresDisagree_TK3002(string body) => Reports("TK3002", body, "'y'");

    [Theory]
    [InlineData("Y[i, j] = [|Y[i, j + 1]|];")]
    [InlineData("Y[i, j] = X[i, j] + [|y.RowVecs(BN)[j]|];")]
    [InlineData("Y[i, j] = X[i, j] * [|y[0]|];")]
    public void ReadsOthersStore_TK3003(string body) => Reports("TK3003", body, "'y'");

    [Fact]
    public void NothingStored_TK3004() => DiagnosticAssert.Reports(
        Programs.Program("foreach (var (i, j) in [|Grid(Y)|]) { var t = X[i, j]; }"), "TK3004", "Y[i, j]");

    [Fact]
    public void SeveralGrids_TK3005() => DiagnosticAssert.Reports(
        Programs.Program("foreach (var (i, j) in Grid(Y)) Y[i, j] = X[i, j]; foreach (var (i, j) in [|Grid(Y)|]) Y[i, j] = X[i, j];"), "TK3005", "second grid");

    private static void Reports(string id, string body, params string[] fragments) => DiagnosticAssert.Reports(Programs.Body(body), id, fragments);
}
