using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Writes a matrix product on tensor cores: a warp takes fragments of 16 × 32 bytes out of shared memory, or an A out of its registers, and adds their product to
/// accumulators, of which a thread has two rows and a chunk each.
/// </summary>
internal sealed class FragmentEmitter(IlgpuPlan plan, Registers registers, IndentedWriter writer)
{
    private const int RowBytes = 16; // of the matrices that are loaded

    private ThreadGrid Threads => plan.Variant.Threads;

    /// <summary>The thread's place in its warp and the warp's in the group, for the kernel's head. ILGPU makes remainders divisions, so there are none.</summary>
    public static string Places(ThreadGrid threads) =>
        $"int id0 = Group.IdxX, l0 = id0 & 31, wr0 = id0 / 32 / {threads.WarpsAcross} * 8, wc0 = (id0 / 32 & {threads.WarpsAcross - 1}) * 8, tr0 = wr0 + l0 / 4, tc0 = wc0 / 2 + (l0 & 3);";

    /// <param name="step">The product.</param>
    /// <param name="offsets">For a tile of a pipelined loop, where the half that is read begins.</param>
    public void Write(FragmentStep step, IReadOnlyDictionary<SharedTile, string> offsets)
    {
        var (mma, result) = (step.Op, step.Op.Result);
        var (rows, chunks) = (registers.AllRows(result), registers.AllChunks(result));
        var extent = (mma.TransposeA ? plan.Extents.Rows(mma.A) : plan.Extents.Cols(mma.A)).And(mma.TransposeB ? plan.Extents.Cols(mma.B) : plan.Extents.Rows(mma.B));
        for (var i = 0; i < rows; i++)
        {
            for (var h = 0; h < chunks; h++)
            {
                writer.Line($"var {registers.Name(result, i, h)} = {(mma.Accumulator is { } c ? registers.Spread(c, i, h) : $"new {result.Type.Element.Lanes(Threads.Lanes)}()")};");
            }
        }

        using var scope = writer.Open();
        writer.Line($"int k1 = {extent};");
        writer.Line($"int y0 = {Offset(step.B)}{FirstOfB(step)};");
        if (step.A is { } a)
        {
            // what a tile has past its edge is zeros
            writer.Line($"int x0 = {Offset(a)}{FirstOfA(step)};");
            using var loop = writer.Open($"for (int k0 = 0; k0 < k1; k0 += {TensorCores.Depth(mma)})");
            for (var p = 0; p < rows / 2; p++)
            {
                writer.Line($"var a{p} = {PlaceInA(step, p)};");
            }

            Multiply(step, "k0", [.. Enumerable.Range(0, rows / 2).Select(p => $"a{p}")]);
            return;
        }

        var cols = Registers.NominalCols(mma.A);
        CopyA(mma.A, extent, cols);
        for (var k = 0; k < cols; k += TensorCores.Depth(mma))
        {
            using var block = writer.Open();
            for (var p = 0; p < rows / 2; p++)
            {
                var registersOfA = $"p{2 * p}_{k / 8}, p{(2 * p) + 1}_{k / 8}, p{2 * p}_{(k / 8) + 1}, p{(2 * p) + 1}_{(k / 8) + 1}";
                if (TensorCores.IsSplit(mma))
                {
                    writer.Line($"var a{p} = Fragments.UpperBF16({registersOfA});");
                    writer.Line($"var d{p} = Fragments.LowerBF16({registersOfA});");
                }
                else
                {
                    writer.Line($"var a{p} = Fragments.Pack{Format(mma)}({registersOfA});");
                }
            }

            Multiply(step, $"{k}", [.. Enumerable.Range(0, rows / 2).SelectMany(p => TensorCores.IsSplit(mma) ? new[] { $"a{p}", $"d{p}" } : [$"a{p}"])]);
        }

        string Offset(SharedTile tile) => offsets.TryGetValue(tile, out var offset) ? $"{offset} + " : "";
    }

    // products past the edge of the contraction are none: there A is made zero, as B is in shared memory
    private void CopyA(Value a, ExtentSet extent, int cols)
    {
        var all = Enumerable.Range(0, registers.AllRows(a)).SelectMany(i => Enumerable.Range(0, registers.AllChunks(a)).Select(h => (i, h))).ToList();
        foreach (var (i, h) in all)
        {
            writer.Line($"var p{i}_{h} = {registers.Spread(a, i, h)};");
        }

        if (extent.Locals.Count > 0)
        {
            using var part = writer.Open($"if (k1 < {cols})");
            foreach (var (i, h) in all)
            {
                writer.Line($"p{i}_{h} = Fragments.First(p{i}_{h}, k1 - c{h});");
            }
        }
    }

    private void Multiply(FragmentStep step, string k, IReadOnlyList<string> left)
    {
        var (mma, result) = (step.Op, step.Op.Result);
        var parts = TensorCores.IsSplit(mma) ? 2 : 1;
        for (var h = 0; h < registers.AllChunks(result); h += 2)
        {
            writer.Line($"var b{h} = {PlaceInB(step, h, k)};");
            for (var n = 0; n < left.Count; n++)
            {
                Add(left[n], n / parts, h, $"b{h}.V0, b{h}.V1");
                Add(left[n], n / parts, h + 1, $"b{h}.V2, b{h}.V3");
            }
        }

        void Add(string a, int pair, int chunk, string b)
        {
            var (top, bottom) = (registers.Name(result, 2 * pair, chunk), registers.Name(result, (2 * pair) + 1, chunk));
            writer.Line($"({top}, {bottom}) = Fragments.Mma{Format(mma)}({a}, {b}, {top}, {bottom});");
        }
    }

    // The four matrices of a load begin at the rows that threads 0, 8, 16 and 24 name, and go on with the next seven threads'. For A these are two blocks of
    // eight rows, a thread's rows of a pair, and then the same 16 bytes on; for B 16 bytes along k and 16 more, and then the same in the next chunk.
    private string FirstOfA(FragmentStep step) => IsTurnedA(step)
        ? $"((l0 & 7) + l0 / 16 * 8) * {step.A!.Pitch} + wr0 + (l0 / 8 & 1) * {Threads.Rows}"
        : $"(wr0 + (l0 & 7) + (l0 / 8 & 1) * {Threads.Rows}) * {step.A!.Pitch} + l0 / 16 * {Row(step)}";

    private string FirstOfB(FragmentStep step) => IsTurnedB(step)
        ? $"(l0 & 15) * {step.B.Pitch} + wc0 + l0 / 16 * {8 * Threads.WarpsAcross}"
        : $"(wc0 + (l0 & 7) + l0 / 16 * {8 * Threads.WarpsAcross}) * {step.B.Pitch} + (l0 / 8 & 1) * {Row(step)}";

    private string PlaceInA(FragmentStep step, int pair)
    {
        var a = step.A!;
        var rows = 2 * pair * Threads.Rows;
        return IsTurnedA(step)
            ? $"Fragments.LoadTurned({SharedMemoryEmitter.Memory(a)}, x0 + {rows} + k0 * {a.Pitch})"
            : $"Fragments.Load({SharedMemoryEmitter.Memory(a)}, x0 + {rows * a.Pitch} + k0)";
    }

    private string PlaceInB(FragmentStep step, int chunk, string k)
    {
        var b = step.B;
        var cols = chunk * 8 * Threads.WarpsAcross;
        return IsTurnedB(step)
            ? $"Fragments.LoadTurned({SharedMemoryEmitter.Memory(b)}, y0 + {cols} + {k} * {b.Pitch})"
            : $"Fragments.Load({SharedMemoryEmitter.Memory(b)}, y0 + {cols * b.Pitch} + {k})";
    }

    // whether k is not along the rows in shared memory
    private static bool IsTurnedA(FragmentStep step) => step.Op.TransposeA != TensorCores.TurnsA(step.Op);

    private static bool IsTurnedB(FragmentStep step) => !step.Op.TransposeB != TensorCores.TurnsB(step.Op);

    private static int Row(FragmentStep step) => RowBytes / TensorCores.Bytes(step.Op);

    private static string Format(MmaOp mma) => mma.B.Type.Element.Format();
}
