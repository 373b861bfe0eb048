using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Diagnostics;

/// <summary>A fault in a program is exactly one error at its statement, the compiler's own errors counted.</summary>
public class OneErrorTests
{
    [Theory]
    [InlineData("Y[i, j] = {|TK2001:X[i, j] + Transpose(X[i, j])|};")]                                                  // tile shapes
    [InlineData("Y[i, j] = {|TK2003:MmAB(X[i, j], X[i, j])|};")]
    [InlineData("{|TK2007:Y[i, j]|} = Transpose(X[i, j]);")]
    [InlineData("var v = {|CS0019:RowSum(X[i, j]) + ColSum(X[i, j])|}; Y[i, j] = X[i, j];")]                            // ColVec and RowVec
    [InlineData("ColVec<float> v = {|CS0029:ColSum(X[i, j])|}; Y[i, j] = X[i, j] * v;")]
    [InlineData("Y[i, j] = {|TK2002:X[i, j] * x.ColVecs(BN)[j]|};")]
    [InlineData("{|TK3001:Y[i, 0]|} = X[i, j];")]                                                                       // shared store
    [InlineData("var t = X[i, j]; for (var k = 0; k < n; k++) t = {|TK2005:Transpose(t)|}; Y[i, j] = X[i, j];")]         // carried shape
    [InlineData("{|TK1001:try|} { Y[i, j] = X[i, j]; } catch (Exception) { }")]                                         // try/catch
    [InlineData("Y[i, j] = Later(X[i, j]);", "static Tile<float> Later(Tile<float> t) { {|CS4032:await System.Threading.Tasks.Task.Yield()|}; return t; }")]    // await
    [InlineData("Y[i, j] = Again(X[i, j]);", "static Tile<float> Again(Tile<float> t) => {|TK1002:Again(-t)|};")]         // recursion
    [InlineData("var a = {|TK1001:new float[4]|}; Y[i, j] = X[i, j];")]                                                 // allocation
    [InlineData("var a = {|TK1001:new List<int>()|}; Y[i, j] = X[i, j];")]
    [InlineData("Y[i, j] = X[i, j] * {|CS0103:unknown|};")]
    public void Fault_InAProgram(string body, string members = "") => DiagnosticAssert.OnlyErrors(Programs.Body(body, members));

    [Fact]
    public void AsyncProgram() => DiagnosticAssert.OnlyErrors(
        """
        public static partial class Kernels
        {
            [TileKernel(nameof(Program))] public static partial void Run(Device device, DeviceTensor<float> x);
            static async void {|TK0007:Program|}(Global<float> x, [Tune] int B) { await System.Threading.Tasks.Task.Yield(); }
        }
        """);

    [Theory]
    [InlineData("public static partial int {|TK0001:Run|}(Device device, DeviceTensor<float> x);")]
    [InlineData("public partial void {|TK0001:Run|}(Device device, DeviceTensor<float> x);")]
    [InlineData("public static partial void {|TK0008:Run|}(DeviceTensor<float> x);")]
    [InlineData("public static partial void Run(Device device, DeviceTensor<float> x, {|TK0009:double s|});")]
    [InlineData("public static partial void Run(Device device, DeviceTensor<float> x, {|TK0010:float s|});")]
    [InlineData("public static partial void Run(Device device, {|TK0016:DeviceTensor<double> x|});")]
    public void Fault_OfALauncher(string launcher) => DiagnosticAssert.OnlyErrors(
        $$"""
        public partial class Kernels
        {
            [TileKernel(nameof(Program))] {{launcher}}
            static void Program(Global<float> x, [Tune] int B) { foreach (var i in Grid(x.Tiles(B, B).Rows)) x.Tiles(B, B)[i, 0] = Zeros<float>(B, B); }
        }
        """);

    /// <summary>A project that calls a rejected kernel, or reads its info, gets no more errors for that.</summary>
    [Fact]
    public void CallersOfARejectedKernel_HaveNoErrors() => DiagnosticAssert.OnlyErrors(
        Programs.Body(
            "{|TK3001:Y[i, 0]|} = X[i, j];",
            "public static string Call(Device device, DeviceTensor<float> x) { Run(device, x, x, 1f, 1); return RunInfo.Name; }"));

    [Fact]
    public void CallingARejectedKernel_ThrowsAndNamesTheDiagnostic()
    {
        var run = GeneratorRun.Of(Programs.Body("Y[i, 0] = X[i, j];"));
        using var assembly = LoadedAssembly.Of(run.Output);

        var thrown = Assert.Throws<InvalidOperationException>(() => assembly.Call("Kernels", "Run", null, null, null, 1f, 1));

        Assert.Equal("The kernel 'Run' was not compiled: it has the error TK3001.", thrown.Message);
    }

    [Fact]
    public void OverloadsAreRejectedOneByOne() => DiagnosticAssert.OnlyErrors(
        """
        public static partial class Kernels
        {
            [TileKernel(nameof(A))] public static partial void Run(Device device, DeviceTensor<float> x, float s);
            [TileKernel(nameof(B))] public static partial void Run(Device device, DeviceTensor<float> x, DeviceTensor<float> s);
            [TileKernel(nameof(C))] public static partial void Run(Device device, DeviceTensor<float> x, {|TK0009:double s|});

            static void A(Global<float> x, float s, [Tune] int N) { foreach (var i in Grid(x.RowVecs(N).Count)) x.RowVecs(N)[i] = RowVec.Full(N, s); }
            static void B(Global<float> x, Global<float> s, [Tune] int N) { foreach (var i in {|TK3004:Grid(x.RowVecs(N).Count)|}) { var t = x.RowVecs(N)[i]; } }
            static void C(Global<float> x, [Tune] int N) { }
        }
        """);

    /// <summary>File names of generated sources differ in more than case.</summary>
    [Fact]
    public void LaunchersThatDifferInCaseOnly_AreTwoFiles() => GeneratorRun.Of(
        """
        public static partial class Kernels
        {
            [TileKernel(nameof(Program))] public static partial void Clear(Device device, DeviceTensor<float> x);
            [TileKernel(nameof(Program))] public static partial void clear(Device device, DeviceTensor<float> x);

            static void Program(Global<float> x, [Tune] int N) { foreach (var i in Grid(x.RowVecs(N).Count)) x.RowVecs(N)[i] = RowVec.Zeros<float>(N); }
        }
        """).AssertCompiles();
}
