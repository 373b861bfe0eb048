using System;
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

    /// <summary>The scalars that whole tiles or vectors are chosen by; a reduction to a scalar keeps its nest in one piece.</summary>
    public IEnumerable<Value> Conditions => Ops.OfType<ReduceOp>().Any(r => r.Scope == ReduceScope.All)
        ? []
        : Ops.OfType<MapOp>().Where(IsChoice).Select(m => m.Arguments[0]).GroupBy(c => c.Id).Select(g => g.First()).Take(2);

    /// <summary>The nest as it is when a condition is known: choices become plain copies, and what only fed the other side is gone.</summary>
    public Nest Assume(Value condition, bool holds, Func<int, bool> isKept)
    {
        var items = Items.Select(item => (Item: item, Ops: item.Ops.Select(op => op is MapOp map && IsChoice(map) && map.Arguments[0].Id == condition.Id
            ? map with { Function = Function.Cast, Arguments = [map.Arguments[holds ? 1 : 2]] }
            : op).ToList())).ToList();
        var used = new HashSet<int>();
        foreach (var (_, ops) in Enumerable.Reverse(items))
        {
            for (var i = ops.Count - 1; i >= 0; i--)
            {
                if (ops[i] is ValueOp op && !used.Contains(op.Result.Id) && !isKept(op.Result.Id))
                {
                    ops.RemoveAt(i);
                }
                else
                {
                    used.UnionWith(ops[i].Operands().Select(o => o.Id));
                }
            }
        }

        var nest = new Nest { Outside = Outside, OuterDim = OuterDim, LaneDim = LaneDim };
        foreach (var (item, ops) in items.Where(i => i.Ops.Count > 0))
        {
            var copy = item is LoopItem loop ? new LoopItem { OuterDim = loop.OuterDim, LaneDim = loop.LaneDim } : (NestItem)new VectorItem();
            ops.ForEach(op => nest.Add(copy, op));
        }

        return nest;
    }

    private static bool IsChoice(MapOp map) =>
        map.Function == Function.Select && map.Arguments[0].Type is ScalarType && map.Result.Type is not ScalarType;

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
