using System.Diagnostics;

namespace TileKit.Packaging.Tests;

/// <summary>Runs the SDK as a user would, away from what the surrounding test run left in the environment.</summary>
internal static class DotNet
{
    /// <summary>Runs <c>dotnet</c> with the arguments and gives what it printed; a failure fails the test with it.</summary>
    public static async Task<string> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // It would win over the packages folder that a nuget.config asks for.
        start.Environment.Remove("NUGET_PACKAGES");

        // Processes that outlive the build would hold on to the temporary folder.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} → {process.ExitCode}\n{await output}\n{await error}");
        return await output;
    }
}
