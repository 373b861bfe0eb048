using System.Collections.Generic;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>A block of generated code: the values that have a local in it, and which sides need checks.</summary>
internal sealed class NestScope(NestScope? parent, bool guardsLane, bool guardsOuter, int turn)
{
    private readonly HashSet<int> known = [];

    /// <summary>Whether a bundle may reach past the real lanes.</summary>
    public bool GuardsLane => guardsLane || (parent?.GuardsLane ?? false);

    /// <summary>Whether r may lie past the real rows of some operand.</summary>
    public bool GuardsOuter => guardsOuter || (parent?.GuardsOuter ?? false);

    /// <summary>Which of a loop's accumulators the block adds to.</summary>
    public int Turn => turn;

    /// <summary>Vectors to store at the end of the block, after every read.</summary>
    public List<Value> Pending { get; } = [];

    public bool Knows(Value value) => known.Contains(value.Id) || (parent?.Knows(value) ?? false);

    public void Add(Value value) => known.Add(value.Id);
}
