using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// No two program instances store the same element, and none reads what another stores. Every grid index must stand alone, with
/// nothing else that changes within the instance, in one index of a store; all stores and loads of a stored tensor agree on it.
/// </summary>
internal sealed class VerifyMemory
{
    private readonly Kernel kernel;
    private readonly PassContext context;
    private readonly Dictionary<int, Op> definitions = [];
    private readonly HashSet<int> uniform = [];

    private VerifyMemory(Kernel kernel, PassContext context)
    {
        this.kernel = kernel;
        this.context = context;
        foreach (var op in kernel.Body.Ops)
        {
            foreach (var value in op.Definitions())
            {
                uniform.Add(value.Id);
            }
        }

        foreach (var op in kernel.Body.Descendants().OfType<ValueOp>())
        {
            definitions[op.Result.Id] = op;
            if (op is ScalarParameterOp or ConstantOp or DimOp || (op is MapOp or DimensionOp && op.Operands().All(o => uniform.Contains(o.Id))))
            {
                uniform.Add(op.Result.Id);
            }
        }
    }

    public static Kernel Run(Kernel kernel, PassContext context)
    {
        var pass = new VerifyMemory(kernel, context);
        foreach (var second in kernel.Body.Ops.OfType<GridOp>().Skip(1))
        {
            context.Report(Descriptors.SeveralGrids, second.Site);
        }

        foreach (var grid in kernel.Body.Ops.OfType<GridOp>())
        {
            pass.Verify(grid);
        }

        return kernel;
    }

    private void Verify(GridOp grid)
    {
        var placements = new Dictionary<int, Placement>();
        foreach (var store in grid.Body.Descendants().OfType<StoreOp>())
        {
            var tensor = store.Window.Matrix.Tensor;
            var placement = PlacementOf(store.Window, grid);
            if (placement.Missing is { } missing)
            {
                context.Report(Descriptors.SharedStore, store.Site, $"number {missing + 1}", kernel.Tensors[tensor].Name);
            }
            else if (placements.TryGetValue(tensor, out var other) && other.Missing is null && !placement.SameAs(other))
            {
                context.Report(Descriptors.StoresDisagree, store.Site, kernel.Tensors[tensor].Name);
            }

            placements[tensor] = placement;
        }

        if (placements.Count == 0)
        {
            context.Report(Descriptors.NothingStored, grid.Site);
        }

        foreach (var load in grid.Body.Descendants())
        {
            if (load.TensorRead() is { } tensor && placements.TryGetValue(tensor, out var stored) && stored.Missing is null
                && !(load is LoadOp { Window: var window } && PlacementOf(window, grid).SameAs(stored)))
            {
                context.Report(Descriptors.ReadsOthersStore, load.Site, kernel.Tensors[tensor].Name);
            }
        }
    }

    private Placement PlacementOf(Window window, GridOp grid)
    {
        (Axis Axis, Value? Index, Dim Size)[] indices =
        [
            (Axis.Batch, window.Matrix.Batch, Dim.One),
            (Axis.Depth, window.Matrix.Depth, Dim.One),
            (Axis.Rows, window.Row, window.Kind == WindowKind.Tile ? window.Rows : Dim.One),
            (Axis.Cols, window.Col, window.Kind == WindowKind.ColVec ? window.Rows : window.Cols),
        ];
        var placement = new Placement();
        for (var g = 0; g < grid.Indices.Count; g++)
        {
            var id = grid.Indices[g].Id;
            var found = false;
            foreach (var (axis, index, size) in indices)
            {
                // a factor of the index that could be zero would put all instances in one place
                if (index is not null && Affine.Of(index, definitions) is var affine
                    && affine.Coefficients.TryGetValue(id, out var factor) && IsPositive(factor)
                    && affine.Coefficients.Keys.All(k => k == id || uniform.Contains(k)))
                {
                    placement.Places[id] = new Place(axis, affine, size);
                    found = true;
                    break;
                }
            }

            if (!found)
            {
                placement.Missing ??= g;
            }
        }

        return placement;
    }

    // tile sizes are positive; a quotient of them, which is a symbol in parentheses, may not be
    private static bool IsPositive(Dim factor) =>
        factor.Terms.Count > 0 && factor.Terms.All(t => t.Coefficient > 0 && t.Symbols.All(s => !s.StartsWith("(", StringComparison.Ordinal)));

    /// <summary>Where each grid index stands in a window.</summary>
    private sealed class Placement
    {
        public Dictionary<int, Place> Places { get; } = [];

        /// <summary>The first grid index that has no place of its own.</summary>
        public int? Missing { get; set; }

        public bool SameAs(Placement other) =>
            Missing is null && other.Missing is null
            && Places.All(p => other.Places.TryGetValue(p.Key, out var place) && p.Value.SameAs(place));
    }

    private sealed record Place(Axis Axis, Affine Index, Dim Size)
    {
        public bool SameAs(Place other) => Axis == other.Axis && Size.Equals(other.Size) && Index.SameAs(other.Index);
    }
}
