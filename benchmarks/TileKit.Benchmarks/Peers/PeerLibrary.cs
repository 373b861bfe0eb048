using System.Runtime.InteropServices;

namespace TileKit.Benchmarks.Peers;

/// <summary>Native libraries: in <c>benchmarks/peers</c>, where <c>get-peers.sh</c> puts them, or else where the system has them.</summary>
internal static class PeerLibrary
{
    private static readonly string? s_folder = FindFolder();

    /// <summary>Loads a library.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="needed">The libraries that it needs: once they are loaded it finds them by name, wherever they are.</param>
    /// <exception cref="DllNotFoundException">It is not there, or something that it needs is not.</exception>
    public static nint Load(string name, params ReadOnlySpan<string> needed)
    {
        foreach (var other in needed)
        {
            _ = Load(other);
        }

        return s_folder is not null && Path.Combine(s_folder, name) is var file && File.Exists(file)
            ? NativeLibrary.Load(file)
            : NativeLibrary.Load(name);
    }

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var peers = Path.Combine(folder.FullName, "peers");
            if (File.Exists(Path.Combine(folder.FullName, "get-peers.sh")) && Directory.Exists(peers))
            {
                return peers;
            }
        }

        return null;
    }
}
