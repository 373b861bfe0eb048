using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>
/// Gives each value that outlives its loop a buffer, lets values that only replace one another share it (a loop-carried
/// accumulator and its update, an elementwise result and its dying operand), and lets buffers whose lives do not overlap share a slot.
/// </summary>
internal sealed class PlanBuffers
{
    private readonly LaneAxis lanes;
    private readonly BuildSteps builder;
    private readonly bool hasMma;
    private readonly Lifetimes lifetimes;
    private readonly Dictionary<int, Value> values = [];
    private readonly Dictionary<int, int> parent = [];

    private PlanBuffers(IReadOnlyList<Step> steps, LaneAxis lanes, BuildSteps builder)
    {
        this.lanes = lanes;
        this.builder = builder;
        lifetimes = new Lifetimes(steps, builder.IsLazy);
        hasMma = lifetimes.Steps.Any(s => s is MmaStep);
    }

    public static (Dictionary<int, TileBuffer> Places, List<TileBuffer> Buffers) Run(IReadOnlyList<Step> steps, LaneAxis lanes, BuildSteps builder)
    {
        var pass = new PlanBuffers(steps, lanes, builder);
        pass.FindValues();
        pass.ShareBuffers();
        return pass.MakeBuffers();
    }

    /// <summary>Slots by liveness; strips keep theirs to themselves.</summary>
    public static int AssignSlots(IEnumerable<TileBuffer> buffers)
    {
        var ends = new List<int>();
        foreach (var buffer in buffers.OrderBy(b => b.First))
        {
            var slot = ends.FindIndex(end => end < buffer.First);
            if (slot < 0)
            {
                slot = ends.Count;
                ends.Add(0);
            }

            buffer.Slot = slot;
            ends[slot] = buffer.Last;
        }

        return ends.Count;
    }

    private void FindValues()
    {
        foreach (var life in lifetimes.All)
        {
            if (!life.Value.IsScalar() && !builder.IsLazy(life.Value) && life.NeedsBuffer)
            {
                values[life.Value.Id] = life.Value;
                parent[life.Value.Id] = life.Value.Id;
            }
        }
    }

    private void ShareBuffers()
    {
        // what a loop leaves is what it carried
        foreach (var loop in lifetimes.Steps.OfType<ForStep>())
        {
            for (var i = 0; i < loop.Op.Carried.Count; i++)
            {
                if (values.ContainsKey(loop.Op.Results[i].Id) && values.ContainsKey(loop.Op.Carried[i].Id))
                {
                    parent[Find(loop.Op.Results[i].Id)] = Find(loop.Op.Carried[i].Id);
                }
            }
        }

        var touches = new HashSet<(int, int, int)>();
        var pairs = new List<(int From, int To)>();
        foreach (var step in lifetimes.Steps)
        {
            switch (step)
            {
                case CopyStep copy:
                    Add(copy.From, copy.To, step.Position);
                    break;
                case NestStep nest:
                    foreach (var (from, to) in InPlace(nest.Nest, step.Position))
                    {
                        Add(from, to, step.Position);
                    }

                    break;
            }
        }

        foreach (var (from, to) in pairs)
        {
            TryMerge(from, to, touches);
        }

        void Add(Value from, Value to, int position)
        {
            if (values.ContainsKey(from.Id) && values.ContainsKey(to.Id))
            {
                touches.Add((from.Id, to.Id, position));
                touches.Add((to.Id, from.Id, position));
                pairs.Add((from.Id, to.Id));
            }
        }
    }

    /// <summary>
    /// Values that a nest reads last, with the results that may take their place: a tile's element is read before the same element
    /// of the result is written, as long as no later loop reads it; vectors are written when all of the outside iteration is done.
    /// </summary>
    private IEnumerable<(Value From, Value To)> InPlace(Nest nest, int position)
    {
        var operands = nest.Ops.SelectMany(o => o.Operands()).Where(v => values.ContainsKey(v.Id) && !nest.Defines(v))
            .GroupBy(v => v.Id).Select(g => g.First())
            .Where(v => lifetimes[v].Intervals.Any(i => i.End == position))
            .ToList();
        for (var i = 0; i < nest.Items.Count; i++)
        {
            foreach (var result in nest.Items[i].Ops.SelectMany(o => o.Definitions()).Where(v => values.ContainsKey(v.Id)))
            {
                foreach (var operand in operands.Where(o => o.Type.GetType() == result.Type.GetType()))
                {
                    var lastRead = nest.Items.FindLastIndex(item => item.Ops.Any(o => o.Operands().Any(v => v.Id == operand.Id)));
                    if (result.Type.IsVector() || lastRead <= i)
                    {
                        yield return (operand, result);
                    }
                }
            }
        }
    }

    private void TryMerge(int from, int to, HashSet<(int, int, int)> touches)
    {
        var (a, b) = (Find(from), Find(to));
        if (a == b || !SameShape(values[a], values[b]) || IsContracted(values[from]) || IsContracted(values[to]))
        {
            return;
        }

        var left = parent.Keys.Where(k => Find(k) == a).ToList();
        var right = parent.Keys.Where(k => Find(k) == b).ToList();

        // a packed tile may be kept for the next program instance and must stay what it is
        if (left.Concat(right).Any(v => lifetimes[values[v]].Packed is not null))
        {
            return;
        }

        foreach (var x in left)
        {
            foreach (var y in right)
            {
                foreach (var i in lifetimes[values[x]].Intervals)
                {
                    foreach (var j in lifetimes[values[y]].Intervals)
                    {
                        var (start, end) = (Math.Max(i.Start, j.Start), Math.Min(i.End, j.End));
                        if (start < end || (start == end && !touches.Contains((x, y, start))))
                        {
                            return;
                        }
                    }
                }
            }
        }

        parent[a] = b;
    }

    private bool IsContracted(Value value) => value.Type is TileType && lifetimes[value].OnlyNest is not null;

    private (Dictionary<int, TileBuffer> Places, List<TileBuffer> Buffers) MakeBuffers()
    {
        var places = new Dictionary<int, TileBuffer>();
        var buffers = new List<TileBuffer>();
        foreach (var group in values.Values.GroupBy(v => Find(v.Id)).OrderBy(g => g.Min(v => lifetimes[v].Start)))
        {
            var representative = group.First();
            var isRows = group.Any(v => builder.BroadcastOperands.Contains(v.Id));
            var (outer, lane) = representative.Type is TileType tile
                ? (lanes.Outer(tile), lanes.Lane(tile))
                : (Dim.One, representative.Type.Length());
            var packed = lifetimes[representative].Packed;
            if (packed is { } pack && representative.Type is TileType loaded)
            {
                // a packed operand has the lanes that its product needs, not those of its own rows and columns
                (outer, lane) = pack.Transposed ? (loaded.Cols, loaded.Rows) : (loaded.Rows, loaded.Cols);
            }
            else if (lifetimes[representative].IsRows && representative.Type is TileType copied)
            {
                // a broadcast operand keeps the rows that it has in memory
                (outer, lane) = (copied.Rows, copied.Cols);
            }

            var buffer = new TileBuffer
            {
                Id = buffers.Count,
                Outer = outer,
                Lane = lane,
                IsInt = representative.Type.Element is ElementType.Int or ElementType.SByte,
                Layout = representative.Type.IsVector() ? BufferLayout.Vector
                    : IsContracted(representative) ? BufferLayout.Contracted
                    : isRows || lifetimes[representative].IsRows ? BufferLayout.Rows
                    : packed is not null || hasMma ? BufferLayout.Panels
                    : BufferLayout.Rows,
                LanesOutside = lifetimes[representative].OnlyNest?.Outside == Side.Lane,
                First = group.Min(v => lifetimes[v].Start),
                Last = group.Max(v => lifetimes[v].End),
            };
            buffers.Add(buffer);
            foreach (var value in group)
            {
                places[value.Id] = buffer;
            }
        }

        return (places, buffers);
    }

    private static bool SameShape(Value a, Value b) =>
        a.Type.Equals(b.Type.WithElement(a.Type.Element))
        && (a.Type.Element is ElementType.Int or ElementType.SByte) == (b.Type.Element is ElementType.Int or ElementType.SByte);

    private int Find(int id)
    {
        while (parent[id] != id)
        {
            id = parent[id];
        }

        return id;
    }
}
