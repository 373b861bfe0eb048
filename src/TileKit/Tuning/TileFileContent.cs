using System.Text.Json.Serialization;

namespace TileKit.Tuning;

/// <summary>What is in a file of measured tile sizes.</summary>
/// <param name="Entries">The oldest first.</param>
internal sealed record TileFileContent(IReadOnlyList<TileFileEntry?> Entries);

/// <summary>The sizes measured for one kernel and shape.</summary>
/// <param name="Device">See <see cref="TileKey"/>.</param>
/// <param name="Version">See <see cref="TileKey"/>.</param>
/// <param name="Kernel">See <see cref="TileKey"/>.</param>
/// <param name="Shape">See <see cref="TileKey"/>.</param>
/// <param name="Tiles">For each tunable, by its name in the program, the size in elements.</param>
internal sealed record TileFileEntry(string Device, string Version, string Kernel, string Shape, Dictionary<string, int> Tiles);

/// <summary>How the file is written: without reflection, and strict about what is missing.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TileFileContent))]
internal sealed partial class TileFileJson : JsonSerializerContext;
