using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>One variant of a grid as a group of threads runs it: steps in order, barriers between them, tiles placed in shared memory.</summary>
internal sealed class IlgpuPlan
{
    /// <summary>What ILGPU never exceeds: it does not ask the driver for more shared memory than a group always has.</summary>
    public const int SharedLimit = 48 * 1024;

    /// <summary>The kernel with the variant's sizes.</summary>
    public required Kernel Kernel { get; init; }

    public required GridOp Grid { get; init; }

    public required Variant Variant { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    public required IReadOnlyList<SharedTile> Tiles { get; init; }

    /// <summary>See <see cref="SharedTile.Slot"/>.</summary>
    public required IReadOnlyList<SharedSlot> Slots { get; init; }

    public required ExtentTable Extents { get; init; }

    /// <summary>Which tiles are the same for a row, a column or everywhere.</summary>
    public required Forms Forms { get; init; }

    /// <summary>The registers that a thread needs at once, about, four bytes each.</summary>
    public required int Registers { get; init; }

    public int SharedBytes => Slots.Sum(slot => slot.Bytes);
}

/// <summary>What shared memory holds.</summary>
internal enum SharedKind
{
    Float,
    Int,

    /// <summary>Halves or BFloat16s as they are in memory, for tensor cores.</summary>
    Bits,

    /// <summary>Sbytes as they are in memory, for tensor cores.</summary>
    Bytes,

    /// <summary>Floats as they are in memory, for tensor cores.</summary>
    Words,
}

/// <summary>A part of shared memory.</summary>
internal sealed record SharedSlot(SharedKind Kind, int Elements)
{
    public int Bytes => Elements * ElementBytes(Kind);

    public static int ElementBytes(SharedKind kind) => kind switch
    {
        SharedKind.Bits => sizeof(ushort),
        SharedKind.Bytes => sizeof(sbyte),
        _ => sizeof(float),
    };
}

/// <summary>A tile in shared memory, row after row, rows a pitch apart that is no multiple of the number of banks.</summary>
internal sealed class SharedTile(int id, int rows, int cols, SharedKind kind, bool isReadAcross = false)
{
    /// <summary>What a row's bytes are a multiple of, and one such more: four banks.</summary>
    public const int RowBytes = 16;

    private readonly int vector = RowBytes / SharedSlot.ElementBytes(kind);

    public int Id => id;

    public int Rows => rows;

    public int Cols => cols;

    public SharedKind Kind => kind;

    /// <summary>
    /// The elements from one row to the next: a multiple of 16 bytes for vector access, shifted by four banks a row, or by eight where a warp reads eight
    /// elements of each of four rows at once.
    /// </summary>
    public int Pitch => ((cols + vector - 1) / vector * vector) + (isReadAcross ? 2 * vector : vector);

    /// <summary>How many elements are copied at once.</summary>
    public int ElementsOfCopy => vector;

    /// <summary>Two where a loop writes one half while it reads the other.</summary>
    public int Stages { get; set; } = 1;

    public int Elements => rows * Pitch * Stages;

    /// <summary>
    /// Whether its rows can come as they are from global memory, 16 bytes at a time, while the threads go on: tensor cores and such copies are in the
    /// same GPUs.
    /// </summary>
    public bool IsCopied => kind is SharedKind.Bits or SharedKind.Words && cols % vector == 0;

    /// <summary>Whether all iterations of a loop that fetches ahead take it from the same matrix of a tensor.</summary>
    public bool IsOfOneMatrix { get; set; }

    /// <summary>Whether each thread reads only the rows that it wrote itself: such a tile needs no barriers.</summary>
    public bool IsOwn { get; set; }

    /// <summary>First and last step that touch it.</summary>
    public int First { get; set; } = int.MaxValue;

    public int Last { get; set; } = -1;

    /// <summary>Tiles whose lives do not overlap share a slot.</summary>
    public int Slot { get; set; } = -1;

    public string Name => $"m{id}";
}

/// <summary>Adds a tile or vector to memory, each element as one step.</summary>
internal sealed class AddStep(WriteOp op, ExtentSet rows, ExtentSet cols) : Step
{
    public WriteOp Op => op;

    public ExtentSet Rows => rows;

    public ExtentSet Cols => cols;
}

/// <summary>Computes a tile or vector in registers: elementwise ops, indices, loads.</summary>
internal sealed class RegisterStep(ValueOp op) : Step
{
    public ValueOp Op => op;
}

/// <summary>Copies a tile from global to shared memory: as it is, or widened, and turned when its columns become rows.</summary>
internal sealed class StageStep(LoadOp load, SharedTile tile, bool turned) : Step
{
    public LoadOp Load => load;

    public SharedTile Tile => tile;

    public bool Turned => turned;
}

/// <summary>Writes a tile from registers to shared memory.</summary>
internal sealed class PutStep(Value value, SharedTile tile, bool turned) : Step
{
    public Value Value => value;

    public SharedTile Tile => tile;

    public bool Turned => turned;
}

/// <summary>Reads a tile from shared memory to registers, from a row and a column on.</summary>
internal sealed class GetStep(SharedTile tile, Value result, Value? row, Value? col) : Step
{
    public SharedTile Tile => tile;

    public Value Result => result;

    public Value? Row => row;

    public Value? Col => col;
}

/// <summary>A matrix product of two tiles in shared memory, A as rows × k and B as k × columns.</summary>
internal sealed class ProductStep(MmaOp op, SharedTile a, SharedTile b) : Step
{
    public MmaOp Op => op;

    public SharedTile A => a;

    public SharedTile B => b;
}

/// <summary>A matrix product on tensor cores: its operands lie in shared memory as in memory, bytes along the contraction, or A is in the registers that computed it.</summary>
internal sealed class FragmentStep(MmaOp op, SharedTile? a, SharedTile b) : Step
{
    public MmaOp Op => op;

    public SharedTile? A => a;

    public SharedTile B => b;
}

/// <summary>A reduction: each thread its own elements, then the threads among themselves through shared memory.</summary>
internal sealed class ReduceStep(ReduceOp op, SharedTile? exchange) : Step
{
    public ReduceOp Op => op;

    /// <summary>One line for each result, one element a thread; none where a thread has whole lines.</summary>
    public SharedTile? Exchange => exchange;
}

/// <summary>Stores what exists of a tile or vector.</summary>
internal sealed class StoreStep(StoreOp op, ExtentSet rows, ExtentSet cols) : Step
{
    public StoreOp Op => op;

    public ExtentSet Rows => rows;

    public ExtentSet Cols => cols;
}

/// <summary>All threads of the group wait for each other.</summary>
internal sealed class BarrierStep : Step;

/// <summary>A thread waits for the copies that it has started, so that others see them after the next barrier.</summary>
internal sealed class AwaitStep : Step;

/// <summary>
/// A loop that fetches the tiles of its next iteration while it computes, into the half of shared memory that is not being read: copies go there by
/// themselves, the rest through registers.
/// </summary>
internal sealed class PipelinedForStep(ForOp op, IReadOnlyList<Step> body, IReadOnlyList<StageStep> staged, IReadOnlyList<Step> ahead)
    : ForStep(op, body)
{
    public IReadOnlyList<StageStep> Staged => staged;

    /// <summary>The scalars and extents that the staged tiles' places depend on, to be computed for the next iteration too.</summary>
    public IReadOnlyList<Step> Ahead => ahead;
}
