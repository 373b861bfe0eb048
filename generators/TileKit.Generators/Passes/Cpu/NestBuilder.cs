using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>
/// Gathers neighbouring elementwise ops, reductions and stores into one nest for as long as they can share its outside loop; the
/// order of the ops stays the user's.
/// </summary>
internal sealed class NestBuilder(LaneAxis lanes, Func<Value, bool> isLazy, bool hasMma)
{
    private Nest? open;

    /// <summary>Adds the op to the open nest, or to a new one where it does not fit.</summary>
    public void Add(Op op, List<Step> steps)
    {
        if (open is null || !TryAdd(open, op))
        {
            Close(steps);
            open = new Nest();
            if (!TryAdd(open, op))
            {
                throw new InvalidOperationException($"no nest takes {op.GetType().Name}");
            }
        }

        // the result of a nest's last reduction to a scalar is there only after the nest
        if (op is ReduceOp { Scope: ReduceScope.All })
        {
            Close(steps);
        }
    }

    public void Close(List<Step> steps)
    {
        if (open is null)
        {
            return;
        }

        // what was added to the steps since the nest opened does not depend on it and comes first
        open.Outside ??= DefaultOutside(open);
        steps.Add(new NestStep(open));
        open = null;
    }

    private Side DefaultOutside(Nest nest)
    {
        // rows of memory are read and written along; panels of scratch are walked one after the other
        var touchesMemory = nest.Ops.Any(o => o is StoreOp or LoadOp || o.Operands().Any(v => v.Type is TileType && isLazy(v)));
        return touchesMemory || !hasMma ? Side.Outer : Side.Lane;
    }

    private bool TryAdd(Nest nest, Op op) => Subject(op).Type is TileType tile ? TryAddTile(nest, op, tile) : TryAddVector(nest, op);

    // the value whose shape decides where the op runs
    private static Value Subject(Op op) => op switch
    {
        ReduceOp reduce => reduce.Argument,
        StoreOp store => store.Stored,
        ValueOp value => value.Result,
        _ => throw new InvalidOperationException($"{op.GetType().Name} is not for a nest"),
    };

    private bool TryAddVector(Nest nest, Op op)
    {
        var vector = Subject(op).Type;
        var side = lanes.SideOf(vector);
        if (nest.IsVectorOnly)
        {
            if (nest.Items.Count > 0 && (!vector.Length().Equals(side == Side.Lane ? nest.LaneDim : nest.OuterDim) || nest.Outside != side))
            {
                return false;
            }

            nest.Outside = side;
            (nest.OuterDim, nest.LaneDim) = side == Side.Lane ? ((Dim?)null, vector.Length()) : (vector.Length(), null);
            nest.Add(nest.Items.FirstOrDefault() ?? new VectorItem(), op);
            return true;
        }

        // in a nest of tiles a vector op runs once per outside iteration
        if (op is ReduceOp || nest.Outside != side || !vector.Length().Equals(side == Side.Lane ? nest.LaneDim : nest.OuterDim))
        {
            return false;
        }

        nest.Add(nest.Items[nest.Items.Count - 1] as VectorItem ?? new VectorItem(), op);
        return true;
    }

    private bool TryAddTile(Nest nest, Op op, TileType tile)
    {
        var (outer, lane) = (lanes.Outer(tile), lanes.Lane(tile));
        if (nest.Items.Count > 0 && nest.IsVectorOnly && nest.Outside == Side.Outer)
        {
            // a nest of outer vectors runs along their elements in vectors: another loop than rows of tiles
            return false;
        }

        if (Outside(nest, op, outer, lane) is not { } outside)
        {
            return false;
        }

        // vectors that the nest computes are there for the outside loop's side only
        foreach (var operand in op.Operands().Where(o => o.Type.IsVector() && nest.Defines(o)))
        {
            if (outside.Side is { } side && lanes.SideOf(operand.Type) != side)
            {
                return false;
            }
        }

        nest.Outside = outside.Side;
        nest.OuterDim = outside.Side == Side.Lane ? nest.OuterDim : outer;
        nest.LaneDim = outside.Side == Side.Outer ? nest.LaneDim : lane;
        nest.Add(LoopFor(nest, op, outer, lane), op);
        return true;
    }

    /// <summary>The side of the outside loop once the op is in the nest; null when it cannot be.</summary>
    private (Side? Side, bool Fits)? Outside(Nest nest, Op op, Dim outer, Dim lane)
    {
        var side = nest.Outside;
        if (op is ReduceOp reduce)
        {
            var needed = lanes.ReducedBy(reduce.Scope) == Side.Lane ? Side.Outer : Side.Lane;
            if (side is not null && side != needed)
            {
                return null;
            }

            side = needed;
        }

        if (nest.Items.Count == 0)
        {
            return (side, true);
        }

        var (sameOuter, sameLane) = (nest.OuterDim is null || nest.OuterDim.Equals(outer), nest.LaneDim is null || nest.LaneDim.Equals(lane));
        return side switch
        {
            Side.Outer => sameOuter ? (side, true) : null,
            Side.Lane => sameLane ? (side, true) : null,
            _ => sameOuter && sameLane ? (null, true) : null,
        };
    }

    private static NestItem LoopFor(Nest nest, Op op, Dim outer, Dim lane)
    {
        if (nest.Items.LastOrDefault(i => i is LoopItem) is LoopItem last
            && last.OuterDim.Equals(outer) && last.LaneDim.Equals(lane))
        {
            // the op may join the last loop unless it needs something that is only known after that loop
            var index = nest.Items.IndexOf(last);
            var waits = op.Operands().Any(o => nest.ItemOf(o) is var item && (item > index || (item == index && o.Type.IsVector())));
            if (!waits)
            {
                return last;
            }
        }

        return new LoopItem { OuterDim = outer, LaneDim = lane };
    }
}
