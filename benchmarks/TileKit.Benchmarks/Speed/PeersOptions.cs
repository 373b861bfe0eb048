using System.Globalization;

namespace TileKit.Benchmarks.Speed;

/// <summary>The arguments of <c>peers</c>.</summary>
internal sealed class PeersOptions
{
    public const string Usage =
        """
        peers [--threads n] [--rounds n] [--filter text] [--json file] [--write docs-folder]
          --threads   how many threads TileKit and each library may use; all cores unless said
          --rounds    how often each case is measured; 21 unless said, fewer where a case takes long
          --filter    only the cases with this in their names
          --json      where to write what was measured
          --write     a folder whose performance.md and its figures are made anew; for all cases only
        """;

    public int Threads { get; private set; } = Environment.ProcessorCount;

    public int Rounds { get; private set; } = 21;

    public string Filter { get; private set; } = "";

    public string? Json { get; private set; }

    public string? Docs { get; private set; }

    /// <summary>Reads the arguments; null where they make no sense.</summary>
    public static PeersOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new PeersOptions();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count || !options.Set(arguments[i], arguments[i + 1]))
            {
                return null;
            }
        }

        // a page of a few cases would look like the page of all
        return options.Docs is not null && options.Filter.Length > 0 ? null : options;
    }

    private bool Set(string name, string value)
    {
        var isCount = int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count > 0;
        switch (name)
        {
            case "--threads" when isCount:
                Threads = count;
                return true;
            case "--rounds" when isCount:
                Rounds = count;
                return true;
            case "--filter":
                Filter = value;
                return true;
            case "--json":
                Json = value;
                return true;
            case "--write" when Directory.Exists(value):
                Docs = value;
                return true;
            default:
                return false;
        }
    }
}
