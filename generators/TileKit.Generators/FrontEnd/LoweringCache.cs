using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace TileKit.Generators.FrontEnd;

/// <summary>
/// Keeps what became of a launcher for as long as its syntax lives. Roslyn asks again after every keystroke anywhere, and binding
/// the program costs ten times what lowering does; but a program means what it meant while the files it was read from and all
/// declarations are the same.
/// </summary>
internal static class LoweringCache
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Entries = new();

    /// <summary>The kept result, or that of <paramref name="lower"/>, which also tells the files that it read bodies from.</summary>
    public static LoweredKernel Get(
        SyntaxNode launcher, Compilation compilation, Func<(LoweredKernel Kernel, IReadOnlyCollection<SyntaxTree> Trees)> lower, CancellationToken token)
    {
        var declarations = DeclarationFingerprint.Of(compilation, token);
        if (Entries.TryGetValue(launcher, out var entry) && entry.Declarations == declarations && entry.Trees.All(compilation.ContainsSyntaxTree))
        {
            return entry.Kernel;
        }

        var (kernel, trees) = lower();
        lock (Entries)
        {
            Entries.Remove(launcher);
            Entries.Add(launcher, new Entry(kernel, trees.ToList(), declarations));
        }

        return kernel;
    }

    private sealed class Entry(LoweredKernel kernel, IReadOnlyList<SyntaxTree> trees, ulong declarations)
    {
        public LoweredKernel Kernel => kernel;

        public IReadOnlyList<SyntaxTree> Trees => trees;

        public ulong Declarations => declarations;
    }
}
