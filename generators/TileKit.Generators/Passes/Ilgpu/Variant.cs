using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>A kernel for a GPU has its tile sizes compiled in: one choice of them all, the extents included, and of the threads.</summary>
/// <param name="Sizes">A size for each tunable, then for each extent, in the kernel's order.</param>
/// <param name="Threads">How the threads share tiles.</param>
/// <param name="Pipelined">Whether loops fetch the operands of their next iteration while they compute.</param>
internal sealed record Variant(EquatableArray<int> Sizes, ThreadGrid Threads, bool Pipelined)
{
    /// <summary>The kernel with the sizes in place of their names.</summary>
    public Kernel Apply(Kernel kernel)
    {
        var sizes = Names(kernel).Zip(Sizes, (name, size) => (name, size)).ToDictionary(p => p.name, p => p.size);
        return kernel with { Body = MapDims.Apply(kernel.Body, d => Dim.Constant(d.Evaluate(n => sizes[n]))) };
    }

    public static IEnumerable<string> Names(Kernel kernel) => kernel.Tunables.Select(t => t.Name).Concat(kernel.Extents.Select(e => e.Name));
}
