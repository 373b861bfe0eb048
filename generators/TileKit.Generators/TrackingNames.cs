namespace TileKit.Generators;

/// <summary>The names of the generator's incremental steps, by which tests find them.</summary>
internal static class TrackingNames
{
    /// <summary>From an attributed method to IR and source sites.</summary>
    public const string Execute = nameof(Execute);

    /// <summary>From IR to generated source.</summary>
    public const string Compile = nameof(Compile);

    /// <summary>Diagnostics with their places in the user's source.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>The sources to add.</summary>
    public const string Output = nameof(Output);
}
