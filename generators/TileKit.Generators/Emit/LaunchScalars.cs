using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit;

/// <summary>The scalars that are computed before the grid.</summary>
internal static class LaunchScalars
{
    /// <summary>Those among them that some values are made of, in order: the launch's own conditions were checked before.</summary>
    public static IEnumerable<ValueOp> Needed(Kernel kernel, IEnumerable<Value> values)
    {
        var used = new HashSet<int>(values.Select(v => v.Id));
        var ops = kernel.Body.Ops.OfType<ValueOp>().ToList();
        foreach (var op in Enumerable.Reverse(ops).Where(o => used.Contains(o.Result.Id)))
        {
            used.UnionWith(op.Operands().Select(o => o.Id));
        }

        return ops.Where(o => used.Contains(o.Result.Id));
    }
}
