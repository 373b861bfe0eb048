using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit;

/// <summary>Names of the user's parameters as fields of the generated kernel, kept apart from the names that TileKit gives.</summary>
internal static class SafeNames
{
    private static readonly string[] Reserved = ["F", "I", "Plan", "Run", "Instance", "Describe", "scratch", "unit", "lanes", "profile", "work", "cost", "first", "end", "rest", "grid", "layout", "device", "arguments", "kernel"];

    public static string Of(string name) => OfPlain(name.TrimStart('@'));

    private static string OfPlain(string name) =>
        Reserved.Contains(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || LooksGenerated(name) ? name + "_" : name;

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
            Body = RenameDims.Apply(kernel.Body, Of),
        };
    }

    // one or two lower-case letters and a digit: the locals s1, t2, e3r, n4 …
    private static bool LooksGenerated(string name)
    {
        var letters = name.TakeWhile(c => c is >= 'a' and <= 'z').Count();
        return letters is 1 or 2 && name.Length > letters && char.IsDigit(name[letters]);
    }
}
