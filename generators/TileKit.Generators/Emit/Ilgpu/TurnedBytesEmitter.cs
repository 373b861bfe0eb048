using TileKit.Generators.IR;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Writes the copies of bytes that are turned on their way from global to shared memory, in blocks of 4 × 4, which a thread turns in registers. A warp takes
/// 4 × 8 blocks: 32 adjacent bytes of each row, and 16 of each row of what it writes, in 32 different banks (<c>U8.StoreTurned</c>).
/// </summary>
internal sealed class TurnedBytesEmitter(IlgpuPlan plan, IndentedWriter writer)
{
    // more blocks than this a thread are copied by a loop instead of one after the other
    private const int MostAtOnce = 2;
    private const int Side = 4;
    private const int BlocksDown = 4; // of a warp

    private int Threads => plan.Variant.Threads.Threads;

    public static bool Takes(StageStep step) => step.Turned && step.Tile.Kind == SharedKind.Bytes;

    /// <summary>A tile from global to shared memory.</summary>
    public void Stage(StageStep step)
    {
        if (Blocks(step) <= MostAtOnce)
        {
            Declare(step, "f");
            Fetch(step, "f");
            Put(step, "f", "");
            return;
        }

        writer.Line($"var w0 = {ScalarText.At(step.Load.Window, plan.Kernel)};");
        using var loop = writer.Open($"for (int q0 = id0; q0 < {TotalBlocks(step)}; q0 += {Threads})");
        writer.Line($"var f0 = {Whole(step)} ? {LoadWhole(step, "q0", "w0")} : {LoadPart(step, "q0", "w0")};");
        writer.Line(Store(step, "q0", "f0", ""));
    }

    /// <summary>A thread's share of a tile in global memory into registers.</summary>
    public void Fetch(StageStep step, string name)
    {
        writer.Line($"var w{name} = {ScalarText.At(step.Load.Window, plan.Kernel)};");
        using (writer.Open($"if ({Whole(step)})"))
        {
            ForEach(step, (n, block) => $"{name}{n} = {LoadWhole(step, block, $"w{name}")};");
        }

        using (writer.Open("else"))
        {
            ForEach(step, (n, block) => $"{name}{n} = {LoadPart(step, block, $"w{name}")};");
        }
    }

    /// <summary>The registers of <see cref="Fetch"/>.</summary>
    public void Declare(StageStep step, string name)
    {
        for (var n = 0; n < Blocks(step); n++)
        {
            writer.Line($"var {name}{n} = new Int4();");
        }
    }

    /// <summary>What <see cref="Fetch"/> read to shared memory, <paramref name="offset"/> elements on.</summary>
    public void Put(StageStep step, string name, string offset) => ForEach(step, (n, block) => Store(step, block, $"{name}{n}", offset));

    private void ForEach(StageStep step, System.Func<int, string, string> line)
    {
        for (var n = 0; n < Blocks(step); n++)
        {
            var block = n == 0 ? "id0" : $"(id0 + {n * Threads})";
            IndentedWriter.Block? inside = (n + 1) * Threads > TotalBlocks(step) ? writer.Open($"if ({block} < {TotalBlocks(step)})") : null;
            writer.Line(line(n, block));
            inside?.Dispose();
        }
    }

    private static int TotalBlocks(StageStep step) => Registers.NominalRows(step.Load.Result) / Side * BlocksInRow(step);

    private static int BlocksInRow(StageStep step) => Registers.NominalCols(step.Load.Result) / Side;

    private int Blocks(StageStep step) => (TotalBlocks(step) + Threads - 1) / Threads;

    private static string Row(StageStep step, string block) => $"({block} / {BlocksDown * BlocksInRow(step)} * {BlocksDown} + {Remainder.Of(block, BlocksDown)}) * {Side}";

    private static string Col(StageStep step, string block) => $"{Remainder.Of($"{block} / {BlocksDown}", BlocksInRow(step))} * {Side}";

    private string Whole(StageStep step)
    {
        var (tile, rows, cols) = (step.Load.Result, plan.Extents.Rows(step.Load.Result), plan.Extents.Cols(step.Load.Result));
        return Uniform.All(
            Uniform.Covers(rows, Registers.NominalRows(tile)), Uniform.Covers(cols, Registers.NominalCols(tile)), ScalarText.IsAligned(step.Load.Window.Matrix, plan.Kernel));
    }

    private string LoadWhole(StageStep step, string block, string memory) =>
        $"U8.Load4x4({memory}, {Row(step, block)} * {RowStride(step)} + {Col(step, block)}, {RowStride(step)})";

    private string LoadPart(StageStep step, string block, string memory) =>
        $"U8.Load4x4({memory}, {Row(step, block)} * {RowStride(step)} + {Col(step, block)}, {RowStride(step)}, "
        + $"{plan.Extents.Rows(step.Load.Result)} - {Row(step, block)}, {plan.Extents.Cols(step.Load.Result)} - {Col(step, block)})";

    private static string Store(StageStep step, string block, string name, string offset) =>
        $"U8.StoreTurned({SharedMemoryEmitter.Memory(step.Tile)}, {offset}{Col(step, block)} * {step.Tile.Pitch} + {Row(step, block)}, {step.Tile.Pitch}, {block} / {2 * BlocksDown}, {name});";

    private string RowStride(StageStep step) => ScalarText.RowStride(step.Load.Window.Matrix, plan.Kernel);
}
