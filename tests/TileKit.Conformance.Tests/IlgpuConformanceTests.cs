namespace TileKit.Conformance.Tests;

/// <summary>Every variant of every program's GPU kernel gives the same as the program run as the C# it is, at ragged shapes.</summary>
public class IlgpuConformanceTests(IlgpuConformanceTests.Devices devices) : IClassFixture<IlgpuConformanceTests.Devices>
{
    private static readonly (int M, int N)[] Shapes = [(0, 5), (1, 1), (5, 33), (16, 16), (31, 70), (64, 48), (70, 130), (130, 17)];

    public static TheoryData<string> Names => [.. Case.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void GeneratedVariants_AgreeWithTheProgram(string name)
    {
        var program = Case.All.Single(c => c.Name == name);
        var random = new Random(name.Length);
        foreach (var (m, n) in Shapes)
        {
            var variants = 1;
            for (var variant = 0; variant < variants; variant++)
            {
                devices.Selector.Next = variant;
                ConformanceTests.Check(program, devices.Device, m, n, random, () => (devices.Selector.Tiles[0], devices.Selector.Tiles[1]), $"variant {variant}");
                variants = Math.Max(variants, devices.Selector.Count);
            }
        }
    }

    public sealed class Devices : IDisposable
    {
        internal EveryVariant Selector { get; } = new();

        internal IlgpuDevice Device { get; }

        public Devices() => Device = IlgpuDevice.Create(Environment.GetEnvironmentVariable("TILEKIT_ILGPU") switch
        {
            "opencl" => IlgpuBackend.OpenCL,
            "cuda" => IlgpuBackend.Cuda,
            _ => IlgpuBackend.Debugger,
        }, Selector);

        public void Dispose() => Device.Dispose();
    }
}
