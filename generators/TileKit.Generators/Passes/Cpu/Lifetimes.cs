using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>When each tile and vector is defined and read, over the steps in order.</summary>
internal sealed class Lifetimes
{
    private readonly Dictionary<int, Life> lives = [];
    private readonly Func<Value, bool> isLazy;

    public Lifetimes(IReadOnlyList<Step> steps, Func<Value, bool> isLazy)
    {
        this.isLazy = isLazy;
        Number(steps);
        Visit(steps, []);
        foreach (var loop in Steps.OfType<ForStep>())
        {
            VisitCarried(loop);
        }
    }

    /// <summary>All steps in order, those of loops and branches included.</summary>
    public List<Step> Steps { get; } = [];

    public IEnumerable<Life> All => lives.Values;

    public Life this[Value value] => lives[value.Id];

    private void Number(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            step.Position = Steps.Count;
            Steps.Add(step);
            switch (step)
            {
                case ForStep loop:
                    Number(loop.Body);
                    loop.End = Steps.Count;
                    Steps.Add(new MarkStep());
                    break;
                case IfStep branch:
                    Number(branch.Then);
                    Number(branch.Else);
                    branch.End = Steps.Count;
                    Steps.Add(new MarkStep());
                    break;
            }
        }
    }

    private void Visit(IReadOnlyList<Step> steps, IReadOnlyList<ForStep> loops)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case PackStep pack:
                    if (pack.Rows is { } rowsInScratch)
                    {
                        Read(rowsInScratch, step);
                    }

                    Define(pack.Result, step, loops).Packed = pack;
                    break;
                case GatherStep gather:
                    Read(gather.Numbers, step);
                    Define(gather.Result, step, loops).IsRows = true;
                    break;
                case AtomicStep add:
                    Read(add.Stored, step);
                    if (add.Numbers is { } numbers)
                    {
                        Read(numbers, step);
                    }

                    break;
                case RowsStep rows:
                    Define(rows.Result, step, loops).IsRows = true;
                    break;
                case MmaStep mma:
                    Read(mma.X, step);
                    Read(mma.Y, step);
                    Define(mma.Op.Result, step, loops);
                    break;
                case CopyStep copy:
                    Read(copy.From, step);
                    Define(copy.To, step, loops);
                    break;
                case RelayoutStep relayout:
                    Read(relayout.From, step);
                    Define(relayout.To, step, loops);
                    break;
                case StoreTransposedStep store:
                    Read(store.Op.Stored, step);
                    break;
                case NestStep nest:
                    Visit(nest, loops);
                    break;
                case ForStep loop:
                    foreach (var (carried, result) in loop.Op.Carried.Zip(loop.Op.Results, (c, r) => (c, r)).Where(p => !p.c.IsScalar()))
                    {
                        Get(result).Loops ??= loops;
                        Get(result).Intervals.Add(new Interval(loop.End, loop.End));
                        Get(result).NeedsBuffer = true;
                    }

                    Visit(loop.Body, [.. loops, loop]);
                    break;
                case IfStep branch:
                    Visit(branch.Then, loops);
                    Visit(branch.Else, loops);
                    break;
            }
        }
    }

    private void Visit(NestStep step, IReadOnlyList<ForStep> loops)
    {
        var nest = step.Nest;
        foreach (var item in nest.Items)
        {
            foreach (var op in item.Ops)
            {
                foreach (var operand in op.Operands().Where(o => !o.IsScalar()))
                {
                    // a tile stays in registers within its loop, a vector along the outside within its nest
                    var inRegisters = operand.Type is TileType ? item.Ops.Any(o => Defines(o, operand)) : nest.Defines(operand);
                    Read(operand, step, inRegisters, nest);
                }

                foreach (var result in op.Definitions().Where(d => !d.IsScalar()))
                {
                    Define(result, step, loops, inNest: true);
                }
            }
        }

        static bool Defines(Op op, Value value) => op.Definitions().Any(d => d.Id == value.Id);
    }

    // a carried value lives from the start of the loop to its last read, and again from its update to the loop's end
    private void VisitCarried(ForStep loop)
    {
        foreach (var carried in loop.Op.Carried.Where(c => !c.IsScalar()))
        {
            var life = Get(carried);
            life.NeedsBuffer = true;
            var copies = Steps.OfType<CopyStep>().Where(c => c.To.Id == carried.Id).Select(c => c.Position).ToList();
            var lastRead = life.Reads.DefaultIfEmpty(loop.Position).Max();
            life.Intervals.Clear();
            life.Intervals.Add(new Interval(copies.Min(), Math.Max(lastRead, loop.Position)));
            life.Intervals.Add(new Interval(copies.Max(), loop.End));
        }
    }

    private Life Define(Value value, Step step, IReadOnlyList<ForStep> loops, bool inNest = false)
    {
        var life = Get(value);
        life.Loops ??= loops;
        life.NeedsBuffer |= !inNest;
        if (life.Intervals.Count == 0)
        {
            life.Intervals.Add(new Interval(step.Position, step.Position));
        }

        // defined twice (by the arms of a branch, or by a copy and the product that adds to it): alive from the first on
        life.Extend(step.Position);
        return life;
    }

    private void Read(Value value, Step step, bool inRegisters = false, Nest? nest = null)
    {
        if (isLazy(value))
        {
            return;
        }

        var life = Get(value);
        if (inRegisters)
        {
            return;
        }

        life.NeedsBuffer = true;
        life.Nests.Add(nest is not null && nest.Defines(value) ? nest : null);

        // a loop that starts after the definition reads it in every iteration
        var position = step.Position;
        foreach (var loop in Steps.OfType<ForStep>())
        {
            if (loop.Position < position && position < loop.End && !(life.Loops ?? []).Contains(loop) && !loop.Op.Carried.Any(c => c.Id == value.Id))
            {
                position = Math.Max(position, loop.End);
            }
        }

        life.Reads.Add(step.Position);
        life.Extend(position);
    }

    private Life Get(Value value)
    {
        if (!lives.TryGetValue(value.Id, out var life))
        {
            lives[value.Id] = life = new Life { Value = value };
        }

        return life;
    }

    private sealed class MarkStep : Step;
}

/// <summary>The steps between which a value is alive, both included.</summary>
internal sealed record Interval(int Start, int End);

/// <summary>What is known of a value's life.</summary>
internal sealed class Life
{
    public required Value Value { get; init; }

    /// <summary>The loops around its definition.</summary>
    public IReadOnlyList<ForStep>? Loops { get; set; }

    public List<Interval> Intervals { get; } = [];

    public List<int> Reads { get; } = [];

    /// <summary>For each read that is not from registers the nest it happens in, if that is also where the value is defined.</summary>
    public List<Nest?> Nests { get; } = [];

    /// <summary>Whether something reads it where registers do not reach.</summary>
    public bool NeedsBuffer { get; set; }

    public PackStep? Packed { get; set; }

    /// <summary>Whether it is a loaded operand that is read as broadcast scalars.</summary>
    public bool IsRows { get; set; }

    /// <summary>The nest that all reads are in, if that is also where the value is defined.</summary>
    public Nest? OnlyNest => Nests.Count > 0 && Nests.All(n => n is not null && n == Nests[0]) ? Nests[0] : null;

    public int Start => Intervals.Min(i => i.Start);

    public int End => Intervals.Max(i => i.End);

    public void Extend(int position)
    {
        if (Intervals.Count == 0)
        {
            Intervals.Add(new Interval(position, position));
        }

        var last = Intervals[Intervals.Count - 1];
        Intervals[Intervals.Count - 1] = new Interval(Math.Min(last.Start, position), Math.Max(last.End, position));
    }
}
