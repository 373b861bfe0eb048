using System;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// The real extent of a tile along one side: the least of its nominal size and of some locals. More locals mean a smaller
/// extent, so that one set containing another is known to be no larger, whatever the numbers.
/// </summary>
internal sealed record ExtentSet(Dim Nominal, EquatableArray<string> Locals)
{
    public static ExtentSet Full(Dim nominal) => new(nominal, []);

    public ExtentSet With(string local) => new(Nominal, Merge([local]));

    /// <summary>The intersection of two extents.</summary>
    public ExtentSet And(ExtentSet other) => new(Nominal, Merge(other.Locals));

    /// <summary>An extent that covers both: only what limits the two alike.</summary>
    public ExtentSet Or(ExtentSet other) => new(Nominal, Locals.Where(l => other.Locals.Contains(l)).ToEquatableArray());

    /// <summary>The extent as C#.</summary>
    public override string ToString() => Locals.Count == 0
        ? Nominal.ToString()
        : Locals.Skip(1).Aggregate(Locals[0], (min, local) => $"Math.Min({min}, {local})");

    private EquatableArray<string> Merge(EquatableArray<string> more) =>
        more.All(l => Locals.Contains(l)) ? Locals : Locals.Union(more).OrderBy(l => l, StringComparer.Ordinal).ToEquatableArray();
}
