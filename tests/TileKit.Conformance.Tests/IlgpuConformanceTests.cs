using TileKit.Tests.Shared;

namespace TileKit.Conformance.Tests;

/// <summary>Every variant of every program's GPU kernel gives the same as the program run as the C# it is, at ragged shapes.</summary>
public class IlgpuConformanceTests(IlgpuTestDevice device) : IClassFixture<IlgpuTestDevice>
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
                device.Variants.Next = variant;
                ConformanceTests.Check(program, device.Device, m, n, random, () => (device.Variants.Tiles[0], device.Variants.Tiles[1]), $"variant {variant}");
                variants = Math.Max(variants, device.Variants.Count);
            }
        }
    }
}
