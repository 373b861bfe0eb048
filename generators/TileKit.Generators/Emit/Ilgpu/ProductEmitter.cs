using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Writes a matrix product: a thread multiplies its rows of A by its columns of B, both from shared memory, four steps of k at a
/// time, into accumulators that stay in registers.
/// </summary>
internal sealed class ProductEmitter(IlgpuPlan plan, Registers registers, IndentedWriter writer)
{
    private const int Unroll = 4;

    /// <param name="step">The product.</param>
    /// <param name="offsets">For a tile of a pipelined loop, where the half that is read begins.</param>
    public void Write(ProductStep step, IReadOnlyDictionary<SharedTile, string> offsets)
    {
        var (mma, result) = (step.Op, step.Op.Result);
        var (rows, chunks, lanes) = (registers.AllRows(result), registers.AllChunks(result), registers.Lanes);
        var (nominalRows, nominalCols) = (Registers.NominalRows(result), Registers.NominalCols(result));
        var threads = plan.Variant.Threads;
        var k = (mma.TransposeA ? plan.Extents.Rows(mma.A) : plan.Extents.Cols(mma.A)).And(mma.TransposeB ? plan.Extents.Cols(mma.B) : plan.Extents.Rows(mma.B));
        var format = SharedMemoryEmitter.Format(step.A);
        ForEach((i, h) => writer.Line(
            $"var {registers.Name(result, i, h)} = {(mma.Accumulator is { } c ? registers.Spread(c, i, h) : $"new {result.Type.Element.Lanes(lanes)}()")};"));

        // Addresses count in fours of elements, as memory is read, and what does not change in the loop is outside.
        using var scope = writer.Open();
        writer.Line($"int k0 = 0, k1 = {k};");
        writer.Line($"var qa = {format}.Quads({SharedMemoryEmitter.Memory(step.A)});");
        writer.Line($"var qb = {format}.Quads({SharedMemoryEmitter.Memory(step.B)});");
        for (var i = 0; i < rows; i++)
        {
            writer.Line($"int x{i} = {Half(step.A)}{Row(i)} * {step.A.Pitch / Unroll};");
        }

        for (var h = 0; h < chunks; h++)
        {
            writer.Line($"int y{h} = {Half(step.B)}c{h} / {Unroll};");
        }

        using (writer.Open($"for (; k0 < k1 / {Unroll}; k0++)"))
        {
            for (var i = 0; i < rows; i++)
            {
                writer.Line($"var a{i} = {format}.Load4(qa, x{i} + k0);");
            }

            for (var u = 0; u < Unroll; u++)
            {
                for (var h = 0; h < chunks; h++)
                {
                    writer.Line($"var b{u}_{h} = {LoadB(h, u == 0 ? $"k0 * {Unroll}" : $"(k0 * {Unroll} + {u})")};");
                }

                ForEach((i, h) => Multiply(i, h, $"a{i}.V{u}", $"b{u}_{h}"));
            }
        }

        using (writer.Open($"for (k0 *= {Unroll}; k0 < k1; k0++)"))
        {
            for (var h = 0; h < chunks; h++)
            {
                writer.Line($"var b{h} = {LoadB(h, "k0")};");
            }

            ForEach((i, h) => Multiply(i, h, $"{format}.Load({SharedMemoryEmitter.Memory(step.A)}, x{i} * {Unroll} + k0)", $"b{h}"));
        }

        // rows and columns that a thread has too many are computed from others, and never read
        string Row(int i) => threads.DividesRows(nominalRows) ? $"r{i}" : $"Extents.Min(r{i}, {nominalRows - 1})";

        string LoadB(int h, string row) => threads.DividesCols(nominalCols)
            ? $"{format}.Load{lanes}(qb, {row} * {step.B.Pitch / Unroll} + y{h})"
            : $"{format}.Load{lanes}({SharedMemoryEmitter.Memory(step.B)}, ({row} * {step.B.Pitch / Unroll} + y{h}) * {Unroll}, {nominalCols} - c{h})";

        string Half(SharedTile tile) => offsets.TryGetValue(tile, out var offset) ? $"{offset} / {Unroll} + " : "";

        void Multiply(int i, int h, string left, string right) =>
            writer.Line($"{registers.Name(result, i, h)} = Lanes.Fma({left}, {right}, {registers.Name(result, i, h)});");

        void ForEach(System.Action<int, int> action)
        {
            foreach (var i in Enumerable.Range(0, rows))
            {
                foreach (var h in Enumerable.Range(0, chunks))
                {
                    action(i, h);
                }
            }
        }
    }
}
