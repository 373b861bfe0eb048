using System.Collections.Generic;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>Numbers values and collects ops into the region being built.</summary>
internal sealed class IrBuilder
{
    private List<Op> ops = [];

    public int ValueCount { get; private set; }

    public Value NewValue(IrType type) => new(ValueCount++, type);

    public void Add(Op op) => ops.Add(op);

    /// <summary>Makes <paramref name="region"/> the region being built and returns the one that was.</summary>
    public List<Op> Enter(List<Op> region)
    {
        var outer = ops;
        ops = region;
        return outer;
    }

    /// <summary>The region being built, without yields.</summary>
    public Region ToRegion() => new([.. ops], []);
}
