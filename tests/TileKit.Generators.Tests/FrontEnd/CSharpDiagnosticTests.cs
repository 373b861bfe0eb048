using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.FrontEnd;

/// <summary>TK1xxx: C# that the language does not have.</summary>
public class CSharpDiagnosticTests
{
    [Theory]
    [InlineData("[|try|] { } finally { }", "try/catch")]
    [InlineData("[|throw|] new Exception();", "throw")]
    [InlineData("[|while|] (n > 0) { }", "while")]
    [InlineData("[|do|] { } while (n > 0);", "while")]
    [InlineData("for (var k = 0; k < n; k++) { [|break|]; }", "break")]
    [InlineData("for (var k = 0; k < n; k++) { [|continue|]; }", "continue")]
    [InlineData("[|goto|] End; [|End|]: ;", "goto", "labels")]
    [InlineData("[|switch|] (n) { case 1: break; }", "switch")]
    [InlineData("var c = [|n switch { 1 => 2, _ => 3 }|];", "switch expression")]
    [InlineData("[|lock|] (typeof(int)) { }", "lock")]
    [InlineData("var a = [|new float[4]|];", "arrays")]
    [InlineData("var a = [|new object()|];", "new")]
    [InlineData("var a = [|$\"{n}\"|];", "interpolation")]
    [InlineData("var c = [|n is 3|];", "patterns")]
    [InlineData("var c = [|n >>> 2|];", ">>>")]
    [InlineData("var c = [|X[i, j] << 2|];", "bitwise")]
    [InlineData("var c = [|X[i, j] & X[i, j]|];", "bitwise")]
    [InlineData("var c = X[i, j] > 0; c = [|c << 1|];", "bitwise")]
    [InlineData("ref var [|r = ref n|];", "ref locals")]
    public void Construct_TK1001(string body, params string[] constructs)
    {
        var messages = DiagnosticAssert.Reports(InGrid(body), "TK1001").Select(static diagnostic => diagnostic.GetMessage(null)).ToArray();
        Assert.Equal(constructs.Length, messages.Length);
        Assert.All(constructs.Zip(messages), static pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Recursion_TK1002() => Reports(
        "TK1002",
        Programs.Body("Y[i, j] = F(X[i, j]);", "static Tile<float> F(Tile<float> t) => [|F(t)|];"),
        "'F'");

    [Fact]
    public void UnknownCall_TK1003() => Reports("TK1003", InGrid("[|Console.WriteLine(n)|];"), "Console.WriteLine");

    [Fact]
    public void SizeOfTile_TK1003() => Reports("TK1003", InGrid("var c = [|X[i, j].Rows|];"), "Rows");

    [Fact]
    public void Double_TK1004() => Reports("TK1004", InGrid("var c = (float)([|s * 0.5|]);"), "double", "float");

    [Fact]
    public void Double_OfALocalIsReportedOnce_TK1004() => Reports("TK1004", InGrid("var c = [|0.5|]; var d = (float)c; d = d + (float)c;"));

    [Fact]
    public void EarlyReturn_TK1005() => Reports(
        "TK1005", Programs.Body("Y[i, j] = F(X[i, j], n);", "static Tile<float> F(Tile<float> t, int n) { if (n > 0) [|return -t;|] return t; }"));

    [Theory]
    [InlineData("n")]
    [InlineData("X.Rows")]
    [InlineData("i * 2")]
    [InlineData("BM - BM")]
    public void TileSize_TK1006(string size) => Reports("TK1006", InGrid($"Y[i, j] = Zeros<float>([|{size}|], BN);"), size);

    [Theory]
    [InlineData("for (var k = n; k > 0; k--)")]
    [InlineData("for (float f = 0; f < s; f++)")]
    [InlineData("for (var k = 0; k < n; k += 0)")]
    [InlineData("for (; ; )")]
    public void LoopForm_TK1007(string header) => Reports("TK1007", InGrid($"[|{header}|] {{ }}"));

    [Fact]
    public void LoopEndAssigned_TK1007() => Reports("TK1007", InGrid("var end = n; [|for (var k = 0; k < end; k++)|] { end = end - 1; }"), "'end'");

    [Fact]
    public void NestedGrid_TK1008() => Reports("TK1008", InGrid("foreach (var k in [|Grid(3)|]) { }"));

    [Theory]
    [InlineData("var t = [|X[0, 0]|];")]
    [InlineData("var t = [|Zeros<float>(BM, BN)|];")]
    [InlineData("var t = [|x[0]|];")]
    [InlineData("[|if (n > 0)|] n = 1;")]
    [InlineData("[|for (var k = 0; k < n; k++)|] { }")]
    public void OutsideGrid_TK1009(string statement) => Reports("TK1009", Programs.Program(statement + "foreach (var (i, j) in Grid(Y)) Y[i, j] = X[i, j];"));

    [Fact]
    public void NoGrid_TK1010() => Reports(
        "TK1010", Programs.Members("static void [|Program|](Global<float> x, Global<float> y, float s, int n, [Tune] int B) { }"));

    [Fact]
    public void ConditionalOnTiles_TK1011() => Reports("TK1011", InGrid("var t = [|n > 0 ? X[i, j] : Y[i, j]|];"), "Where");

    [Fact]
    public void Truncation_TK1012() => Reports("TK1012", InGrid("var c = [|(int)s|];"), "float", "int");

    [Fact]
    public void CapturedAssignment_TK1013() => Reports("TK1013", InGrid("var c = 0; Action f = () => { [|c|] = 1; }; f();"), "'c'");

    [Fact]
    public void ViewDependsOnBranch_TK1014() => Reports("TK1014", InGrid("var V = X; [|if (n > 0)|] V = Y;"), "'V'");

    [Fact]
    public void RefArgument_TK1015() => Reports(
        "TK1015", Programs.Body("var t = X[i, j]; F([|ref t|]); Y[i, j] = t;", "static void F(ref Tile<float> t) { }"), "'t'");

    [Fact]
    public void LoopVariableAssigned_TK1016() => Reports("TK1016", InGrid("for (var k = 0; k < n; k++) { [|k|] = k + 1; }"), "'k'");

    [Fact]
    public void RequireInGrid_TK1017() => Reports("TK1017", InGrid("[|Require(n > 0)|];"));

    [Fact]
    public void TooManyCalls_TK1018()
    {
        var members = string.Concat(Enumerable.Range(1, 20).Select(static level => $"static int F{level}(int n) => F{level - 1}(n) + F{level - 1}(n);"));
        Assert.Equal("TK1018", Assert.Single(DiagnosticAssert.All(GeneratorRun.Of(
            Programs.Body("Y[i, j] = X[i, j] * F20(n);", members + "static int F0(int n) => n + 1;")))).Id);
    }

    [Fact]
    public void ForeachOverArray_TK1019() => Reports("TK1019", InGrid("foreach (var k in [|new[] { 1, 2 }|]) { }"));

    [Fact]
    public void SharedVariable_TK1020() => Reports("TK1020", Programs.Program("var c = 0; foreach (var (i, j) in Grid(Y)) { [|c|]++; Y[i, j] = X[i, j]; }"), "'c'");

    [Fact]
    public void Field_TK1021() => Reports("TK1021", Programs.Body("Y[i, j] = X[i, j] * [|Factor|];", "static readonly float Factor = 2;"), "'Factor'");

    [Fact]
    public void MatrixOfMatrix_TK1022() => Reports("TK1022", InGrid("var c = [|x[0, 0][0, 0]|];"), "'x[0, 0]'");

    [Fact]
    public void Checked_TK1023() => Reports("TK1023", InGrid("var c = checked([|n + 1|]);"));

    [Fact]
    public void TempInGrid_TK1024() => Reports("TK1024", InGrid("var t = [|Temp<float>(2, 3)|];"));

    [Theory]
    [InlineData("var o = Temp<int>(2, 9); foreach (var (g, i) in [|Groups(o[0, 1], x.Rows, BM)|]) { }")]
    [InlineData("var o = Temp<int>(2, 9); foreach (var (g, i) in [|Groups(o.SliceRows(1, 1), x.Rows, BM)|]) { }")]
    public void OffsetsOfAPart_TK1025(string program) => Reports("TK1025", Programs.Program(program));

    [Theory]
    [InlineData("var t = unknown; var u = 0.5;")]
    [InlineData("int c; var t = 0.5 + c;")]
    [InlineData("Tile<float> t = 3;")]
    [InlineData("Y[i, j] = X[i, j]")]
    [InlineData("Y[i, j] = Gelu();")]
    public void BrokenCSharp_IsLeftToTheCompiler(string body) => DiagnosticAssert.Reports(InGrid(body));

    // Ends like a program should, so that the fault under test is the only one.
    private static string InGrid(string statements) => Programs.Body(statements + "\nY[i, j] = X[i, j];");

    private static void Reports(string id, string marked, params string[] fragments)
    {
        var reported = Assert.Single(DiagnosticAssert.Reports(marked, id));
        Assert.All(fragments, fragment => Assert.Contains(fragment, reported.GetMessage(null), StringComparison.Ordinal));
    }
}
