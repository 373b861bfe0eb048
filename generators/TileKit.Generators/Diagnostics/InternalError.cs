using System;

namespace TileKit.Generators.Diagnostics;

/// <summary>Turns an exception inside the generator into a diagnostic at the launcher.</summary>
internal static class InternalError
{
    public static KernelDiagnostic Describe(string launcher, Exception exception) =>
        new(Descriptors.InternalError, Site: 0, [launcher, exception.GetType().FullName, exception.Message]);
}
