using System;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit;

/// <summary>Renames the symbols of every dim and every scalar parameter in a region.</summary>
internal static class RenameDims
{
    public static Region Apply(Region region, Func<string, string> rename)
    {
        return new Region(region.Ops.Select(Op).ToEquatableArray(), region.Yields.Select(Value).ToEquatableArray());

        Op Op(Op op) => op.Rebuild(Value, r => Apply(r, rename)) switch
        {
            DimOp dim => dim with { Dim = dim.Dim.Rename(rename) },
            ScalarParameterOp scalar => scalar with { Name = rename(scalar.Name) },
            LoadOp load => load with { Window = Window(load.Window) },
            StoreOp store => store with { Window = Window(store.Window) },
            var other => other,
        };

        Window Window(Window window) => window with { Rows = window.Rows.Rename(rename), Cols = window.Cols.Rename(rename) };

        Value Value(Value value) => value.Type switch
        {
            TileType tile => value with { Type = tile with { Rows = tile.Rows.Rename(rename), Cols = tile.Cols.Rename(rename) } },
            ColVecType vec => value with { Type = vec with { Rows = vec.Rows.Rename(rename) } },
            RowVecType vec => value with { Type = vec with { Cols = vec.Cols.Rename(rename) } },
            _ => value,
        };
    }
}
