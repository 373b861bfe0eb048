namespace TileKit;

/// <summary>Marks an <see cref="int"/> parameter of a program as a tile size, which TileKit picks for each launch.</summary>
/// <param name="values">The sizes to pick among, each positive. None: TileKit's own.</param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class TuneAttribute(params int[] values) : Attribute
{
    /// <summary>The sizes to pick among; empty means TileKit's own.</summary>
    public IReadOnlyList<int> Values { get; } = values;
}
