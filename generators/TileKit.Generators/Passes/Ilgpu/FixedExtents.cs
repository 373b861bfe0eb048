using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>Finds the real extents that a loop does not change: they are declared before it. Neither ILGPU nor the assembler would move them.</summary>
internal static class FixedExtents
{
    private static readonly Regex Names = new(@"(?<![\w.])[es]\d+[rc]?\b");

    /// <summary>Takes them out of a loop's body.</summary>
    public static IReadOnlyList<ExtentStep> Take(ForOp loop, List<Step> body)
    {
        var changing = new HashSet<string>(loop.Carried.Concat(loop.Body.Descendants().SelectMany(o => o.Definitions())).Append(loop.Index).Select(v => $"s{v.Id}"));
        changing.UnionWith(Changed(body));
        var taken = new List<ExtentStep>();
        foreach (var step in body.OfType<ExtentStep>().Where(s => !IsVariable(s.Name)))
        {
            if (Names.Matches(step.Expression).Cast<Match>().All(name => !changing.Contains(name.Value)))
            {
                taken.Add(step);
                changing.Remove(step.Name);
            }
        }

        body.RemoveAll(taken.Contains);
        return taken;
    }

    // those that loops and branches carry
    private static bool IsVariable(string name) => name[name.Length - 1] is 'r' or 'c';

    private static IEnumerable<string> Changed(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
    {
        ExtentStep extent => [extent.Name],
        AssignStep assign => assign.Names,
        ForStep loop => Changed(loop.Body),
        IfStep branch => Changed(branch.Then.Concat(branch.Else)),
        _ => [],
    });
}
