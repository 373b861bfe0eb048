using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>Merges ops that compute the same value and drops those nothing reads.</summary>
internal static class Simplify
{
    public static Kernel Run(Kernel kernel, PassContext context)
    {
        var merged = new Merger(kernel.Body.StoredTensors()).Merge(kernel.Body, []);
        var used = new HashSet<int>();
        return kernel with { Body = DropDead(merged, used) };
    }

    // backwards, so that an op read only by a dead one is dead too
    private static Region DropDead(Region region, HashSet<int> used)
    {
        used.UnionWith(region.Yields.Select(v => v.Id));
        var kept = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops.Reverse())
        {
            if (op is ValueOp value && !used.Contains(value.Result.Id))
            {
                continue;
            }

            var rebuilt = op.Rebuild(v => v, r => DropDead(r, used));
            used.UnionWith(rebuilt.Operands().Select(v => v.Id));
            kept.Add(rebuilt);
        }

        kept.Reverse();
        return region with { Ops = kept.ToEquatableArray() };
    }

    private sealed class Merger(HashSet<int> stored)
    {
        private readonly Dictionary<int, Value> replaced = [];

        public Region Merge(Region region, Dictionary<Op, Value> outer)
        {
            // what an outer region computed is there in an inner one, not the other way round
            var seen = new Dictionary<Op, Value>(outer);
            var ops = new List<Op>(region.Ops.Count);
            foreach (var op in region.Ops)
            {
                var current = op.Rebuild(Lookup, r => Merge(r, seen));
                if (current is MapOp { Function: Function.Cast, Arguments: [var source] } cast && source.Type.Equals(cast.Result.Type))
                {
                    // a cast to the type that the value has: generic programs are full of them
                    replaced[cast.Result.Id] = source;
                    continue;
                }

                if (current is ValueOp value && CanMerge(value))
                {
                    var key = Key(value);
                    if (seen.TryGetValue(key, out var same))
                    {
                        replaced[value.Result.Id] = same;
                        continue;
                    }

                    seen[key] = value.Result;
                }

                ops.Add(current);
            }

            return new Region(ops.ToEquatableArray(), region.Yields.Select(Lookup).ToEquatableArray());
        }

        private bool CanMerge(ValueOp op) => op.TensorRead() is not { } tensor || !stored.Contains(tensor);

        // two ops are the same when they differ only in where they stand and what their result is called
        private static Op Key(ValueOp op) => op with { Site = 0, Result = op.Result with { Id = -1 } };

        private Value Lookup(Value value) => replaced.TryGetValue(value.Id, out var same) ? same : value;
    }
}
