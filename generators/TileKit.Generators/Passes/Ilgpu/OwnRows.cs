using System.Collections.Generic;
using System.Linq;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>Finds the tiles in shared memory that threads share with nobody: see <see cref="SharedTile.IsOwn"/>.</summary>
internal static class OwnRows
{
    /// <summary>A thread with whole rows writes just those rows of an operand A that it multiplies itself.</summary>
    public static void Mark(IReadOnlyList<Step> steps, ThreadGrid threads)
    {
        var all = All(steps).ToList();
        foreach (var put in all.OfType<PutStep>().Where(p => !p.Turned && threads.HasOwnRows(p.Tile.Rows)))
        {
            put.Tile.IsOwn = all.Where(s => s != put && s.Tiles().Contains(put.Tile)).All(s => s is ProductStep product && product.B != put.Tile);
        }
    }

    private static IEnumerable<Step> All(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
    {
        ForStep loop => All(loop.Body).Prepend(step),
        IfStep branch => All(branch.Then.Concat(branch.Else)).Prepend(step),
        _ => [step],
    });
}
