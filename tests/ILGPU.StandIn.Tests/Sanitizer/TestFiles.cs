using System.Runtime.CompilerServices;

namespace ILGPU.StandIn.Tests;

internal static class TestFiles
{
    /// <summary>A file of this folder.</summary>
    public static string Path(string name, [CallerFilePath] string caller = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(caller)!, name);
}
