using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>
/// Accumulators that a loop carries from zero: the product of its first iteration overwrites them, and only a loop that does not run
/// needs the zeros. Filling a tile, and reading it back, costs a product of 64 steps a tenth.
/// </summary>
internal static class StartFromZero
{
    public static void Run(IReadOnlyList<Step> steps, IReadOnlyDictionary<int, TileBuffer> places, Func<Value, Op?> definition)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            switch (steps[i])
            {
                case ForStep loop:
                    Run(loop.Body, places, definition);
                    foreach (var fill in steps.Take(i).OfType<CopyStep>().Where(c => IsZero(c.From, definition) && loop.Op.Carried.Any(v => v.Id == c.To.Id)))
                    {
                        if (FirstProduct(loop, fill.To, places) is { } product)
                        {
                            (fill.UnlessRuns, product.Starts) = (loop, loop);
                        }
                    }

                    break;
                case IfStep branch:
                    Run(branch.Then, places, definition);
                    Run(branch.Else, places, definition);
                    break;
            }
        }
    }

    // the sign of a negative zero would be lost
    private static bool IsZero(Value value, Func<Value, Op?> definition) => definition(value) is FillOp fill && definition(fill.Scalar) is ConstantOp { Bits: 0 };

    /// <summary>The product that every iteration adds to the accumulator in its place, if nothing else reads it.</summary>
    private static MmaStep? FirstProduct(ForStep loop, Value accumulator, IReadOnlyDictionary<int, TileBuffer> places)
    {
        var readers = loop.Op.Body.Descendants().Where(o => o.Operands().Any(v => v.Id == accumulator.Id)).ToList();
        var moves = loop.Body.OfType<CopyStep>().Where(c => c.From.Id == accumulator.Id).ToList();
        return readers is [MmaOp mma] && mma.A.Id != accumulator.Id && mma.B.Id != accumulator.Id && moves is [{ } move] && places[move.From.Id] == places[move.To.Id]
            ? loop.Body.OfType<MmaStep>().SingleOrDefault(s => s.Op == mma && s.Op.Result.Id == move.To.Id)
            : null;
    }
}
