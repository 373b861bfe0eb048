using System.Globalization;
using System.Text;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Tests.Passes.Ilgpu;

/// <summary>The GPU plans of a source with one kernel, and what a test compares of them: the steps that touch memory, and barriers.</summary>
internal static class IlgpuPlans
{
    /// <summary>The plans of the variants that the generator compiles.</summary>
    public static IReadOnlyList<IlgpuPlan> Of(string source)
    {
        var (kernel, context) = Lower(source);
        return ChooseVariants.Run(kernel, context).Select(plans => plans.Single()).ToList();
    }

    /// <summary>The plan of one variant: one size for all tunables and extents, 16 x 4 threads with 4 columns each unless told otherwise.</summary>
    /// <param name="source">The kernel.</param>
    /// <param name="size">The size.</param>
    /// <param name="pipelined">Whether loops fetch ahead.</param>
    /// <param name="shareAll">Whether small tiles share memory, as they do where it is short.</param>
    /// <param name="threads">The threads.</param>
    public static IlgpuPlan Plan(string source, int size = 16, bool pipelined = false, bool shareAll = false, ThreadGrid? threads = null)
    {
        var (kernel, context) = Lower(source);
        var variant = new Variant(Variant.Names(kernel).Select(_ => size).ToEquatableArray(), threads ?? new ThreadGrid(16, 4, 4), pipelined);
        kernel = variant.Apply(kernel);
        var grid = Grid(kernel);
        var builder = new BuildIlgpuSteps(kernel, grid, variant, context);
        OwnRows.Mark(builder.Steps, variant.Threads);
        var slots = SharedMemory.Place(builder.Steps, builder.Tiles, shareAll);
        return new()
        {
            Kernel = kernel,
            Grid = grid,
            Variant = variant,
            Steps = InsertBarriers.Run(builder.Steps, grid),
            Tiles = builder.Tiles,
            Slots = slots,
            Extents = builder.Extents,
            Forms = new Forms(grid.Body),
            Registers = 0,
        };
    }

    /// <summary>The forms of a kernel's values.</summary>
    public static (GridOp Grid, Forms Forms) FormsOf(string source)
    {
        var grid = Grid(Lower(source).Kernel);
        return (grid, new Forms(grid.Body));
    }

    /// <summary>A line a step that touches memory: shared tiles as <c>tile@slot</c>.</summary>
    public static string Steps(IlgpuPlan plan)
    {
        var text = new StringBuilder();
        Print(plan.Steps, "");
        return text.ToString().TrimEnd('\n');

        void Print(IEnumerable<Step> steps, string indent)
        {
            foreach (var step in steps)
            {
                switch (step)
                {
                    case PipelinedForStep loop:
                        Line($"for pipelined {string.Join(", ", loop.Staged.Select(s => Name(s.Tile)))} {{");
                        Print(loop.Body, indent + "  ");
                        Line("}");
                        break;
                    case ForStep loop:
                        Line("for {");
                        Print(loop.Body, indent + "  ");
                        Line("}");
                        break;
                    case IfStep branch:
                        Line("if {");
                        Print(branch.Then, indent + "  ");
                        Line("} else {");
                        Print(branch.Else, indent + "  ");
                        Line("}");
                        break;
                    default:
                        if (Of(step) is { } line)
                        {
                            Line(line);
                        }

                        break;
                }
            }

            void Line(string line) => text.Append(indent).Append(line).Append('\n');
        }

        string? Of(Step step) => step switch
        {
            BarrierStep => "barrier",
            AwaitStep => "await",
            StageStep stage => $"stage {Tensor(stage.Load.Window)} to {Name(stage.Tile)}{(stage.Turned ? " turned" : "")}",
            PutStep put => $"put {Name(put.Tile)}{(put.Turned ? " turned" : "")}",
            GetStep get => $"get {Name(get.Tile)}",
            ProductStep product => $"product {Name(product.A)} {Name(product.B)}",
            FragmentStep product => $"fragments {(product.A is { } a ? Name(a) : "registers")} {Name(product.B)}",
            ReduceStep { Exchange: { } exchange } => $"reduce {Name(exchange)}",
            ReduceStep => "reduce",
            RegisterStep { Op: LoadOp load } => $"load {Tensor(load.Window)}",
            StoreStep store => $"store {Tensor(store.Op.Window)}",
            _ => null,
        };

        string Tensor(Window window) => plan.Kernel.Tensors[window.Matrix.Tensor].Name;
    }

    /// <summary>A line a tile in shared memory: its size, its slot.</summary>
    public static string Tiles(IlgpuPlan plan) => string.Join("\n", plan.Tiles.Select(t => string.Create(
        CultureInfo.InvariantCulture, $"{Name(t)} {t.Kind.ToString().ToLowerInvariant()} {t.Rows} x {t.Cols}{(t.Stages > 1 ? $" times {t.Stages}" : "")}")));

    private static (Kernel Kernel, PassContext Context) Lower(string source)
    {
        var kernel = PassText.Lower(source);
        var context = new PassContext(kernel.ValueCount, CancellationToken.None);
        kernel = PassList.Run(kernel, context);
        Assert.Empty(context.Diagnostics);
        return (kernel, context);
    }

    private static GridOp Grid(Kernel kernel) => kernel.Body.Ops.OfType<GridOp>().Single();

    private static string Name(SharedTile tile) => $"{tile.Name}@{tile.Slot.ToString(CultureInfo.InvariantCulture)}";
}
