using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Launcher;

/// <summary>Names that come from the launcher's; an overloaded one's element types keep them apart.</summary>
internal static class KernelNames
{
    public static string Info(IR.Launcher launcher) => Base(launcher) + "Info";

    public static string Struct(IR.Launcher launcher) => Base(launcher) + "Kernel";

    public static string HintName(IR.Launcher launcher)
    {
        var types = launcher.ContainingTypes.Select(t => t.Split(' ').Last().TrimStart('@'));
        var path = types.Append(Base(launcher));
        return string.Join(".", launcher.Namespace.Length > 0 ? path.Prepend(launcher.Namespace) : path) + ".g.cs";
    }

    private static string Base(IR.Launcher launcher) => launcher.Name.TrimStart('@') + launcher.Overload;
}
