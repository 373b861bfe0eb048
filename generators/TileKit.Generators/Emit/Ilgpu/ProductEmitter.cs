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
        var (a, b) = (Place(step.A), Place(step.B));
        ForEach((i, h) => writer.Line(
            $"var {registers.Name(result, i, h)} = {(mma.Accumulator is { } c ? registers.Spread(c, i, h) : $"new {result.Type.Element.Lanes(lanes)}()")};"));

        using var scope = writer.Open();
        writer.Line($"int k0 = 0, k1 = {k};");
        using (writer.Open($"for (; k0 + {Unroll} <= k1; k0 += {Unroll})"))
        {
            for (var i = 0; i < rows; i++)
            {
                writer.Line($"var a{i} = {SharedMemoryEmitter.Format(step.A)}.Load4({a}{Row(i)} * {step.A.Pitch} + k0);");
            }

            for (var u = 0; u < Unroll; u++)
            {
                for (var h = 0; h < chunks; h++)
                {
                    writer.Line($"var b{u}_{h} = {LoadB(h, u == 0 ? "k0" : $"(k0 + {u})")};");
                }

                ForEach((i, h) => Multiply(i, h, $"a{i}.V{u}", $"b{u}_{h}"));
            }
        }

        using (writer.Open("for (; k0 < k1; k0++)"))
        {
            for (var h = 0; h < chunks; h++)
            {
                writer.Line($"var b{h} = {LoadB(h, "k0")};");
            }

            ForEach((i, h) => Multiply(i, h, $"{SharedMemoryEmitter.Format(step.A)}.Load({a}{Row(i)} * {step.A.Pitch} + k0)", $"b{h}"));
        }

        // rows and columns that a thread has too many are computed from others, and never read
        string Row(int i) => threads.DividesRows(nominalRows) ? $"r{i}" : $"Extents.Min(r{i}, {nominalRows - 1})";

        string LoadB(int h, string row) =>
            $"{SharedMemoryEmitter.Format(step.B)}.Load{lanes}({b}{row} * {step.B.Pitch} + c{h}{(threads.DividesCols(nominalCols) ? "" : $", {nominalCols} - c{h}")})";

        string Place(SharedTile tile) => $"{SharedMemoryEmitter.Memory(tile)}, {(offsets.TryGetValue(tile, out var offset) ? $"{offset} + " : "")}";

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
