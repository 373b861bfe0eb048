using System;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>Writes the copies into and out of shared memory.</summary>
internal sealed class SharedMemoryEmitter(IlgpuPlan plan, Registers registers, IndentedWriter writer)
{
    // more quads than this a thread are copied by a loop instead of one after the other
    private const int MostAtOnce = 8;

    private readonly TurnedBytesEmitter turnedBytes = new(plan, writer);

    /// <summary>Copies that go on while the threads do.</summary>
    public CopyEmitter Copies { get; } = new(plan, writer);

    private int Lanes => registers.Lanes;

    private ThreadGrid Threads => plan.Variant.Threads;

    /// <summary>A tile from global to shared memory, <paramref name="offset"/> elements on.</summary>
    public void Stage(StageStep step, string offset = "")
    {
        if (!step.Tile.IsCopied)
        {
            using var scope = writer.Open();
            StageThroughRegisters(step, offset);
            return;
        }

        using (writer.Open($"if ({CopyEmitter.CanCopy(step, plan.Kernel)})"))
        {
            Copies.Write(step, offset);
        }

        using (writer.Open("else"))
        {
            StageThroughRegisters(step, offset);
        }
    }

    private void StageThroughRegisters(StageStep step, string offset)
    {
        if (TurnedBytesEmitter.Takes(step))
        {
            turnedBytes.Stage(step);
            return;
        }

        if (Quads(step.Load) > MostAtOnce)
        {
            writer.Line($"var w0 = {ScalarText.At(step.Load.Window, plan.Kernel)};");
            var test = Whole(step);
            using (writer.Open($"for (int q0 = id0; q0 < {TotalQuads(step.Load)}; q0 += {Threads.Threads})"))
            {
                writer.Line($"var f0 = {(test.Length > 0 ? $"{test} ? {LoadWhole(step.Load, "q0")} : " : "")}{LoadPart(step.Load, "q0")};");
                PutQuad(step, "q0", "f0", offset);
            }

            return;
        }

        Fetch(step, "f", declare: true);
        Put(step, "f", offset);
    }

    /// <summary>A thread's share of a tile in global memory into registers.</summary>
    public void Fetch(StageStep step, string name, bool declare)
    {
        if (TurnedBytesEmitter.Takes(step))
        {
            turnedBytes.Fetch(step, name);
            return;
        }

        var quads = Quads(step.Load);
        if (declare)
        {
            Declare(step, name);
        }

        writer.Line($"var w{name} = {ScalarText.At(step.Load.Window, plan.Kernel)};");
        var test = Whole(step);
        if (test.Length > 0)
        {
            using (writer.Open($"if ({test})"))
            {
                Write(n => $"{name}{n} = {LoadWhole(step.Load, Quad(n), $"w{name}")};");
            }

            using (writer.Open("else"))
            {
                Write(n => $"{name}{n} = {LoadPart(step.Load, Quad(n), $"w{name}")};");
            }
        }
        else
        {
            Write(n => $"{name}{n} = {LoadPart(step.Load, Quad(n), $"w{name}")};");
        }

        void Write(Func<int, string> line)
        {
            for (var n = 0; n < quads; n++)
            {
                Guarded(step.Load, n, line(n));
            }
        }
    }

    /// <summary>The registers of <see cref="Fetch"/>.</summary>
    public void Declare(StageStep step, string name)
    {
        if (TurnedBytesEmitter.Takes(step))
        {
            turnedBytes.Declare(step, name);
            return;
        }

        for (var n = 0; n < Quads(step.Load); n++)
        {
            writer.Line($"var {name}{n} = new {(IsOfBytes(step.Load) ? "int" : Element(step.Load).Moved(4))}();");
        }
    }

    /// <summary>What <see cref="Fetch"/> read to shared memory, <paramref name="offset"/> elements on.</summary>
    public void Put(StageStep step, string name, string offset)
    {
        if (TurnedBytesEmitter.Takes(step))
        {
            turnedBytes.Put(step, name, offset);
            return;
        }

        for (var n = 0; n < Quads(step.Load); n++)
        {
            if (NeedsTest(step.Load, n))
            {
                using var inside = writer.Open($"if ({Quad(n)} < {TotalQuads(step.Load)})");
                PutQuad(step, Quad(n), $"{name}{n}", offset);
            }
            else
            {
                PutQuad(step, Quad(n), $"{name}{n}", offset);
            }
        }
    }

    /// <summary>A tile from registers to shared memory.</summary>
    public void Put(PutStep step)
    {
        var (value, tile) = (step.Value, step.Tile);
        var (rows, cols) = (Registers.NominalRows(value), Registers.NominalCols(value));
        var format = Format(tile);
        for (var i = 0; i < registers.AllRows(value); i++)
        {
            IndentedWriter.Block? inside = Threads.DividesRows(rows) ? null : writer.Open($"if (r{i} < {rows})");
            for (var h = 0; h < registers.AllChunks(value); h++)
            {
                var lanes = registers.Spread(value, i, h);
                lanes = value.Type.Element == ElementType.Bool ? $"Lanes.ToFloat({lanes})" : lanes;
                if (!step.Turned)
                {
                    writer.Line($"{format}.Store{Lanes}({Memory(tile)}, r{i} * {tile.Pitch} + c{h}, {lanes}{(Threads.DividesCols(cols) ? "" : $", {cols} - c{h}")});");
                    continue;
                }

                using var scope = writer.Open();
                writer.Line($"var f0 = {lanes};");
                for (var j = 0; j < Lanes; j++)
                {
                    var store = $"{format}.Store({Memory(tile)}, (c{h} + {j}) * {tile.Pitch} + r{i}, f0.V{j});";
                    Guarded(Threads.DividesCols(cols) ? "" : $"c{h} + {j} < {cols}", store);
                }
            }

            inside?.Dispose();
        }
    }

    /// <summary>A tile, or a part of one, from shared memory to registers.</summary>
    public void Get(GetStep step)
    {
        var (value, tile) = (step.Result, step.Tile);
        var isBool = value.Type.Element == ElementType.Bool;
        for (var i = 0; i < registers.AllRows(value); i++)
        {
            for (var h = 0; h < registers.AllChunks(value); h++)
            {
                var (row, col) = (step.Row is null ? $"r{i}" : $"(s{step.Row.Id} + r{i})", step.Col is null ? $"c{h}" : $"(s{step.Col.Id} + c{h})");
                var count = step.Row is not null || !Threads.DividesRows(tile.Rows) || !Threads.DividesCols(tile.Cols)
                    ? $", (uint){row} < {tile.Rows}u ? Extents.Within({tile.Cols}, {col}, {Lanes}) : 0"
                    : "";
                var load = $"{Format(tile)}.Load{Lanes}({Memory(tile)}, {row} * {tile.Pitch} + {col}{count})";
                writer.Line($"var {registers.Name(value, i, h)} = {(isBool ? $"Lanes.NotEqual({load}, Float{Lanes}.All(0f))" : load)};");
            }
        }
    }

    public static string Memory(SharedTile tile) => $"m{tile.Slot}";

    public static string Format(SharedTile tile) => tile.Kind switch
    {
        SharedKind.Int => "I32",
        SharedKind.Bits => "U16",
        SharedKind.Bytes => "U8",
        _ => "F32",
    };

    /// <summary>A slot. ILGPU aligns it as its accesses need; it does not see those of <c>Fragments</c>.</summary>
    public static string Allocate(SharedSlot slot) => slot.Kind switch
    {
        SharedKind.Int => $"SharedMemory.Allocate<int>({slot.Elements})",
        SharedKind.Bits => $"Fragments.Tile(SharedMemory.Allocate<ushort>({slot.Elements}))",
        SharedKind.Bytes => $"Fragments.Tile(SharedMemory.Allocate<sbyte>({slot.Elements}))",
        SharedKind.Words => $"Fragments.Tile(SharedMemory.Allocate<float>({slot.Elements}))",
        _ => $"SharedMemory.Allocate<float>({slot.Elements})",
    };

    private static int QuadsInRow(LoadOp load) => (Registers.NominalCols(load.Result) + 3) / 4;

    private string Column(LoadOp load, string quad) =>
        Threads.OfFragments ? $"{Remainder.Of(quad, QuadsInRow(load))} * 4" : $"{quad} % {QuadsInRow(load)} * 4";

    private static int TotalQuads(LoadOp load) => Registers.NominalRows(load.Result) * QuadsInRow(load);

    private int Quads(LoadOp load) => (TotalQuads(load) + Threads.Threads - 1) / Threads.Threads;

    private bool NeedsTest(LoadOp load, int n) => (n + 1) * Threads.Threads > TotalQuads(load);

    private string Quad(int n) => n == 0 ? "id0" : $"(id0 + {n * Threads.Threads})";

    private void Guarded(LoadOp load, int n, string line) => Guarded(NeedsTest(load, n) ? $"{Quad(n)} < {TotalQuads(load)}" : "", line);

    private void Guarded(string test, string line)
    {
        if (test.Length == 0)
        {
            writer.Line(line);
            return;
        }

        using var inside = writer.Open($"if ({test})");
        writer.Line(line);
    }

    // whether the whole tile exists and its rows are aligned; empty where it cannot be, as when floats that are aligned are copied otherwise
    private string Whole(StageStep step)
    {
        var load = step.Load;
        var (rows, cols) = (Registers.NominalRows(load.Result), Registers.NominalCols(load.Result));
        return cols % 4 != 0 || (step.Tile.IsCopied && step.Tile.Kind == SharedKind.Words) ? "" : Uniform.All(
            Uniform.Covers(plan.Extents.Rows(load.Result), rows), Uniform.Covers(plan.Extents.Cols(load.Result), cols), ScalarText.IsAligned(load.Window.Matrix, plan.Kernel));
    }

    private string RowStride(LoadOp load) => ScalarText.RowStride(load.Window.Matrix, plan.Kernel);

    // tensor cores take four of a quad in one register
    private bool IsOfBytes(LoadOp load) => Threads.OfFragments && Element(load) == ElementType.SByte;

    private string Mover(LoadOp load) => IsOfBytes(load) ? "U8" : Element(load).Mover();

    private string LoadWhole(LoadOp load, string quad, string memory = "w0") =>
        $"{Mover(load)}.Load4({memory}, {quad} / {QuadsInRow(load)} * {RowStride(load)} + {Column(load, quad)})";

    private string LoadPart(LoadOp load, string quad, string memory = "w0") =>
        $"{Mover(load)}.Load4({memory}, {quad} / {QuadsInRow(load)} * {RowStride(load)} + {Column(load, quad)}, "
        + $"{quad} / {QuadsInRow(load)} < {plan.Extents.Rows(load.Result)} ? {plan.Extents.Cols(load.Result)} - {Column(load, quad)} : 0)";

    private ElementType Element(LoadOp load) => plan.Kernel.Tensors[load.Window.Matrix.Tensor].Element;

    private void PutQuad(StageStep step, string quad, string name, string offset)
    {
        var (tile, row, col) = (step.Tile, $"{quad} / {QuadsInRow(step.Load)}", Column(step.Load, quad));
        if (!step.Turned)
        {
            writer.Line($"{Format(tile)}.Store4({Memory(tile)}, {offset}{row} * {tile.Pitch} + {col}, {(tile.Kind == SharedKind.Bits ? name : Element(step.Load).Widen(name))});");
            return;
        }

        IndentedWriter.Block? scope = null;
        if (Element(step.Load).IsBits())
        {
            scope = writer.Open();
            writer.Line($"var t0 = {Element(step.Load).Widen(name)};");
            name = "t0";
        }

        var cols = Registers.NominalCols(step.Load.Result);
        for (var j = 0; j < 4; j++)
        {
            var store = $"{Format(tile)}.Store({Memory(tile)}, {offset}({col} + {j}) * {tile.Pitch} + {row}, {name}.V{j});";
            Guarded(cols % 4 == 0 ? "" : $"{col} + {j} < {cols}", store);
        }

        scope?.Dispose();
    }
}
