using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// Tile sizes are compiled in, so the choice is pruned here to a handful: for each kind of group the sizes and threads that do least
/// work per result within a thread's registers and a group's shared memory. The launch picks among them.
/// </summary>
internal sealed class ChooseVariants
{
    private const int MaxTileElements = 64;     // of one tile a thread: more costs compile time and spills
    private const int MaxLiveElements = 160;
    private const int OtherRegisters = 24;      // of a thread: indices, extents, addresses
    private const int GroupRegisters = 65536;   // that any GPU has for a group
    private const int PlansToTry = 8;
    private const int WarpSize = 32;
    private const double WaitingForMemory = 1.15; // what a loop that does not fetch ahead takes longer

    private static readonly Group[] FragmentGroups = [new([128, 256], 2, MaxTileElements), new([64], 2, 32)];

    // where the program names no sizes
    private static readonly int[] ProductSizes = [8, 16, 32, 64, 128];
    private static readonly int[] Sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256];
    private static readonly int[] WholeRows = [128, 1024, 4096, 16384];
    private static readonly int[] WholeOperands = [32, 64, 128, 256];

    private readonly Kernel kernel;
    private readonly int phase;
    private readonly bool hasProducts; // in any grid: the tile sizes are chosen for all of them
    private readonly PassContext context;
    private readonly SizeTable sizes;
    private readonly GroupCost cost;
    private readonly List<List<(IrType Type, int Rows, int Cols)>> live;
    private readonly ProductTable products;

    private ChooseVariants(Kernel kernel, GridOp grid, int phase, PassContext context)
    {
        this.kernel = kernel;
        this.phase = phase;
        this.context = context;
        hasProducts = kernel.Body.Descendants().Any(o => o is MmaOp);
        sizes = new SizeTable(kernel);
        cost = new GroupCost(grid, sizes);
        live = [.. RegisterPressure.Sets(grid).Select(s => s.Select(Ids).ToList())];
        products = new ProductTable(grid, sizes);

        (IrType Type, int Rows, int Cols) Ids(IrType type) => type switch
        {
            TileType tile => (type, sizes.Id(tile.Rows), sizes.Id(tile.Cols)),
            ColVecType vec => (type, sizes.Id(vec.Rows), sizes.Id(Dim.One)),
            RowVecType vec => (type, sizes.Id(Dim.One), sizes.Id(vec.Cols)),
            _ => (type, sizes.Id(Dim.One), sizes.Id(Dim.One)),
        };
    }

    /// <summary>The variants to compile, each with a plan for every grid; none where no sizes fit a group.</summary>
    public static IReadOnlyList<IReadOnlyList<IlgpuPlan>> Run(Kernel kernel, PassContext context)
    {
        var choosers = kernel.Body.Ops.OfType<GridOp>().Select((grid, phase) => new ChooseVariants(kernel, grid, phase, context)).ToList();
        if (choosers.Count > 1)
        {
            return RunTogether(choosers);
        }

        var plans = choosers[0].Run(idleThreads: false);
        return (plans.Count > 0 ? plans : choosers[0].Run(idleThreads: true)).Select(p => (IReadOnlyList<IlgpuPlan>)[p]).ToList();
    }

    // Grids share their tile sizes, since what one leaves to the next may depend on them; each has threads of its own.
    private static List<IReadOnlyList<IlgpuPlan>> RunTogether(List<ChooseVariants> choosers)
    {
        var variants = new List<IReadOnlyList<IlgpuPlan>>();
        var first = choosers[0];
        foreach (var (extents, number) in first.ExtentChoices().Select((e, i) => (e, i)))
        {
            for (var kind = 0; kind < choosers.Max(c => c.Groups().Length); kind++)
            {
                first.context.Token.ThrowIfCancellationRequested();
                if ((number == 0 || !choosers.Exists(c => c.GroupOf(kind).IsSmall)) && BestTogether(choosers, extents, kind) is { } plans
                    && variants.TrueForAll(v => !v.Select(p => p.Variant).SequenceEqual(plans.Select(p => p.Variant))))
                {
                    variants.Add(plans);
                }
            }
        }

        return variants;
    }

    private static IReadOnlyList<IlgpuPlan>? BestTogether(List<ChooseVariants> choosers, int[] extents, int kind)
    {
        var priced = new List<(double Cost, int[] Sizes)>();
        foreach (var sizes in choosers[0].SizeChoices(extents))
        {
            var costs = choosers.Select(c => c.BestThreads(sizes, c.GroupOf(kind))?.Cost).ToList();
            if (costs.TrueForAll(c => c is not null))
            {
                priced.Add((costs.Sum(c => c!.Value), sizes));
            }
        }

        foreach (var (_, sizes) in priced.OrderBy(p => p.Cost).Take(PlansToTry))
        {
            var plans = choosers.Select(c => c.Plan(sizes, c.GroupOf(kind))).ToList();
            if (plans.TrueForAll(p => p is not null))
            {
                return plans!;
            }
        }

        return null;
    }

    private Group GroupOf(int kind) => Groups() is var groups && kind < groups.Length ? groups[kind] : groups[0];

    private IEnumerable<int[]> SizeChoices(int[] extents)
    {
        IEnumerable<int[]> choices = [[]];
        foreach (var tunable in kernel.Tunables)
        {
            choices = choices.SelectMany(c => Values(tunable).Select(v => (int[])[.. c, v]));
        }

        return choices.Select(c => (int[])[.. c, .. extents]);
    }

    // the threads that do these sizes best; idle ones only where there is not enough to do
    private (double Cost, int Registers, ThreadGrid Threads)? BestThreads(int[] choice, Group group)
    {
        sizes.Choose(choice);
        if (LeastShared(group) > IlgpuPlan.SharedLimit)
        {
            return null;
        }

        (double Cost, int Registers, ThreadGrid Threads)? best = null;
        foreach (var idle in new[] { false, true })
        {
            foreach (var threads in Grids(group))
            {
                if (Registers(threads, group, idle) is { } registers && cost.PerElement(threads) is var price && !(price >= best?.Cost))
                {
                    best = (price, registers, threads);
                }
            }

            if (best is not null)
            {
                break;
            }
        }

        return best;
    }

    private IlgpuPlan? Plan(int[] choice, Group group)
    {
        if (BestThreads(choice, group) is not { } best)
        {
            return null;
        }

        return (group.IsForCpus ? new[] { false } : [true, false])
            .Select(pipelined => PlanIlgpu.Run(kernel, new Variant(choice.ToEquatableArray(), best.Threads, pipelined), best.Registers, context, phase))
            .FirstOrDefault(plan => plan.SharedBytes <= IlgpuPlan.SharedLimit);
    }

    private List<IlgpuPlan> Run(bool idleThreads)
    {
        var plans = new List<IlgpuPlan>();
        var smallest = true;
        foreach (var extents in ExtentChoices())
        {
            foreach (var group in Groups().Where(g => smallest || !g.IsSmall))
            {
                context.Token.ThrowIfCancellationRequested();
                if (Best(extents, group, idleThreads) is { } plan && plans.TrueForAll(p => p.Variant != plan.Variant))
                {
                    plans.Add(plan);
                }
            }

            smallest = false;
        }

        return plans;
    }

    /// <summary>A kind of group: how many threads, how many adjacent columns each, and how much of a tile.</summary>
    private sealed record Group(int[] Threads, int Lanes, int TileElements)
    {
        /// <summary>Whether tensor cores compute its products.</summary>
        public bool OfFragments => Lanes == 2;

        /// <summary>Small groups are for small launches: of extents, only the smallest has one.</summary>
        public bool IsSmall => Lanes <= 4 && Threads[0] == 64;

        /// <summary>A CPU has no latency to hide, and puts what was fetched ahead aside at each barrier: its loops are not pipelined.</summary>
        public bool IsForCpus => Lanes > 4;
    }

    // Products want one large group, one small for small launches, and one whose threads have many adjacent columns, for devices that
    // vectorise within a thread; where tensor cores compute them, a large and a small one more. What only streams needs a large and a small one.
    private Group[] Groups() => products.IsEmpty
        ? [new([256, 512], 4, MaxTileElements), new([64], 4, 32)]
        : [new([256], 4, MaxTileElements), new([64], 4, 16), new([64, 128, 256], 16, MaxTileElements), .. products.HasFragments ? FragmentGroups : []];

    // Extents that the program leaves open go together, one choice for each size. Of the values that it names a launch takes just the
    // next one, so each of their combinations is a choice.
    private List<int[]> ExtentChoices()
    {
        int[] open = !kernel.Extents.Any(e => e.Values.Count == 0) ? [0] : hasProducts ? WholeOperands : WholeRows;
        return open.SelectMany(size => kernel.Extents.Aggregate(
            (IEnumerable<int[]>)[[]],
            (choices, extent) => choices.SelectMany(c => extent.Values.Count > 0 ? extent.Values.Select(v => (int[])[.. c, v]) : [[.. c, size]]))).ToList();
    }

    private IEnumerable<int> Values(Tunable tunable) => tunable.Values.Count > 0 ? tunable.Values : hasProducts ? ProductSizes : Sizes;

    private IlgpuPlan? Best(int[] extents, Group group, bool idleThreads)
    {
        var best = new List<(double Cost, int Registers, Variant Variant)>();
        var choice = new int[kernel.Tunables.Count + extents.Length];
        extents.CopyTo(choice, kernel.Tunables.Count);
        Try(0);

        var waiting = best.Select(b => (Cost: b.Cost * WaitingForMemory, b.Registers, Variant: b.Variant with { Pipelined = false }));
        return (group.IsForCpus ? waiting : best.Concat(waiting))
            .OrderBy(b => b.Cost)
            .Select(b => PlanIlgpu.Run(kernel, b.Variant, b.Registers, context))
            .FirstOrDefault(plan => plan.SharedBytes <= IlgpuPlan.SharedLimit);

        void Try(int tunable)
        {
            if (tunable < kernel.Tunables.Count)
            {
                foreach (var value in Values(kernel.Tunables[tunable]))
                {
                    choice[tunable] = value;
                    Try(tunable + 1);
                }

                return;
            }

            sizes.Choose(choice);
            if (LeastShared(group) > IlgpuPlan.SharedLimit)
            {
                return;
            }

            foreach (var threads in Grids(group))
            {
                Price(threads);
            }
        }

        void Price(ThreadGrid threads)
        {
            if (Registers(threads, group, idleThreads) is not { } registers)
            {
                return;
            }

            var price = cost.PerElement(threads);
            if (best.Count == PlansToTry && price >= best[PlansToTry - 1].Cost)
            {
                return;
            }

            if (best.Count == PlansToTry)
            {
                best.RemoveAt(PlansToTry - 1);
            }

            var place = best.FindIndex(b => b.Cost > price);
            best.Insert(place < 0 ? best.Count : place, (price, registers, new Variant(choice.ToEquatableArray(), threads, true)));
        }
    }

    private int LeastShared(Group group) => group.OfFragments ? products.LeastSharedOfFragments() : products.LeastShared();

    private IEnumerable<ThreadGrid> Grids(Group group)
    {
        foreach (var threads in group.Threads)
        {
            if (group.OfFragments)
            {
                var warps = threads / WarpSize;
                for (var across = 1; across <= warps; across *= 2)
                {
                    var grid = ThreadGrid.OfWarps(warps / across, across);
                    if (products.AreFragments(grid))
                    {
                        yield return grid;
                    }
                }

                continue;
            }

            for (var cols = 1; cols <= threads; cols *= 2)
            {
                yield return new ThreadGrid(threads / cols, cols, group.Lanes);
            }
        }
    }

    // the registers of a thread, or null where it has not enough, or not enough to do
    private int? Registers(ThreadGrid threads, Group group, bool idleThreads)
    {
        var (largest, together) = Registers(threads);
        var registers = together + OtherRegisters;
        return largest > group.TileElements || together > MaxLiveElements || registers * threads.Threads > GroupRegisters
            || (!idleThreads && LargestTile() < threads.Threads * threads.Lanes)
            ? null
            : registers;
    }

    private int LargestTile()
    {
        var largest = 0;
        foreach (var set in live)
        {
            foreach (var (_, rows, cols) in set)
            {
                largest = Math.Max(largest, sizes[rows] * sizes[cols]);
            }
        }

        return largest;
    }

    private (int Largest, int Together) Registers(ThreadGrid threads)
    {
        var (largest, most) = (0, 0);
        foreach (var set in live)
        {
            var together = 0;
            foreach (var (type, rows, cols) in set)
            {
                var elements = type switch
                {
                    TileType => threads.RowsOf(sizes[rows]) * threads.ChunksOf(sizes[cols]) * threads.Lanes,
                    ColVecType => threads.RowsOf(sizes[rows]),
                    RowVecType => threads.ChunksOf(sizes[cols]) * threads.Lanes,
                    _ => 0,
                };
                largest = Math.Max(largest, elements);
                together += elements;
            }

            most = Math.Max(most, together);
        }

        return (largest, most);
    }
}
