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

    [Theory]
    [InlineData("var t = Temp<float>(x.Rows, x.Cols); foreach (var (i, j) in Grid(Y)) Y[i, j] = [|t.Tiles(BM, BN)[i, j]|];")]
    [InlineData("var t = Temp<int>(1, 9); foreach (var (g, i, j) in [|Groups(t, x.Rows, BM, Y.Cols)|]) y.SliceRows(t, g).Tiles(BM, BN)[i, j] = X[i, j];")]
    [InlineData("var t = Temp<int>(1, 9); foreach (var (i, j) in Grid(Y)) Y[i, j] = X[i, j] * [|t.At(0, j)|];")]
    public void TempNotStored_TK3005(string program) => DiagnosticAssert.Reports(Programs.Program(program), "TK3005", "No grid before");

    [Theory]
    [InlineData("AtomicAdd(Y, 0, j, X[i, j]); [|Y[i, j]|] = X[i, j];")]
    [InlineData("AtomicAdd(Y, 0, j, X[i, j] + [|y[0]|]);")]
    [InlineData("ScatterAdd(y, Cast<int>(RowSum(X[i, j])), j, [|Y[i, j]|]);")]
    public void AddedAndUsed_TK3006(string body) => Reports("TK3006", body, "'y'");

    [Theory]
    [InlineData("AtomicAdd(Y, 0, j, X[i, j]); AtomicAdd(Y, j, 0, X[i, j]);")]
    [InlineData("ScatterAdd(y, Cast<int>(RowSum(X[i, j])), j, X[i, j]);")]
    [InlineData("ScatterAdd(y, Cast<int>(RowSum(X[i, j])), RowSum(X[i, j]));")]
    [InlineData("y.SliceRows(n, 100).Tiles(BM, BN)[i, j] = X[i, j];")]
    [InlineData("y.SliceRows(1, x.Rows, 2).SliceCols(n, n).Tiles(BM, BN)[i, j] = X[i, j];")]
    [InlineData("foreach (var (r, i, j) in Grid(n, Y.Rows, Y.Cols)) y.SliceRows(r, x.Rows, n).Tiles(BM, BN)[i, j] = X[i, j];")]
    [InlineData("y[i, 0].SliceCols(i * n, n).RowVecs(BN)[j] = ColSum(X[i, j]);")]
    public void AddsAndSlices_AreFine(string body) => GeneratorRun.Of(body.StartsWith("foreach", StringComparison.Ordinal) ? Programs.Program(body) : Programs.Body(body)).AssertCompiles();

    [Theory]
    [InlineData("[|y.SliceRows(i, 100).Tiles(BM, BN)[i, j]|] = X[i, j];")]
    [InlineData("for (var k = 0; k < n; k++) [|y.SliceCols(k, 9).Tiles(BM, BN)[i, j]|] = X[i, j];")]
    public void MovingSlice_TK3001(string body) => Reports("TK3001", body);

    [Theory]
    [InlineData("y.SliceRows(0, 9).Tiles(BM, BN)[i, j] = X[i, j]; [|y.SliceRows(1, 9).Tiles(BM, BN)[i, j]|] = X[i, j];")]
    [InlineData("y.SliceRows(0, 9).Tiles(BM, BN)[i, j] = X[i, j]; [|Y[i, j]|] = X[i, j];")]
    public void OtherSlice_TK3002(string body) => Reports("TK3002", body);

    [Theory]
    [InlineData("[|y.SliceRows(o, i).Tiles(BM, BN)[i, j]|]", "of the group")]
    [InlineData("[|y.SliceRows(p, g).Tiles(BM, BN)[i, j]|]", "of the group")]
    [InlineData("[|Y[i, j]|]", "of the group")]
    [InlineData("[|y.SliceRows(o, g).Tiles(BM, BN)[0, j]|]", "of the tile")]
    [InlineData("[|y.SliceRows(o, g).Tiles(BM, BN)[i, 0]|]", "number 3")]
    public void StoreOfAGroup_TK3001(string target, string words) => DiagnosticAssert.Reports(Grouped($"{target} = X[i, j];"), "TK3001", words);

    [Theory]
    [InlineData("y.SliceRows(o, g).Tiles(BM, BN)[i, j] = X[i, j];")]
    [InlineData("y.SliceCols(o, g).RowVecs(BN)[j, i] = ColSum(X[i, j]);")]
    [InlineData("y[g, j].RowVecs(BN)[i] = ColSum(X[i, j]);")]
    [InlineData("y.SliceRows(o, g).Tiles(BM, BN)[i, j] = X[i, j]; y.SliceRows(o, g).Tiles(BM, BN)[i, j] = y.SliceRows(o, g).Tiles(BM, BN)[i, j] * 2f;")]
    public void StoresOfAGroup_AreFine(string body) => GeneratorRun.Of(Grouped(body)).AssertCompiles();

    private static string Grouped(string body) => Programs.Program(
        $"var o = Temp<int>(1, 9); var p = Temp<int>(1, 9);"
        + " foreach (var i in Grid(1)) { o.RowVecs(16)[i] = RowVec.Zeros<int>(16); p.RowVecs(16)[i] = RowVec.Zeros<int>(16); }"
        + $" foreach (var (g, i, j) in Groups(o, x.Rows, BM, Y.Cols)) {{ {body} }}");

    private static void Reports(string id, string body, params string[] fragments) => DiagnosticAssert.Reports(Programs.Body(body), id, fragments);
}
