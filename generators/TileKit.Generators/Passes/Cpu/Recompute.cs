using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>
/// Values of one loop of a nest that a later loop of it computes again: where an instruction or two make them of one value that can be read, that takes no
/// longer than to read them, and saves their store and their room in the nearest cache.
/// </summary>
internal sealed class Recompute
{
    private const int FewOps = 2;

    private readonly BuildSteps builder;
    private readonly LaneAxis lanes;
    private readonly Lifetimes lifetimes;

    private Recompute(IReadOnlyList<Step> steps, LaneAxis lanes, BuildSteps builder)
    {
        this.builder = builder;
        this.lanes = lanes;
        lifetimes = new Lifetimes(steps, builder.IsLazy);
    }

    public static void Run(IReadOnlyList<Step> steps, LaneAxis lanes, BuildSteps builder)
    {
        var pass = new Recompute(steps, lanes, builder);
        foreach (var step in pass.lifetimes.Steps.OfType<NestStep>())
        {
            pass.Run(step.Nest);
        }
    }

    private void Run(Nest nest)
    {
        for (var i = 0; i < nest.Items.Count; i++)
        {
            if (nest.Items[i] is LoopItem loop)
            {
                loop.Ops.OfType<MapOp>().Where(m => lifetimes[m.Result].OnlyNest == nest).ToList().ForEach(m => Move(m, loop, nest, i));
            }
        }

        nest.Items.RemoveAll(item => item.Ops.Count == 0);
    }

    /// <summary>Puts a cheap op into the later loops that read its result, and takes it from its own where nothing there does.</summary>
    private void Move(MapOp op, LoopItem from, Nest nest, int index)
    {
        var chain = new List<MapOp>();
        if (ReadsFor(op, nest, chain) is not <= 1 || chain.Count > FewOps)
        {
            return;
        }

        foreach (var reader in nest.Items.Skip(index + 1).Where(item => IsReadIn(item, op.Result)))
        {
            // what stands there already for an earlier value comes before this one
            reader.Ops.RemoveAll(chain.Contains);
            reader.Ops.InsertRange(0, chain);
        }

        if (!IsReadIn(from, op.Result))
        {
            from.Ops.Remove(op);
        }
    }

    private static bool IsReadIn(NestItem item, Value value) => item.Ops.Any(o => o.Operands().Any(v => v.Id == value.Id));

    /// <summary>How many values are read from memory or scratch to compute an op's result with the ops of the chain; null where that is not cheap.</summary>
    private int? ReadsFor(MapOp op, Nest nest, List<MapOp> chain)
    {
        if (op.Function is not (Function.Add or Function.Subtract or Function.Multiply or Function.Negate or Function.Fma or Function.Min or Function.Max
            or Function.Abs or Function.Cast) || chain.Count >= FewOps)
        {
            return null;
        }

        var reads = 0;
        foreach (var operand in op.Arguments.Where(v => !v.IsScalar()))
        {
            if (ReadsOf(operand, nest, chain) is not { } more)
            {
                return null;
            }

            reads += more;
        }

        chain.Add(op);
        return reads;
    }

    private int? ReadsOf(Value value, Nest nest, List<MapOp> chain)
    {
        if (value.Type.IsVector())
        {
            return lanes.SideOf(value.Type) == nest.Outside ? 0 : 1;
        }

        var definition = builder.Definition(value);
        if (builder.IsLazy(value))
        {
            return definition switch
            {
                LoadOp { Result.Type.Element: ElementType.Half } => null, // no instruction in reach widens it
                LoadOp => 1,
                _ => 0,
            };
        }

        var start = chain.Count;
        if (nest.Defines(value) && definition is MapOp map && ReadsFor(map, nest, chain) is <= 1 and var reads)
        {
            return reads;
        }

        // what has a buffer anyway is read there
        chain.RemoveRange(start, chain.Count - start);
        return lifetimes[value].NeedsBuffer ? 1 : null;
    }
}
