using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>The sizes of a kernel's tiles for one choice after another: each dim has a number, and its value is looked up by that.</summary>
internal sealed class SizeTable(Kernel kernel)
{
    private readonly string[] names = [.. Variant.Names(kernel)];
    private readonly Dictionary<Dim, int> ids = [];
    private readonly List<Dim> dims = [];
    private int[] values = [];

    public int Id(Dim dim)
    {
        if (!ids.TryGetValue(dim, out var id))
        {
            ids[dim] = id = dims.Count;
            dims.Add(dim);
        }

        return id;
    }

    /// <summary>The value of a dim for the sizes last chosen.</summary>
    public int this[int id] => values[id];

    /// <summary>Chooses sizes, one for each tunable and extent in the kernel's order.</summary>
    public void Choose(int[] sizes)
    {
        if (values.Length != dims.Count)
        {
            values = new int[dims.Count];
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = dims[i].Evaluate(name => sizes[Array.IndexOf(names, name)]);
        }
    }
}
