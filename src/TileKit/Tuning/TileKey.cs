using System.Globalization;
using System.Reflection;
using TileKit.Launching;

namespace TileKit.Tuning;

/// <summary>What measured tile sizes hold for, in words that mean the same in every process.</summary>
/// <param name="Device">The processor or GPU, and what the cost model knows of it.</param>
/// <param name="Version">The build of TileKit: the run time, and with it the generator.</param>
/// <param name="Kernel">The kernel's name and element types, and a hash of its IR and its generated source.</param>
/// <param name="Shape">A hash of the rounded extents.</param>
internal sealed record TileKey(string Device, string Version, string Kernel, string Shape)
{
    private static readonly string s_version =
        typeof(TileKey).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static TileKey Of(string device, DeviceProfile profile, KernelInfo info, LaunchShape shape)
    {
        var types = string.Join(", ", info.Parameters.Select(static parameter => parameter.ElementType.Name));
        var hash = StableHash.Add(StableHash.Of(info.Ir), StableHash.Of(info.Source));
        return new($"{device}; {profile}", s_version, $"{info.Name}({types}) {Hex(hash)}", Hex(shape.Bucket));
    }

    private static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
