using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>The two sides of a tile in scratch.</summary>
internal enum Side
{
    /// <summary>One vector row per element.</summary>
    Outer,

    /// <summary>Along the vector lanes.</summary>
    Lane,
}

/// <summary>
/// Elementwise ops, reductions and stores that run as one loop nest. The outside loop runs over one side of the tiles; within it
/// stand inner loops over the other side, and ops on the vectors of the outside loop's side.
/// </summary>
internal sealed class Nest
{
    private readonly HashSet<int> defined = [];

    public List<NestItem> Items { get; } = [];

    /// <summary>The side the outside loop runs over; null until an op needs one of the two.</summary>
    public Side? Outside { get; set; }

    /// <summary>The sizes of the two sides; null while no tile is in the nest (vectors only) or where inner loops differ.</summary>
    public Dim? OuterDim { get; set; }

    public Dim? LaneDim { get; set; }

    /// <summary>Whether the nest has vectors only: one loop over their elements.</summary>
    public bool IsVectorOnly => Items.All(i => i is VectorItem);

    public IEnumerable<Op> Ops => Items.SelectMany(i => i.Ops);

    public bool Defines(Value value) => defined.Contains(value.Id);

    public void Add(NestItem item, Op op)
    {
        if (!Items.Contains(item))
        {
            Items.Add(item);
        }

        item.Ops.Add(op);
        defined.UnionWith(op.Definitions().Select(d => d.Id));
    }

    /// <summary>The position of the item that defines the value, or −1.</summary>
    public int ItemOf(Value value) => Items.FindIndex(i => i.Ops.Any(o => o.Definitions().Any(d => d.Id == value.Id)));
}

internal abstract class NestItem
{
    public List<Op> Ops { get; } = [];
}

/// <summary>Ops on vectors along the outside loop's side (or, in a nest of vectors only, on those vectors).</summary>
internal sealed class VectorItem : NestItem;

/// <summary>Ops on tiles: a loop over the inner side, <see cref="Inner"/> elements long.</summary>
internal sealed class LoopItem : NestItem
{
    /// <summary>Sizes of the tiles in the loop.</summary>
    public required Dim OuterDim { get; init; }

    public required Dim LaneDim { get; init; }
}
