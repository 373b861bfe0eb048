using System.Text.Json;

namespace TileKit.Tuning;

/// <summary>
/// Measured tile sizes in a file that several processes may share. A file that cannot be read, or is none of these, counts as empty; where
/// it cannot be written, what was found lives as long as the process.
/// </summary>
/// <param name="path">The file; empty for none.</param>
internal sealed class TileFile(string path)
{
    /// <summary>More than a machine has kernels and shapes: the oldest go first.</summary>
    public const int MaxEntries = 10_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<TileKey, Dictionary<string, int>> _unsaved = [];
    private OrderedDictionary<TileKey, Dictionary<string, int>>? _known; // the oldest first
    private TimeSpan _patience = s_patience;

    /// <summary>Where the file is when the user names none: with the user's local application data, or nowhere if there is no such folder.</summary>
    public static string DefaultPath
    {
        get
        {
            var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return folder.Length > 0 ? Path.Combine(folder, "TileKit", "tiles.json") : "";
        }
    }

    /// <summary>The sizes found for a key, by the tunables' names, or null.</summary>
    public Dictionary<string, int>? Find(TileKey key)
    {
        lock (_gate)
        {
            _known ??= Read();
            return _known.GetValueOrDefault(key);
        }
    }

    /// <summary>Remembers sizes, beside whatever other processes have written meanwhile.</summary>
    public void Add(TileKey key, Dictionary<string, int> sizes)
    {
        lock (_gate)
        {
            _known ??= Read();
            _unsaved[key] = _known[key] = sizes;
            try
            {
                Save();
            }
            catch (Exception exception) when (IsOfFiles(exception))
            {
                // The next one tries again, but no launch waits for it once more.
                _patience = TimeSpan.Zero;
            }
        }
    }

    private void Save()
    {
        if (path.Length == 0)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        using var exclusive = Lock();
        var known = Read();
        foreach (var (key, sizes) in _unsaved)
        {
            known.Remove(key);
            known.Add(key, sizes);
        }

        // Whole or not at all, also for a process that reads without asking.
        var kept = known.Skip(known.Count - MaxEntries)
            .Select(static entry => new TileFileEntry(entry.Key.Device, entry.Key.Version, entry.Key.Kernel, entry.Key.Shape, entry.Value));
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(new([.. kept]), TileFileJson.Default.TileFileContent));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        _known = known;
        _unsaved.Clear();
        _patience = s_patience;
    }

    // The lock is a file of its own that stays: the other one is replaced, and a lock that is deleted could be two.
    private FileStream Lock()
    {
        var start = Environment.TickCount64;
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException)
                && Environment.TickCount64 - start < _patience.TotalMilliseconds)
            {
                Thread.Sleep(5);
            }
        }
    }

    private OrderedDictionary<TileKey, Dictionary<string, int>> Read()
    {
        var entries = new OrderedDictionary<TileKey, Dictionary<string, int>>();
        try
        {
            if (path.Length > 0 && File.Exists(path))
            {
                foreach (var entry in JsonSerializer.Deserialize(File.ReadAllBytes(path), TileFileJson.Default.TileFileContent)?.Entries ?? [])
                {
                    if (entry is not null)
                    {
                        entries[new(entry.Device, entry.Version, entry.Kernel, entry.Shape)] = entry.Tiles;
                    }
                }
            }
        }
        catch (Exception exception) when (exception is JsonException || IsOfFiles(exception))
        {
            entries.Clear();
        }

        return entries;
    }

    private static bool IsOfFiles(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;
}
