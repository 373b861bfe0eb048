namespace TileKit.Benchmarks.Speed;

/// <summary>What processor this is, in the words of the system.</summary>
internal static class Processor
{
    private const string File = "/proc/cpuinfo";

    public static string Name()
    {
        if (!System.IO.File.Exists(File))
        {
            return "unknown processor";
        }

        var lines = System.IO.File.ReadLines(File).TakeWhile(static line => line.Length > 0).Select(static line => line.Split(':', 2)).ToList();
        return $"{Value("model name")} (family {Value("cpu family")}, model {Value("model")})";

        string Value(string name) => lines.FirstOrDefault(parts => parts[0].Trim() == name)?[^1].Trim() ?? "?";
    }
}
