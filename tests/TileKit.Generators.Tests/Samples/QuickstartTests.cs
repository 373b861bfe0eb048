using TileKit.Generators.Tests.Harness;

namespace TileKit.Generators.Tests.Samples;

/// <summary>The README's kernel: compiles as its reader would compile it and gives what its program gives.</summary>
public class QuickstartTests
{
    private const int M = 37, K = 50, N = 23;

    private static readonly string Source = Repository.Read("samples", "Quickstart", "Layers.cs");

    [Fact]
    public void Readme_ShowsTheSampleAsItIs() => Assert.Contains(Source.Trim(), Repository.Read("README.md"), StringComparison.Ordinal);

    [Fact]
    public void LinearGelu_AgreesWithItsProgram()
    {
        using var assembly = GeneratorRun.Of(Source).Load();
        using var device = new CpuDevice(2);
        using var x = device.Upload<float>(Wave(M * K), M, K);
        using var w = device.Upload<float>(Wave(K * N), K, N);
        using var bias = device.Upload<float>(Wave(N), N);
        using var y = device.Allocate<float>(M, N);
        using var expected = device.Allocate<float>(M, N);

        assembly.Call("Layers", "LinearGelu", device, x, w, bias, y);
        assembly.Call("Layers", "LinearGeluProgram", x.AsGlobal(), w.AsGlobal(), bias.AsGlobal(), expected.AsGlobal(), 8, 16, 12);

        Assert.All(y.ToArray().Zip(expected.ToArray()), static pair => Assert.Equal(pair.Second, pair.First, 1e-4f));
        Assert.Contains(y.ToArray(), static value => Math.Abs(value) > 0.1f);
    }

    private static float[] Wave(int length) => [.. Enumerable.Range(0, length).Select(static i => MathF.Sin(i * 0.7f))];
}
