using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>The matrix products of a grid: what they ask of sizes and threads.</summary>
internal sealed class ProductTable
{
    private readonly SizeTable sizes;
    private readonly bool hasFragments;
    private readonly HashSet<int> inRegisters = [];
    private readonly List<Product> products = [];

    public ProductTable(GridOp grid, SizeTable sizes)
    {
        this.sizes = sizes;
        hasFragments = TensorCores.Compute(grid);
        if (hasFragments)
        {
            inRegisters.UnionWith(TensorCores.InRegisters(grid));
        }

        Add(grid.Body, []);
    }

    public bool IsEmpty => products.Count == 0;

    /// <summary>Whether tensor cores can compute them all.</summary>
    public bool HasFragments => hasFragments;

    /// <summary>Whether the tiles are whole fragments for each warp, and what comes out of a warp's registers goes back into them.</summary>
    public bool AreFragments(ThreadGrid threads) => products.TrueForAll(product =>
        sizes[product.A.Rows] % (TensorCores.Size * threads.WarpsDown) == 0
        && sizes[product.B.Cols] % (TensorCores.Size * threads.WarpsAcross) == 0
        && sizes[product.A.Cols] % TensorCores.Depth(product.Op) == 0
        && (threads.HasQuads || !inRegisters.Contains(product.A.Value)));

    /// <summary>The bytes of shared memory that a group needs at least: the lasting operands, and beside them those of one product.</summary>
    public int LeastShared() => LeastShared(fragments: false);

    /// <summary>The same for tensor cores, two of each passing operand.</summary>
    public int LeastSharedOfFragments() => LeastShared(fragments: true);

    private int LeastShared(bool fragments)
    {
        var (lasting, most, seen) = (0, 0, new HashSet<int>());
        foreach (var product in products)
        {
            var (passing, bytes) = (0, fragments ? TensorCores.Bytes(product.Op) : sizeof(float));
            var pad = SharedTile.RowBytes / bytes;
            foreach (var operand in product.Operands.Where(o => !fragments || !inRegisters.Contains(o.Value)))
            {
                var size = sizes[operand.Rows] * (((sizes[operand.Cols] + pad - 1) / pad * pad) + pad) * bytes;
                if (!operand.IsLasting)
                {
                    passing += size;
                }
                else if (seen.Add(operand.Value))
                {
                    lasting += size;
                }
            }

            most = Math.Max(most, passing);
        }

        return lasting + (fragments ? 2 * most : most);
    }

    private void Add(Region region, HashSet<int> outside)
    {
        var defined = new HashSet<int>(outside);
        foreach (var op in region.Ops)
        {
            if (op is MmaOp mma)
            {
                products.Add(new(mma, OperandOf(mma.A, mma.TransposeA), OperandOf(mma.B, mma.TransposeB)));
            }

            foreach (var nested in op.Regions())
            {
                Add(nested, defined);
            }

            defined.UnionWith(op.Definitions().Select(d => d.Id));
        }

        Operand OperandOf(Value value, bool turned)
        {
            var tile = (TileType)value.Type;
            var (rows, cols) = turned ? (tile.Cols, tile.Rows) : (tile.Rows, tile.Cols);
            return new(value.Id, sizes.Id(rows), sizes.Id(cols), outside.Contains(value.Id));
        }
    }

    /// <summary>A tile that a product reads; a lasting one was there before the loop that the product is in.</summary>
    private sealed record Operand(int Value, int Rows, int Cols, bool IsLasting);

    private sealed record Product(MmaOp Op, Operand A, Operand B)
    {
        public IEnumerable<Operand> Operands => [A, B];
    }
}
