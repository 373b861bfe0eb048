using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Passes;

/// <summary>TK2xxx: shapes and element types, each at the operation whose operands do not fit.</summary>
public class ShapeDiagnosticTests
{
    [Theory]
    [InlineData("Y[i, j] = [|X[i, j] + Zeros<float>(BN, BM)|];", "BM x BN", "BN x BM")]
    [InlineData("Y[i, j] = [|Max(X[i, j], Transpose(X[i, j]))|];", "Max", "BN x BM")]
    [InlineData("Y[i, j] = Exp([|X[i, j] * Ones<float>(BM, BN + 1)|]) + 1f;", "BM x 1 + BN")]
    [InlineData("Y[i, j] = Where([|X[i, j] > Zeros<float>(BN, BM)|], X[i, j], 0f);", "Greater")]
    [InlineData("Y[i, j] = [|Where(X[i, j] > 0f, Transpose(X[i, j]), 0f)|];", "Select")]
    [InlineData("Y[i, j] = [|x.Tiles(16, BN)[i, j] - x.Tiles(32, BN)[i, j]|] + X[i, j];", "16 x BN", "32 x BN")]
    [InlineData("var v = [|RowSum(X[i, j]) + RowSum(Transpose(X[i, j]))|]; Y[i, j] = X[i, j];", "ColVec<float> of BM", "ColVec<float> of BN")]
    public void ShapesDiffer_TK2001(string body, params string[] fragments) => Reports("TK2001", body, fragments);

    [Theory]
    [InlineData("Y[i, j] = [|X[i, j] + x.RowVecs(BM)[j]|];", "RowVec<float> of BM", "BM x BN")]
    [InlineData("Y[i, j] = [|X[i, j] * RowSum(Transpose(X[i, j]))|];", "ColVec<float> of BN")]
    [InlineData("Y[i, j] = [|Fma(X[i, j], x.ColVecs(BN)[j], s)|];", "ColVec<float> of BN")]
    public void VectorLengthDiffers_TK2002(string body, params string[] fragments) => Reports("TK2002", body, fragments);

    [Theory]
    [InlineData("Y[i, j] = [|MmAB(X[i, j], X[j, i])|];", "MmAB", "the columns of its first argument (BN)", "the rows of its second (BM)")]
    [InlineData("Y[i, j] = [|MmaABt(X[i, j], x.Tiles(BN, BM)[j, i], Zeros<float>(BM, BN))|];", "MmaABt", "the columns of its second (BM)")]
    [InlineData("Y[i, j] = [|MmAtB(X[i, j], x.Tiles(BN, BN)[i, j])|];", "the rows of its first argument (BM)")]
    [InlineData("Y[i, j] = [|MmAtBt(x.Tiles(BN, BM)[i, j], x.Tiles(BN, BM)[i, j])|];", "(BN)", "(BM)")]
    public void ContractionDiffers_TK2003(string body, params string[] fragments) => Reports("TK2003", body, fragments);

    [Fact]
    public void AccumulatorDiffers_TK2004() => Reports(
        "TK2004", "Y[i, j] = [|MmaABt(X[i, j], X[j, i], Zeros<float>(BM, BN))|];", "BM x BM", "BM x BN");

    [Theory]
    [InlineData("var t = Zeros<float>(BM, BN); for (var k = 0; k < n; k++) t = [|Transpose(t)|]; Y[i, j] = t;", "BN x BM", "BM x BN")]
    [InlineData("var t = Zeros<float>(BM, 2 * BN); for (var k = 0; k < n; k++) t = [|X[i, k]|]; Y[i, j] = X[i, j];", "BM x 2 * BN")]
    [InlineData("var v = ColVec.Zeros<float>(BM); for (var k = 0; k < n; k++) { v = [|RowSum(Transpose(X[i, k]))|]; } Y[i, j] = X[i, j];", "ColVec<float> of BN")]
    public void CarriedShapeChanges_TK2005(string body, params string[] fragments) => Reports("TK2005", body, fragments);

    [Theory]
    [InlineData("var t = X[i, j]; if (n > 0) t = [|Transpose(t)|]; Y[i, j] = X[i, j];", "BN x BM", "BM x BN")]
    [InlineData("var t = X[i, j]; if (n > 0) { t = [|-t|]; } else { t = Transpose(t); } Y[i, j] = X[i, j];")]
    public void BranchShapesDiffer_TK2006(string body, params string[] fragments) => Reports("TK2006", body, fragments);

    [Theory]
    [InlineData("[|Y[i, j]|] = Transpose(X[i, j]);", "BN x BM", "BM x BN")]
    [InlineData("[|Y[i, j]|] = MmABt(X[i, j], X[j, i]);", "BM x BM")]
    public void StoreShapeDiffers_TK2007(string body, params string[] fragments) => Reports("TK2007", body, fragments);

    [Theory]
    [InlineData("Y[i, j] = Cast<float>([|h + h|]);", "Add", "Half")]
    [InlineData("Y[i, j] = X[i, j] * Cast<float>([|RowMax(h)|]);", "Half")]
    [InlineData("Y[i, j] = Where([|h > h|], X[i, j], 0f);", "Half")]
    public void StorageArithmetic_TK2008(string body, params string[] fragments) => Reports("TK2008", "var h = Cast<Half>(X[i, j]);" + body, fragments);

    [Theory]
    [InlineData("Y[i, j] = Cast<float>([|RowIndex(BM, BN) / 3|]);")]
    [InlineData("var t = RowIndex(BM, BN); for (var k = 1; k < n; k++) t = [|t / k|]; Y[i, j] = Cast<float>(t);")]
    public void IntegerDivision_TK2009(string body) => Reports("TK2009", body, "Cast<float>");

    [Fact]
    public void SubtileTooLarge_TK2010() => Reports(
        "TK2010", "Y[i, j] = X[i, j] * Sum([|Subtile(Zeros<float>(16, 16), 0, 0, 32, 16)|]);", "32 x 16", "16 x 16");

    [Theory]
    [InlineData("Y[i, j] = X[i, j] + [|Cast<float>(X[i, j] > 0f)|];", "Cast")]
    [InlineData("Y[i, j] = Where([|Full(BM, BN, n > 0)|], X[i, j], 0f);", "fill")]
    public void MaskIsNoNumber_TK2011(string body, params string[] fragments) => Reports("TK2011", body, fragments);

    /// <summary>What follows from a fault is not reported again.</summary>
    [Theory]
    [InlineData("var t = [|X[i, j] + Transpose(X[i, j])|]; t = Exp(t) * RowSum(t); for (var k = 0; k < n; k++) t = t + X[i, k]; Y[i, j] = t;")]
    [InlineData("var t = [|X[i, j] + Transpose(X[i, j])|]; if (n > 0) t = MmAB(t, t); Y[i, j] = t;")]
    public void OneFault_IsOneError(string body) => Reports("TK2001", body);

    /// <summary>A helper with a fault in it is reported once, however often it is inlined.</summary>
    [Fact]
    public void FaultInAHelper_IsReportedThere() => DiagnosticAssert.Reports(
        Programs.Body("Y[i, j] = Twist(X[i, j]) + Twist(X[j, i]);", "static Tile<float> Twist(Tile<float> t) => [|t + Transpose(t)|];"), "TK2001");

    private static void Reports(string id, string body, params string[] fragments) => DiagnosticAssert.Reports(Programs.Body(body), id, fragments);
}
