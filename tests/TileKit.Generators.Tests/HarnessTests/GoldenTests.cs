using TileKit.Generators.Tests.Harness;
using Xunit.Sdk;

namespace TileKit.Generators.Tests.HarnessTests;

public sealed class GoldenTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tilekit-golden-").FullName;

    [Fact]
    public void Verify_ComparesWithTheFileNamedAfterTheTest()
    {
        Write("Kernels.Softmax_Wide.verified.txt", "one\r\ntwo\r\n");
        Verify("one\ntwo");
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Verify_ShowsTheLinesThatDiffer()
    {
        Write("Kernels.Softmax_Wide.verified.txt", "zero\none\ntwo\nthree\n");

        if (Golden.Accepting)
        {
            return;
        }

        var failure = Assert.ThrowsAny<XunitException>(() => Verify("zero\none\n2\nthree"));

        Assert.Contains("- two\n+ 2\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("zero\none\n2\nthree\n", File.ReadAllText(Path.Combine(_folder, "Kernels.Softmax_Wide.received.txt")));
    }

    [Fact]
    public void Verify_WithoutAGoldenFile_FailsAndWritesWhatItGot()
    {
        if (Golden.Accepting)
        {
            return;
        }

        Assert.ThrowsAny<XunitException>(() => Verify("one"));
        Assert.Equal("one\n", File.ReadAllText(Path.Combine(_folder, "Kernels.Softmax_Wide.received.txt")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Verify(string text)
    {
        if (!Golden.Accepting)
        {
            Golden.Verify(text, variant: "Wide", file: Path.Combine(_folder, "Kernels.cs"), method: "Softmax");
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
