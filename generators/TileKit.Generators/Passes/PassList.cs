using System;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>The passes that every target shares, in order. A pass maps a kernel to a kernel; the ones that check may report errors.</summary>
internal static class PassList
{
    private static readonly Func<Kernel, PassContext, Kernel>[] Passes =
    [
        ResolveShapes.Run,      // first: everything after it reads shapes, and its errors point at the user's own ops
        VerifyMemory.Run,       // before anything moves: races are judged on the program as written
        FuseGrids.Run,          // once races are judged; before all that looks at one grid
        LowerMasks.Run,         // masks become index, comparison and select, so that no later pass knows of them
        LowerReductions.Run,    // a reduction of a whole tile becomes one along each row and one of the vector
        DivideByReciprocal.Run, // before hoisting, which takes the reciprocals out of loops
        ConvertBranches.Run,    // after the masks, which branches often hold; before hoisting, since it moves ops to where they can be hoisted
        HoistInvariants.Run,    // loads and arithmetic that a loop does not change leave it, before equal ones are merged
        WidenInProduct.Run,     // before dead ops go: it leaves casts that nothing reads
        Simplify.Run,           // merges equal ops and drops dead ones, also those the passes above left behind
        ContractFma.Run,        // last: a product counts as read once only when equal ones are merged
    ];

    /// <summary>Runs the passes until one reports an error.</summary>
    public static Kernel Run(Kernel kernel, PassContext context)
    {
        foreach (var pass in Passes)
        {
            context.Token.ThrowIfCancellationRequested();
            kernel = pass(kernel, context) with { ValueCount = context.ValueCount };
            if (context.HasErrors)
            {
                break;
            }
        }

        return kernel;
    }
}
