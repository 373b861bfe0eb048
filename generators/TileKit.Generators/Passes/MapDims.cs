using System;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>Replaces every dim in a region by another: the same over other names, or its value for given tile sizes.</summary>
internal static class MapDims
{
    public static Region Apply(Region region, Func<Dim, Dim> map)
    {
        return new Region(region.Ops.Select(Op).ToEquatableArray(), region.Yields.Select(Value).ToEquatableArray());

        Op Op(Op op) => op.Rebuild(Value, r => Apply(r, map)) switch
        {
            DimOp dim => dim with { Dim = map(dim.Dim) },
            LoadOp load => load with { Window = Window(load.Window) },
            StoreOp store => store with { Window = Window(store.Window) },
            AtomicAddOp add => add with { Window = Window(add.Window) },
            var other => other,
        };

        Window Window(Window window) => window with { Rows = map(window.Rows), Cols = map(window.Cols) };

        Value Value(Value value) => value.Type switch
        {
            TileType tile => value with { Type = tile with { Rows = map(tile.Rows), Cols = map(tile.Cols) } },
            ColVecType vec => value with { Type = vec with { Rows = map(vec.Rows) } },
            RowVecType vec => value with { Type = vec with { Cols = map(vec.Cols) } },
            _ => value,
        };
    }
}
