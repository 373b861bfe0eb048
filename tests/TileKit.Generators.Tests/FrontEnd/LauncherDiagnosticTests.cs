using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.FrontEnd;

/// <summary>TK0xxx: the rules of launchers and of their programs' signatures.</summary>
public class LauncherDiagnosticTests
{
    private const string Launcher = "[TileKernel(nameof(Program))] public static partial void Run(Device device, DeviceTensor<float> x);";
    private const string Program = "static void Program(Global<float> x, [Tune] int B) { }";

    [Fact]
    public void NotVoid_TK0001() => Reports(
        "TK0001", $"[TileKernel(nameof(Program))] public static partial int [|Run|](Device device, DeviceTensor<float> x); {Program}", "void");

    [Fact]
    public void NotPartial_TK0001() => Reports(
        "TK0001", $$"""[TileKernel(nameof(Program))] public static void [|Run|](Device device, DeviceTensor<float> x) { } {{Program}}""", "partial");

    [Fact]
    public void Body_TK0002() => Reports(
        "TK0002", $$"""[TileKernel(nameof(Program))] public static partial void [|Run|](Device device, DeviceTensor<float> x) { } {{Program}}""");

    [Fact]
    public void GenericContainingType_TK0003() => DiagnosticAssert.Reports(
        $$"""
        public static partial class Kernels<T>
        {
            [TileKernel(nameof(Program))] public static partial void [|Run|](Device device, DeviceTensor<float> x);
            {{Program}}
        }
        """,
        "TK0003",
        "generic");

    [Fact]
    public void GenericLauncher_TK0004() => Reports(
        "TK0004", $"[TileKernel(nameof(Program))] public static partial void [|Run|]<T>(Device device, DeviceTensor<float> x); {Program}");

    [Fact]
    public void UnknownProgram_TK0005() => Reports(
        "TK0005", """[[|TileKernel("Progam")|]] public static partial void Run(Device device, DeviceTensor<float> x);""", "'Progam'");

    [Fact]
    public void OverloadedProgram_TK0006() => Reports(
        "TK0006",
        $$"""
        [[|TileKernel(nameof(Program))|]] public static partial void Run(Device device, DeviceTensor<float> x);
        {{Program}}
        static void Program(int n) { }
        """);

    [Fact]
    public void ProgramReturnsValue_TK0007() => Reports("TK0007", $"{Launcher} static int [|Program|](Global<float> x) => 1;", "return void");

    [Fact]
    public void ProgramIsLauncher_TK0007() => Reports(
        "TK0007", "[[|TileKernel(nameof(Run))|]] public static partial void Run(Device device, DeviceTensor<float> x);", "body");

    [Fact]
    public void NoDevice_TK0008() => Reports(
        "TK0008", $"[TileKernel(nameof(Program))] public static partial void [|Run|](DeviceTensor<float> x); {Program}", "Device");

    [Fact]
    public void DeviceWithSpans_TK0008() => Reports(
        "TK0008", $"[TileKernel(nameof(Program))] public static partial void [|Run|](Device device, TensorSpan<float> x); {Program}", "'x'");

    [Fact]
    public void UnsupportedScalar_TK0009() => Reports(
        "TK0009", $"[TileKernel(nameof(Program))] public static partial void Run(Device device, DeviceTensor<float> x, [|double s|]); {Program}", "double");

    [Fact]
    public void RefParameter_TK0009() => Reports(
        "TK0009", $"[TileKernel(nameof(Program))] public static partial void Run(Device device, [|ref DeviceTensor<float> x|]); {Program}", "ref ");

    [Fact]
    public void LauncherParameterUnpaired_TK0010() => Reports(
        "TK0010",
        "[TileKernel(nameof(Program))] public static partial void Run(Device device, DeviceTensor<float> x, [|float s|]);" + Program,
        "'s'");

    [Fact]
    public void ProgramParameterUnpaired_TK0011() => Reports("TK0011", Launcher + "static void Program(Global<float> x, [|int B|]) { }", "[Tune]");

    [Fact]
    public void TypesDiffer_TK0012() => Reports(
        "TK0012", Launcher + "static void Program([|Global<int> x|], [Tune] int B) { }", "Global<int>", "DeviceTensor<float>");

    [Fact]
    public void TuneOfFloat_TK0013() => Reports("TK0013", Launcher + "static void Program(Global<float> x, [|[Tune] float B|]) { }");

    [Fact]
    public void ValuesNotPositive_TK0014() => Reports("TK0014", Launcher + "static void Program(Global<float> x, [|[Tune(16, 0)] int B|]) { }", "0");

    [Fact]
    public void ExtentOfNoTensor_TK0015() => Reports(
        "TK0015", Launcher + """static void Program(Global<float> x, [|[Extent("q", Axis.Cols)] int D|]) { }""", "'q'");

    [Fact]
    public void ElementType_TK0016() => Reports(
        "TK0016",
        "[TileKernel(nameof(Program))] public static partial void Run(Device device, [|DeviceTensor<double> x|]); static void Program(Global<double> x) { }",
        "double");

    [Fact]
    public void StoreToReadOnlySpan_TK0017() => Reports(
        "TK0017",
        """
        [TileKernel(nameof(Program))] public static partial void Run(in ReadOnlyTensorSpan<float> x);
        static void Program(Global<float> x, [Tune] int B)
        {
            foreach (var (i, j) in Grid(x.Tiles(B, B))) [|x.Tiles(B, B)[i, j]|] = Zeros<float>(B, B);
        }
        """,
        "TensorSpan");

    [Fact]
    public void TypeArgument_TK0018() => Reports("TK0018", Launcher + "static void Program[|<T>|](Global<float> x, [Tune] int B) { }", "'T'");

    [Fact]
    public void TuneInLauncher_TK0019() => Reports(
        "TK0019",
        "[TileKernel(nameof(Program))] public static partial void Run(Device device, DeviceTensor<float> x, int B);"
            + "static void Program(Global<float> x, [|[Tune] int B|]) { }");

    private static void Reports(string id, string members, params string[] fragments) =>
        DiagnosticAssert.Reports("public static partial class Kernels { " + members + " }", id, fragments);
}
