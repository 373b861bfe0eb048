using TileKit.Generators.Tests.FrontEnd;
using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Emit;

/// <summary>What stands around the kernel: the launcher, the checks of a launch, the kernel's info.</summary>
public class LauncherSourceTests
{
    private const string Spans =
        """
        namespace Layers;

        public static partial class Kernels
        {
            [TileKernel(nameof(ScaleProgram))]
            internal static partial void Scale(in ReadOnlyTensorSpan<Half> x, in TensorSpan<Half> y, float s);

            static void ScaleProgram(Global<Half> x, Global<Half> y, float s, [Tune] int BM, [Extent(nameof(x), Axis.Cols, 64, 128)] int N)
            {
                Require(x.Rows == y.Rows && x.Cols == y.Cols, "x and y of one shape");
                foreach (var i in Grid(CeilDiv(y.Rows, BM)))
                    y.Tiles(BM, N)[i, 0] = Cast<Half>(Cast<float>(x.Tiles(BM, N)[i, 0]) * s);
            }
        }
        """;

    [Fact]
    public void DeviceTensors() => Golden.Verify(GeneratedText.Launcher(KernelSources.LinearGelu), "cs");

    [Fact]
    public void TensorSpans() => Golden.Verify(GeneratedText.Launcher(Spans), "cs");

    [Fact]
    public void RejectedKernel() => Golden.Verify(GeneratorRun.Of(Programs.Body("Y[i, 0] = X[i, j];")).Text, "cs");
}
