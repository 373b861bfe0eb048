using System.Linq;
using TileKit.Generators.Emit.Launcher;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Names of what ILGPU must reach: it runs kernels from an assembly of its own, so nothing is local to a file and names must differ in
/// the whole compilation. They spell out where the launcher stands, an underscore of the user's own doubled.
/// </summary>
internal static class IlgpuNames
{
    public const string Namespace = "TileKit.Generated.Ilgpu";

    public static string Arguments(IR.Launcher launcher) => Path(launcher) + "Arguments";

    public static string Variants(IR.Launcher launcher) => Path(launcher) + "Variants";

    private static string Path(IR.Launcher launcher)
    {
        var hint = KernelNames.HintName(launcher);
        return string.Join("_", hint.Substring(0, hint.Length - ".g.cs".Length).Split('.').Select(p => p.Replace("_", "__")));
    }
}
