using System.IO.Compression;
using System.Reflection;

namespace TileKit.Packaging.Tests;

/// <summary>The package of this build, packed once into a temporary folder that serves as a feed.</summary>
public sealed class PackedTileKit : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tilekit-package-").FullName;

    /// <summary>A version that no cache can have seen.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    public string Feed => Path.Combine(_folder, "feed");

    public string Package => Path.Combine(Feed, $"TileKit.{Version}.nupkg");

    /// <summary>A new, empty folder beside the feed.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>The paths in the package.</summary>
    public async Task<string[]> ContentsAsync()
    {
        await using var package = await ZipFile.OpenReadAsync(Package);
        return [.. package.Entries.Select(static entry => entry.FullName)];
    }

    public static string RepositoryPath(params ReadOnlySpan<string> parts) => Path.Combine([Metadata("RepositoryRoot"), .. parts]);

    // --no-build: the projects were built before this test project, and other tests may be using them now.
    async Task IAsyncLifetime.InitializeAsync() => await DotNet.RunAsync(
        RepositoryPath(),
        "pack", RepositoryPath("src", "TileKit"), "--no-build", "-c", Metadata("Configuration"), "-o", Feed,
        $"-p:PackageVersion={Version}", $"-p:NuspecOutputPath={NewFolder("nuspec")}/");

    Task IAsyncLifetime.DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Metadata(string key) => typeof(PackedTileKit).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
