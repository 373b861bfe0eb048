using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit;

/// <summary>Names of the user's parameters as fields of the generated kernel, kept apart from the names that TileKit gives.</summary>
internal static class SafeNames
{
    // lower-case names that the emitters use
    private static readonly HashSet<string> Reserved =
    [
        "scratch", "unit", "lanes", "profile", "work", "cost", "first", "end", "rest", "grid", "layout", "device", "arguments", "kernel",
        "shape", "flops", "tiles", "index", "address", "nint", "phase", "memory", "used", "exact",
    ];

    public static string Of(string name) => name.TrimStart('@') is var plain && IsSafe(plain) ? plain : plain + "_";

    /// <summary>The user's name, for texts, of one that <see cref="Of"/> gave.</summary>
    public static string Original(string safe) => safe.EndsWith("_", StringComparison.Ordinal) ? safe.Substring(0, safe.Length - 1) : safe;

    // No type, member or local of the generated code ends with an underscore, so a name that gets one is safe. The others are
    // names as programs have them: short capitals for sizes (BM, DV, N), small letters at the start for the rest.
    private static bool IsSafe(string name) =>
        !name.EndsWith("_", StringComparison.Ordinal)
        && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
        && (char.IsLower(name[0]) ? !Reserved.Contains(name) && !LooksGenerated(name) : IsSize(name));

    private static bool IsSize(string name) => name.Length <= 3 && name.All(c => c is >= 'A' and <= 'Z') && name is not ("F" or "I" or "GC");

    /// <summary>The kernel with its tensors, scalars, tunables and extents renamed where that is needed.</summary>
    public static Kernel Apply(Kernel kernel)
    {
        var names = kernel.Tunables.Select(t => t.Name).Concat(kernel.Extents.Select(e => e.Name))
            .Concat(kernel.Tensors.Select(t => t.Name)).Concat(kernel.Scalars.Select(s => s.Name));
        return names.All(n => Of(n) == n) ? kernel : kernel with
        {
            Tensors = kernel.Tensors.Select(t => t with { Name = Of(t.Name) }).ToEquatableArray(),
            Scalars = kernel.Scalars.Select(s => s with { Name = Of(s.Name) }).ToEquatableArray(),
            Tunables = kernel.Tunables.Select(t => t with { Name = Of(t.Name) }).ToEquatableArray(),
            Extents = kernel.Extents.Select(e => e with { Name = Of(e.Name) }).ToEquatableArray(),
            Body = RenameScalars(MapDims.Apply(kernel.Body, d => d.Rename(Of))),
        };
    }

    private static Region RenameScalars(Region region) => region with
    {
        Ops = region.Ops.Select(op => op.Rebuild(v => v, RenameScalars) is var same && same is ScalarParameterOp scalar ? scalar with { Name = Of(scalar.Name) } : same).ToEquatableArray(),
    };

    // letters and a digit, s1, t2, e3r, slot4, or the flag of a tensor that is streamed
    private static bool LooksGenerated(string name)
    {
        var letters = name.TakeWhile(c => c is >= 'a' and <= 'z').Count();
        return (letters is 1 or 2 && name.Length > letters && char.IsDigit(name[letters]))
            || name.StartsWith("slot", StringComparison.Ordinal)
            || name.StartsWith("strip", StringComparison.Ordinal)
            || name.EndsWith("Streams", StringComparison.Ordinal);
    }
}
