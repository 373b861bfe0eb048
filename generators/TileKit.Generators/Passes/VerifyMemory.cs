using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.Diagnostics;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// No two program instances of a grid store the same element, and none reads what another stores. Every grid index must stand alone, with
/// nothing else that changes within the instance, in one index of a store; all stores and loads of a stored tensor agree on it. What is
/// added atomically is neither stored nor read otherwise, and a temporary is stored before it is read.
/// </summary>
internal sealed class VerifyMemory
{
    private readonly Kernel kernel;
    private readonly PassContext context;
    private readonly Placements placements;

    private VerifyMemory(Kernel kernel, PassContext context)
    {
        this.kernel = kernel;
        this.context = context;
        placements = new Placements(kernel);
    }

    public static Kernel Run(Kernel kernel, PassContext context)
    {
        var pass = new VerifyMemory(kernel, context);
        var written = new HashSet<int>();
        foreach (var grid in kernel.Body.Ops.OfType<GridOp>())
        {
            pass.VerifyTemporaries(grid, written);
            pass.Verify(grid);
            written.UnionWith(grid.Body.StoredTensors());
        }

        return kernel;
    }

    private void VerifyTemporaries(GridOp grid, HashSet<int> written)
    {
        foreach (var op in grid.Body.Descendants())
        {
            if (op.TensorRead() is { } tensor && kernel.Tensors[tensor].IsTemp && written.Add(tensor))
            {
                // once: every later read would say the same
                context.Report(Descriptors.TempNotStored, op.Site);
            }
        }
    }

    private void Verify(GridOp grid)
    {
        var stored = new Dictionary<int, Placement>();
        foreach (var store in grid.Body.Descendants().OfType<StoreOp>())
        {
            var placement = placements.Of(store.Window, grid);
            if (placement.Missing is { } missing)
            {
                context.Report(Descriptors.SharedStore, store.Site, missing, Name(store.Tensor));
            }
            else if (stored.TryGetValue(store.Tensor, out var other) && other.Missing is null && !placement.SameAs(other))
            {
                context.Report(Descriptors.StoresDisagree, store.Site, Name(store.Tensor));
            }

            stored[store.Tensor] = placement;
        }

        var added = new HashSet<int>(grid.Body.Descendants().OfType<WriteOp>().Where(o => o is not StoreOp).Select(o => o.Tensor));
        if (stored.Count + added.Count == 0)
        {
            context.Report(Descriptors.NothingStored, grid.Site);
        }

        foreach (var op in grid.Body.Descendants())
        {
            var touched = op is StoreOp store ? store.Tensor : op.TensorRead();
            if (touched is not { } tensor)
            {
                continue;
            }

            if (added.Contains(tensor))
            {
                context.Report(Descriptors.AddedAndUsed, op.Site, Name(tensor));
            }
            else if (op is not StoreOp && stored.TryGetValue(tensor, out var placement) && placement.Missing is null
                && !(op is LoadOp { Window: var window } && placements.Of(window, grid).SameAs(placement)))
            {
                context.Report(Descriptors.ReadsOthersStore, op.Site, Name(tensor));
            }
        }
    }

    private string Name(int tensor) => kernel.Tensors[tensor].IsTemp ? "the Temp" : kernel.Tensors[tensor].Name;
}
