using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// What a thread of a group does for one program instance, about, in instructions, for choosing which variants to compile. It needs no
/// launch: loops over a tensor run as if its dimension were <see cref="NominalExtent"/>.
/// </summary>
internal sealed class GroupCost
{
    private const double NominalExtent = 2048;
    private const double UnknownLoop = 4;
    private const double InstanceOverhead = 150;
    private const double BarrierCost = 20;
    private const double WideBarrierCost = 400; // a CPU puts a thread's registers aside at each barrier
    private const double MemoryCost = 12;
    private const double TestedProduct = 3;     // each access to an operand is tested
    private const double WideAccess = 32;
    private const double FragmentProduct = 8;   // an instruction of a tensor core, 16 × 32 bytes × 8
    private const double FragmentLoad = 16;     // four of the matrices it takes, out of memory that four such cores share
    private const double Shuffles = 4;

    private readonly SizeTable sizes;
    private readonly List<Func<ThreadGrid, double>> terms = [];
    private readonly List<(int Rows, int Cols)> stores = [];
    private readonly HashSet<int> storedTensors;
    private readonly ILookup<int, Op> readers;

    public GroupCost(GridOp grid, SizeTable sizes)
    {
        this.sizes = sizes;
        storedTensors = grid.Body.StoredTensors();
        readers = grid.Body.Descendants().SelectMany(o => o.Operands().Select(v => (v.Id, Op: o))).ToLookup(p => p.Id, p => p.Op);
        Visit(grid.Body, () => 1);
    }

    /// <summary>The instructions of the whole group for each element that an instance stores.</summary>
    public double PerElement(ThreadGrid threads)
    {
        var instructions = InstanceOverhead;
        foreach (var term in terms)
        {
            instructions += term(threads);
        }

        var elements = 1.0;
        foreach (var (rows, cols) in stores)
        {
            elements = Math.Max(elements, (double)sizes[rows] * sizes[cols]);
        }

        return instructions * threads.Threads / elements;
    }

    private void Visit(Region region, Func<double> times)
    {
        foreach (var op in region.Ops)
        {
            if (op is ValueOp { Result.Type: TileType operand } && !IsStaged(op) && Products(op).Any())
            {
                AddOperand(operand, Products(op).All(p => !p.TransposeA && p.B.Id != op.Definitions().Single().Id), times);
            }

            switch (op)
            {
                case ForOp loop:
                    var step = StepOf(loop) is { } dim ? sizes.Id(dim) : -1;
                    Visit(loop.Body, () => times() * (step < 0 ? UnknownLoop : Math.Max(1, NominalExtent / sizes[step])));
                    break;
                case IfOp branch:
                    Visit(branch.Then, times);
                    Visit(branch.Else, times);
                    break;
                case MmaOp { Result.Type: TileType tile } mma:
                    AddProduct(tile, mma, times);
                    break;
                case LoadOp { Result.Type: TileType tile } load when IsStaged(load):
                    var (stagedRows, stagedCols) = Ids(tile);
                    terms.Add(threads => times() * Math.Ceiling(sizes[stagedRows] * sizes[stagedCols] / 4.0 / threads.Threads) * MemoryCost);
                    break;
                case LoadOp { Result.Type: TileType tile }:
                    AddMemory(tile, times);
                    break;
                case GatherOp { Result.Type: TileType tile }:
                    AddMemory(tile, times);
                    break;
                case WriteOp { Stored.Type: TileType tile } and not StoreOp:
                    AddMemory(tile, times);
                    break;
                case StoreOp { Stored.Type: TileType tile }:
                    stores.Add(Ids(tile));
                    AddMemory(tile, times);
                    break;
                case StoreOp { Stored.Type: var vector } when vector.IsVector():
                    stores.Add((sizes.Id(vector.Length()), sizes.Id(Dim.One)));
                    break;
                case ReduceOp { Argument.Type: TileType tile } reduce:
                    AddElementwise(tile, 2, times);
                    AddExchange(tile, reduce.Scope == ReduceScope.Row, times);
                    break;
                case MapOp { Result.Type: TileType tile }:
                    AddElementwise(tile, 4, times);
                    break;
                case TransposeOp { Result.Type: TileType tile }:
                    AddElementwise(tile, 4, times);
                    break;
                case SubtileOp { Result.Type: TileType tile }:
                    AddElementwise(tile, 4, times);
                    break;
            }
        }
    }

    private bool IsStaged(Op op) => op is LoadOp load && BuildIlgpuSteps.IsStaged(load, readers[load.Result.Id], storedTensors);

    private IEnumerable<MmaOp> Products(Op op) => op is ValueOp value
        ? readers[value.Result.Id].OfType<MmaOp>().Where(p => p.A.Id == value.Result.Id || p.B.Id == value.Result.Id)
        : [];

    // An operand that is computed goes to shared memory: for other threads to read, unless each has the rows that it multiplies itself.
    private void AddOperand(TileType tile, bool isLeft, Func<double> times)
    {
        var rows = sizes.Id(tile.Rows);
        AddElementwise(tile, 1, times);
        terms.Add(threads => threads.OfFragments || (isLeft && threads.HasOwnRows(sizes[rows])) ? 0 : times() * 2 * Barrier(threads));
    }

    // beside the multiply-adds: operands out of shared memory, which on a CPU cost addresses and narrow vectors
    private void AddProduct(TileType tile, MmaOp mma, Func<double> times)
    {
        var a = (TileType)mma.A.Type;
        var (rows, cols) = Ids(tile);
        var k = sizes.Id(mma.TransposeA ? a.Rows : a.Cols);
        terms.Add(threads =>
        {
            if (threads.OfFragments)
            {
                var (down, across) = (threads.RowsOf(sizes[rows]) / 2.0, threads.ChunksOf(sizes[cols]));
                return times() * ((sizes[k] / (double)TensorCores.Depth(mma) * ((down * across * FragmentProduct * TensorCores.Instructions(mma)) + ((down + (across / 2.0)) * FragmentLoad))) + (2 * BarrierCost));
            }

            var (height, width) = (threads.RowsOf(sizes[rows]), threads.ChunksOf(sizes[cols]) * threads.Lanes);
            var tested = threads.DividesCols(sizes[cols]) && threads.DividesRows(sizes[rows]) ? 1 : TestedProduct;
            var (rowCost, colCost) = threads.Lanes > 4 ? (2.0, 0.75) : (0.4, 0.5);
            return times() * ((sizes[k] * ((height * width) + (height * rowCost) + (width * colCost)) * tested) + (2 * Barrier(threads)));
        });
    }

    // threads that share a row make one wide access of it
    private void AddMemory(TileType tile, Func<double> times)
    {
        var (rows, cols) = Ids(tile);
        terms.Add(threads => times() * threads.RowsOf(sizes[rows]) * threads.ChunksOf(sizes[cols]) * threads.Lanes / 4 * MemoryCost
            * Math.Max(1.0, WideAccess / (threads.Cols * threads.Lanes)));
    }

    private void AddElementwise(TileType tile, double weight, Func<double> times)
    {
        var (rows, cols) = Ids(tile);
        terms.Add(threads => times() * threads.RowsOf(sizes[rows]) * threads.ChunksOf(sizes[cols]) * threads.Lanes * weight);
    }

    // each thread reads what all threads of its lines have found
    private void AddExchange(TileType tile, bool alongRows, Func<double> times)
    {
        var (rows, cols) = Ids(tile);
        terms.Add(threads =>
        {
            var (lines, line) = alongRows
                ? (threads.RowsOf(sizes[rows]), threads.Cols)
                : (threads.ChunksOf(sizes[cols]) * threads.Lanes, threads.Rows);
            return line == 1 ? 0 : alongRows && threads.HasQuads ? times() * lines * Shuffles : times() * ((2 * Barrier(threads)) + (lines * Math.Min(line, 48)));
        });
    }

    private static double Barrier(ThreadGrid threads) => threads.Lanes > 4 ? WideBarrierCost : BarrierCost;

    private (int Rows, int Cols) Ids(TileType tile) => (sizes.Id(tile.Rows), sizes.Id(tile.Cols));

    // the tile size by which a loop walks a dimension, if some load in it does
    private static Dim? StepOf(ForOp loop)
    {
        foreach (var load in loop.Body.Descendants().OfType<LoadOp>())
        {
            if (load.Window.Row.Id == loop.Index.Id && load.Window.Kind == WindowKind.Tile)
            {
                return load.Window.Rows;
            }

            if (load.Window.Col.Id == loop.Index.Id)
            {
                return load.Window.Kind == WindowKind.ColVec ? load.Window.Rows : load.Window.Cols;
            }
        }

        return null;
    }
}
