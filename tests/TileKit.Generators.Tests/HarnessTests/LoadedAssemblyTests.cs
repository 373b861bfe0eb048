using TileKit.Generators.Tests.Harness;
using Xunit.Sdk;

namespace TileKit.Generators.Tests.HarnessTests;

public class LoadedAssemblyTests
{
    [Fact]
    public void Call_RunsSourceAndGeneratedCodeTogether()
    {
        const string Source = "public class Cat { public static int Twice(int x) => 2 * x; static string Name() => CatName.Value; }";
        using var assembly = GeneratorRun.Of(Source, ToyGenerator.Good).Load();

        Assert.Equal("Cat", assembly.Call("Cat", "Name"));
        Assert.Equal(14, assembly.Delegate<Func<int, int>>("Cat", "Twice")(7));
    }

    [Theory]
    [InlineData("class Cat { string name; }")]
    [InlineData("class Cat { unsafe int* p; }")]
    [InlineData("class Cat { object F(string? s) => s; }")]
    public void AssertCompiles_RefusesWarningsAndUnsafe(string source) =>
        Assert.ThrowsAny<XunitException>(() => GeneratorRun.Of(source, ToyGenerator.Good).AssertCompiles());
}
