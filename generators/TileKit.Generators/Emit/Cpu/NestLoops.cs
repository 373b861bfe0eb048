using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>
/// Writes a nest's loops. Where what is loaded, stored or reduced may end before the loop does, the loop is split: up to the least of those ends without any
/// check, from there on with one. Few rows, of a number that is known, are written out one by one.
/// </summary>
internal sealed class NestLoops(CpuPlan plan, Nest nest, NestArguments arguments, IndentedWriter body)
{
    private const int UnrolledOps = 64; // more are no faster without the loop around them

    /// <summary>A loop over one side; where two accumulators take turns, two steps at a time up to where checks begin.</summary>
    public void Write(Side side, IReadOnlyList<NestItem> items, NestScope? parent, int turns, Action<NestScope> write)
    {
        var bounds = NestBounds.Of(items, nest.IsVectorOnly ? nest.Outside!.Value : side, plan, nest.IsVectorOnly);
        var (full, bound) = (arguments.Extent(bounds.Full), arguments.Extent(bounds.Bound));
        if (side == Side.Outer)
        {
            if (parent is { GuardsLane: false } && bounds.Full.Nominal.ConstantValue is { } rows and > 1 && rows * items.Sum(i => i.Ops.Count) <= UnrolledOps)
            {
                using (body.Open($"if ({full} == {rows})"))
                {
                    Unrolled(rows);
                }

                using (body.Open("else"))
                {
                    Rows();
                }
            }
            else
            {
                Rows();
            }

            if (full != bound)
            {
                Block($"for (nint r = {full}; r < {bound}; r++)", lane: false, outer: true);
            }
        }
        else if (bounds.HasExact)
        {
            using (body.Open("// whole bundles, then the rest"))
            {
                body.Line("nint v = 0;");
                Block($"for (; v + F.Count <= {full}; v += F.Count)", lane: false, outer: false, $"if ((v += F.Count) + F.Count > {full})");
                Block($"for (; v < {bound}; v += F.Count)", lane: true, outer: false);
            }
        }
        else
        {
            Block($"for (nint v = 0; v < {bound}; v += F.Count)", lane: false, outer: false);
        }

        void Rows() => Block($"for (nint r = 0; r < {full}; r++)", lane: false, outer: false, $"if (++r == {full})");

        void Unrolled(int rows)
        {
            for (var r = 0; r < rows; r++)
            {
                using (body.Open())
                {
                    body.Line($"const int r = {r};");
                    Body(lane: false, outer: false, r % turns);
                }
            }
        }

        void Block(string header, bool lane, bool outer, string? between = null)
        {
            using (body.Open(header))
            {
                if (turns == 1 || between is null)
                {
                    Body(lane, outer, 0);
                    return;
                }

                using (body.Open())
                {
                    Body(lane, outer, 0);
                }

                using (body.Open(between))
                {
                    body.Line("break;");
                }

                using (body.Open())
                {
                    Body(lane, outer, 1);
                }
            }
        }

        void Body(bool lane, bool outer, int turn) => write(new NestScope(parent, lane, outer, turn));
    }
}
