using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>
/// Finds the products whose sums are stored as they are: the last one that adds to them can write them where they go, which spares a pass over them.
/// </summary>
internal sealed class StoreSums
{
    private readonly ILookup<int, Op> readers;
    private readonly ILookup<int, WriteOp> writers;
    private readonly HashSet<int> read;
    private readonly Kernel kernel;
    private readonly Dictionary<int, (StoreOp Store, ForOp? Loop)> targets = [];
    private readonly Dictionary<int, MmaStep> products = [];

    public StoreSums(Kernel kernel, GridOp grid)
    {
        this.kernel = kernel;
        var ops = grid.Body.Descendants().ToList();
        readers = ops.SelectMany(op => op.Operands().Select(v => (v.Id, Op: op))).ToLookup(r => r.Id, r => r.Op);
        writers = ops.OfType<WriteOp>().ToLookup(w => w.Tensor);
        read = [.. ops.Select(op => op.TensorRead()).OfType<int>()];
    }

    /// <summary>The stores of what an op of a region leaves, a product or a loop of products. Their windows are to be declared before it.</summary>
    public IEnumerable<StoreOp> Find(Region region, int index)
    {
        var candidates = region.Ops[index] switch
        {
            MmaOp mma => [(Product: mma, Sums: mma.Result)],
            ForOp loop => Enumerable.Range(0, loop.Carried.Count).Select(i => (Product: Accumulates(loop, i)!, Sums: loop.Results[i])).Where(p => p.Product is not null),
            _ => Enumerable.Empty<(MmaOp Product, Value Sums)>(),
        };
        foreach (var (product, sums) in candidates)
        {
            if (!region.Yields.Contains(sums) && readers[sums.Id].ToList() is [StoreOp store] && CanComeEarlier(store, region, index))
            {
                targets[product.Result.Id] = (store, region.Ops[index] as ForOp);
                yield return store;
            }
        }
    }

    /// <summary>Tells a product where its sums go.</summary>
    public void SetTarget(MmaStep product, ExtentTable extents, List<Step> steps)
    {
        if (targets.TryGetValue(product.Op.Result.Id, out var target))
        {
            var (rows, cols) = extents.Of(target.Store.Window, steps);
            product.Target = new SumsTarget(target.Store.Window, rows.And(extents.Rows(product.Op.Result)), cols.And(extents.Cols(product.Op.Result)), target.Loop);
            products[target.Store.Stored.Id] = product;
        }
    }

    /// <summary>The product that may do what the store says.</summary>
    public MmaStep? ProductOf(StoreOp store) => products.TryGetValue(store.Stored.Id, out var product) ? product : null;

    /// <summary>The product by which alone a loop changes what it carries.</summary>
    private MmaOp? Accumulates(ForOp loop, int i)
    {
        var (carried, yielded) = (loop.Carried[i], loop.Body.Yields[i]);
        return readers[carried.Id].ToList() is [MmaOp mma]
            && mma.Accumulator == carried && mma.A != carried && mma.B != carried && mma.Result == yielded
            && !readers[yielded.Id].Any() && loop.Body.Yields.Count(y => y == yielded || y == carried) == 1 && loop.Body.Ops.Contains(mma)
            ? mma
            : null;
    }

    // before what the user wrote in between: nothing else may touch the tensor, and the window must be known
    private bool CanComeEarlier(StoreOp store, Region region, int index)
    {
        var between = region.Ops.Skip(index).TakeWhile(op => op != store).ToList();
        var defined = new HashSet<int>(between.SelectMany(op => op.Definitions()).Select(v => v.Id));
        return index + between.Count < region.Ops.Count
            && store.Window.Kind == WindowKind.Tile
            && kernel.Tensors[store.Tensor].Element == store.Stored.Type.Element
            && !read.Contains(store.Tensor) && writers[store.Tensor].Count() == 1
            && !store.Window.Operands().Any(v => defined.Contains(v.Id));
    }
}
