using System;
using System.Collections.Generic;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Cpu;

/// <summary>Along which side of a tile the vector lanes run. The other side is the outer one: one vector row per element of it.</summary>
internal enum LaneAxis
{
    Cols,
    Rows,
}

/// <summary>A grid as the CPU runs it: steps in order, buffers placed in scratch.</summary>
internal sealed class CpuPlan
{
    public required Kernel Kernel { get; init; }

    public required GridOp Grid { get; init; }

    /// <summary>The grid's number in the program, from 0.</summary>
    public required int Phase { get; init; }

    public required LaneAxis Lanes { get; init; }

    /// <summary>The position in <see cref="GridOp.Indices"/> of the index that runs fastest, so that packed strips are reused along it.</summary>
    public required int FastIndex { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    public required IReadOnlyList<TileBuffer> Buffers { get; init; }

    /// <summary>How many slots the buffers share; see <see cref="TileBuffer.Slot"/>.</summary>
    public required int SlotCount { get; init; }

    public required IReadOnlyList<Strip> Strips { get; init; }

    /// <summary>Where each tile or vector lives: its buffer, if it has one.</summary>
    public required IReadOnlyDictionary<int, TileBuffer> Places { get; init; }

    public required ExtentTable Extents { get; init; }

    /// <summary>For each store a value whose extents are those of what is written.</summary>
    public required IReadOnlyDictionary<StoreOp, Value> StoreTargets { get; init; }

    /// <summary>Whether a value is made anew wherever it is read.</summary>
    public required Func<Value, bool> IsLazy { get; init; }

    /// <summary>The op that defines a value, unless it is an argument of a region.</summary>
    public required Func<Value, Op?> Definition { get; init; }
}

/// <summary>How a tile lies in scratch.</summary>
internal enum BufferLayout
{
    /// <summary>One panel per bundle of lanes, the panel's rows one bundle apart: what the micro-kernel reads fastest.</summary>
    Panels,

    /// <summary>One row of all lanes per outer element, rows a padded constant apart: for tiles that feed an Mma as broadcast scalars.</summary>
    Rows,

    /// <summary>A vector: one element after the other.</summary>
    Vector,

    /// <summary>Only the row or panel that the nest is at; every outer iteration uses it anew.</summary>
    Contracted,
}

/// <summary>Scratch for a tile or vector; values that follow each other without overlapping share one.</summary>
internal sealed class TileBuffer
{
    public required int Id { get; init; }

    public required Dim Outer { get; init; }

    public required Dim Lane { get; init; }

    public required bool IsInt { get; init; }

    public required BufferLayout Layout { get; init; }

    /// <summary>For a contracted buffer: whether the nest runs over lanes outside.</summary>
    public bool LanesOutside { get; init; }

    /// <summary>First and last step that touch it.</summary>
    public int First { get; set; }

    public int Last { get; set; }

    /// <summary>Buffers whose lives do not overlap share a slot.</summary>
    public int Slot { get; set; } = -1;

    public string Name => $"t{Id}";
}

/// <summary>
/// Tiles of a load that the fast grid index does not change, packed or copied once and kept while that index runs. <see cref="SlotIndex"/> numbers the
/// tiles within the strip; null when there is only one.
/// </summary>
internal sealed class Strip
{
    public required int Id { get; init; }

    public required ReadyStep Load { get; init; }

    public required TileBuffer Buffer { get; init; }

    public TileType Tile => (TileType)Load.Source.Type;

    public required Value? SlotIndex { get; init; }

    /// <summary>The axis of the matrix that <see cref="SlotIndex"/> walks.</summary>
    public required Axis SlotAxis { get; init; }
}

/// <summary>Adds a tile or vector to memory, each element as one step; <see cref="Numbers"/> are those of a scatter, in scratch.</summary>
internal sealed class AtomicStep(WriteOp op, Value stored, Value? numbers, ExtentSet rows, ExtentSet cols) : Step
{
    public WriteOp Op => op;

    /// <summary>What is added, in scratch.</summary>
    public Value Stored => stored;

    public Value? Numbers => numbers;

    public ExtentSet Rows => rows;

    public ExtentSet Cols => cols;
}

/// <summary>Makes a loaded or gathered tile ready for a product, or for the nests that read it.</summary>
internal abstract class ReadyStep(ValueOp load, Value result) : Step
{
    /// <summary>Where in memory the tile is; null for one that is gathered.</summary>
    public Window? Window => (load as LoadOp)?.Window;

    public Matrix Matrix => load is GatherOp gather ? gather.Matrix : ((LoadOp)load).Window.Matrix;

    public Value Source => load.Result;

    /// <summary>The copy, a value of its own.</summary>
    public Value Result => result;

    /// <summary>Where copies are kept for other instances.</summary>
    public Strip? Strip { get; set; }

    /// <summary>The only reader, where it could as well read the tile in memory: the launch's shapes, and how it reads, decide whether a copy is worth it.</summary>
    public MmaStep? Product { get; set; }
}

/// <summary>Copies rows by their numbers from memory to rows in scratch, widened.</summary>
internal sealed class GatherStep(GatherOp op, Value numbers, Value result) : ReadyStep(op, result)
{
    public GatherOp Op => op;

    /// <summary>The numbers, in scratch.</summary>
    public Value Numbers => numbers;
}

/// <summary>
/// Copies a tile to scratch, lanes adjacent; transposed when its lanes run along its rows. It comes from memory, widened, or from
/// <see cref="Rows"/>, what a gather left in scratch.
/// </summary>
internal sealed class PackStep(ValueOp load, Value? rows, Value result, bool transposed) : ReadyStep(load, result)
{
    public Value? Rows => rows;

    public bool Transposed => transposed;

    /// <summary>Whether the launch may give the tensor packed; see <see cref="Factors"/>.</summary>
    public bool MayBePacked { get; set; }
}

/// <summary>Makes a loaded tile readable as broadcast scalars: in place where its memory allows, otherwise copied.</summary>
internal sealed class RowsStep(LoadOp load, Value result) : ReadyStep(load, result)
{
    public LoadOp Load => load;
}

/// <summary>A matrix product: the broadcast operand <see cref="X"/> times the vector operand <see cref="Y"/>.</summary>
internal sealed class MmaStep(MmaOp op, Value x, Value y, bool isLoadedX, bool xTransposed) : Step
{
    public MmaOp Op => op;

    public Value X => x;

    public Value Y => y;

    /// <summary>Whether X was made readable by a <see cref="RowsStep"/>; otherwise it lies in a buffer of its own.</summary>
    public bool IsLoadedX => isLoadedX;

    /// <summary>Whether the outer side of the result runs along X's adjacent elements.</summary>
    public bool XTransposed => xTransposed;

    /// <summary>How Y was packed, where it need not be; see <see cref="PackStep.Product"/>.</summary>
    public PackStep? Pack { get; set; }

    /// <summary>The loop in whose first iteration the result starts from zero; see <see cref="StartFromZero"/>.</summary>
    public ForStep? Starts { get; set; }

    /// <summary>Where the sums go once they are complete; see <see cref="StoreSums"/>.</summary>
    public SumsTarget? Target { get; set; }
}

/// <summary>The window that takes a product's sums, the extents that are stored, and the loop after whose last iteration they are complete.</summary>
internal sealed record SumsTarget(Window Window, ExtentSet Rows, ExtentSet Cols, ForOp? Loop);

/// <summary>Puts a value into another's place; disappears when the two share a buffer.</summary>
internal sealed class CopyStep(Value from, Value to) : Step
{
    public Value From => from;

    public Value To => to;

    /// <summary>The loop that overwrites <see cref="To"/> in its first iteration.</summary>
    public ForStep? UnlessRuns { get; set; }
}

/// <summary>Stores a tile whose lanes run along rows.</summary>
internal sealed class StoreTransposedStep(StoreOp op) : Step
{
    public StoreOp Op => op;
}

/// <summary>An element by element rearrangement: Transpose, Subtile, or a tile needed in the other orientation.</summary>
internal sealed class RelayoutStep(Value from, Value to, bool transposed, Value? row, Value? col) : Step
{
    public Value From => from;

    public Value To => to;

    public bool Transposed => transposed;

    public Value? Row => row;

    public Value? Col => col;
}

internal sealed class NestStep(Nest nest) : Step
{
    public Nest Nest => nest;

    /// <summary>The product that may have stored what the nest stores.</summary>
    public MmaStep? UnlessStored { get; set; }
}
