using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Cpu;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>An op as a nest sees it: the windows of its loads and stores are addresses, not operands.</summary>
internal static class NestOps
{
    public static IEnumerable<Value> Operands(this Op op, CpuPlan plan) => op switch
    {
        StoreOp store => [store.Stored],
        LoadOp => [],
        _ => op.Operands(),
    };
}
