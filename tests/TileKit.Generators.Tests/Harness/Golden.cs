using System.Runtime.CompilerServices;

namespace TileKit.Generators.Tests.Harness;

/// <summary>
/// Golden text with the naming of the Verify library: <c>TestClass.TestMethod.verified.txt</c> beside the test, and
/// <c>….received.txt</c> when the text differs. To accept, rename the received file, or run the tests with
/// <c>TILEKIT_ACCEPT=1</c> and read the diff before committing it.
/// </summary>
internal static class Golden
{
    public static bool Accepting => Environment.GetEnvironmentVariable("TILEKIT_ACCEPT") == "1";

    /// <summary>Compares with the golden file of the calling test; the test's class is named like its file.</summary>
    /// <param name="extension"><c>txt</c> for IR and reports, <c>cs</c> for generated source.</param>
    /// <param name="variant">Tells the cases of a theory apart: becomes part of the file's name.</param>
    public static void Verify(
        string text, string extension = "txt", string? variant = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var suffix = variant is null ? "" : "_" + variant;
        var name = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}{suffix}");
        var verified = $"{name}.verified.{extension}";
        var received = $"{name}.received.{extension}";

        var actual = Normalize(text);
        var expected = File.Exists(verified) ? Normalize(File.ReadAllText(verified)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        if (Accepting)
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        var difference = expected is null ? $"There is no golden file yet. Received:\n{actual}" : LineDiff.Of(expected, actual);
        Assert.Fail($"{Path.GetFileName(verified)} does not match (- expected, + received; see {Path.GetFileName(received)}):\n{difference}");
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
