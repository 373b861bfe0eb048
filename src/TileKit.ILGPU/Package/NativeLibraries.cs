using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;

namespace TileKit.Ilgpu;

/// <summary>Helps ILGPU to find drivers on Linux.</summary>
/// <remarks>
/// ILGPU asks for libOpenCL.so and libcuda.so. Distributions install these names with the development packages only, the drivers
/// themselves as libOpenCL.so.1 and libcuda.so.1; under WSL the latter lies in a folder of its own.
/// </remarks>
internal static class NativeLibraries
{
    private static readonly Dictionary<string, string[]> s_names = new(StringComparer.Ordinal)
    {
        ["OpenCL"] = ["libOpenCL.so", "libOpenCL.so.1"],
        ["cuda"] = ["libcuda.so", "libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1"],
    };

    private static readonly bool s_helps = TryHelp();

    /// <summary>Once per process, before ILGPU looks for devices.</summary>
    public static void Help() => _ = s_helps;

    /// <summary>Whether a driver's library is there, under any of its names.</summary>
    /// <param name="library">OpenCL or cuda.</param>
    public static bool Has(string library)
        => (OperatingSystem.IsWindows() ? [library == "cuda" ? "nvcuda.dll" : "OpenCL.dll"] : s_names[library])
            .Any(static name => NativeLibrary.TryLoad(name, out _));

    private static bool TryHelp()
    {
        if (!OperatingSystem.IsLinux() || s_names.Values.All(static names => NativeLibrary.TryLoad(names[0], out _)))
        {
            return false;
        }

        try
        {
            NativeLibrary.SetDllImportResolver(typeof(Context).Assembly, Resolve);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // there can be one resolver only, and somebody has set it: ILGPU under WSL, or the program
        }
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var name in s_names.GetValueOrDefault(library, []))
        {
            if (NativeLibrary.TryLoad(name, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
