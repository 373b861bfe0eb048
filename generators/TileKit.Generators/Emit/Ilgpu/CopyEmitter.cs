using TileKit.Generators.IR;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Writes the copies of a tile from global to shared memory that go on while the threads do: 16 bytes each, from rows that begin at multiples of as many.
/// What the tile has past its edge becomes zeros.
/// </summary>
internal sealed class CopyEmitter(IlgpuPlan plan, IndentedWriter writer)
{
    // more copies than this a thread are started by a loop instead of one after the other
    private const int MostAtOnce = 8;

    /// <summary>Whether a matrix' rows can be copied so.</summary>
    public static string CanCopy(StageStep step, Kernel kernel) =>
        step.Tile.ElementsOfCopy == 4 ? ScalarText.IsAligned(step.Load.Window.Matrix, kernel) : ScalarText.IsAlignedToEight(step.Load.Window.Matrix, kernel);

    private int Threads => plan.Variant.Threads.Threads;

    /// <param name="step">What is copied.</param>
    /// <param name="offset">The elements from the tile's memory on where it goes, and a plus sign.</param>
    public void Write(StageStep step, string offset)
    {
        var (rows, inRow) = (step.Tile.Rows, step.Tile.Cols / step.Tile.ElementsOfCopy);
        var (rowsAtOnce, rest) = (Threads / inRow, Threads % inRow);
        writer.Line($"var w0 = {(step.Tile.IsOfOneMatrix ? ScalarText.At(step.Load.Window, Matrix(step.Tile)) : ScalarText.At(step.Load.Window, plan.Kernel))};");
        if (rest > 0 || rows > MostAtOnce * rowsAtOnce)
        {
            using var all = writer.Open($"for (int p0 = id0; p0 < {rows * inRow}; p0 += {Threads})");
            WritePlaces(step, offset, "p0");
            writer.Line(Copy(step, 0, isWhole: false));
            return;
        }

        // all copies of a thread are of the same columns
        WritePlaces(step, offset, "id0");
        var whole = Uniform.All(Uniform.Covers(plan.Extents.Rows(step.Load.Result), rows), Uniform.Covers(plan.Extents.Cols(step.Load.Result), step.Tile.Cols));
        if (whole.Length > 0)
        {
            using (writer.Open($"if ({whole})"))
            {
                WriteAll(isWhole: true);
            }

            using (writer.Open("else"))
            {
                WriteAll(isWhole: false);
            }
        }
        else
        {
            WriteAll(isWhole: true);
        }

        void WriteAll(bool isWhole)
        {
            for (var row = 0; row < rows; row += rowsAtOnce)
            {
                var copy = Copy(step, row, isWhole);
                writer.Line(row + rowsAtOnce > rows ? $"if (y0 < {rows - row}) {copy}" : copy);
            }
        }
    }

    /// <summary>The matrix that a loop takes a tile's pieces from, for before the loop.</summary>
    public void DeclareMatrix(StageStep step) => writer.Line($"var {Matrix(step.Tile)} = {ScalarText.Sliced(step.Load.Window.Matrix, plan.Kernel)};");

    private static string Matrix(SharedTile tile) => $"u{tile.Id}";

    // a piece's row and column, and where it is in shared and in global memory
    private void WritePlaces(StageStep step, string offset, string piece)
    {
        var inRow = step.Tile.Cols / step.Tile.ElementsOfCopy;
        writer.Line($"int y0 = {piece} / {inRow}, x0 = {Remainder.Of(piece, inRow)} * {step.Tile.ElementsOfCopy};");
        writer.Line($"int t0 = {offset}y0 * {step.Tile.Pitch} + x0, o0 = y0 * {RowStride(step)} + x0;");
    }

    private string Copy(StageStep step, int row, bool isWhole)
    {
        var to = row == 0 ? "t0" : $"t0 + {row * step.Tile.Pitch}";
        var from = row == 0 ? "o0" : $"o0 + {row} * {RowStride(step)}";
        var (realRows, realCols) = (plan.Extents.Rows(step.Load.Result), plan.Extents.Cols(step.Load.Result));
        var count = isWhole ? "" : $", {(row == 0 ? "y0" : $"y0 + {row}")} < {realRows} ? {realCols} - x0 : 0";
        return $"Copies.Start({SharedMemoryEmitter.Memory(step.Tile)}, {to}, w0, {from}{count});";
    }

    private string RowStride(StageStep step) => ScalarText.RowStride(step.Load.Window.Matrix, plan.Kernel);
}
