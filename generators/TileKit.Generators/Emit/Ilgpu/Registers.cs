using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// The names of a thread's registers: <c>v7_0_1</c> has the lanes of tile 7's row 0 and chunk 1; what is the same along a side has
/// no number for it.
/// </summary>
internal sealed class Registers(IlgpuPlan plan)
{
    private readonly Dictionary<int, int> aliases = [];
    private readonly Dictionary<int, Op> definitions = plan.Grid.Body.Descendants().SelectMany(o => o.Definitions().Select(d => (d.Id, Op: o))).ToDictionary(p => p.Id, p => p.Op);

    private ThreadGrid Threads => plan.Variant.Threads;

    public int Lanes => Threads.Lanes;

    public Form FormOf(Value value) => plan.Forms[value];

    /// <summary>The rows that a thread has, where the value differs by row.</summary>
    public int Rows(Value value) => FormOf(value).HasFlag(Form.Rows) ? AllRows(value) : 1;

    public int Chunks(Value value) => FormOf(value).HasFlag(Form.Cols) ? AllChunks(value) : 1;

    /// <summary>The rows that a thread has of a tile or ColVec, different or not.</summary>
    public int AllRows(Value value) => Threads.RowsOf(NominalRows(value));

    public int AllChunks(Value value) => Threads.ChunksOf(NominalCols(value));

    public static int NominalRows(Value value) => value.Type switch
    {
        TileType tile => Number(tile.Rows),
        ColVecType vec => Number(vec.Rows),
        _ => 1,
    };

    public static int NominalCols(Value value) => value.Type switch
    {
        TileType tile => Number(tile.Cols),
        RowVecType vec => Number(vec.Cols),
        _ => 1,
    };

    /// <summary>From now on one value is found in the registers of another.</summary>
    public void Alias(Value value, Value other) => aliases[value.Id] = aliases.TryGetValue(other.Id, out var id) ? id : other.Id;

    /// <summary>The register that is assigned.</summary>
    public string Name(Value value, int row, int chunk)
    {
        var id = aliases.TryGetValue(value.Id, out var other) ? other : value.Id;
        return FormOf(value) switch
        {
            Form.Both => $"v{id}_{row}_{chunk}",
            Form.Rows => $"v{id}_{row}",
            Form.Cols => $"v{id}_{chunk}",
            _ => value.IsScalar() ? $"s{id}" : $"v{id}",
        };
    }

    /// <summary>One element of a value that does not differ by column.</summary>
    public string Scalar(Value value, int row) => Definition(value) switch
    {
        FillOp fill => $"s{fill.Scalar.Id}",
        IndexOp => $"r{row}",
        _ => Name(value, row, 0),
    };

    /// <summary>The lanes of a value, spread where it does not differ by column.</summary>
    public string Spread(Value value, int row, int chunk) => FormOf(value).HasFlag(Form.Cols)
        ? Name(value, row, chunk)
        : $"{value.Type.Element.Lanes(Lanes)}.All({Scalar(value, row)})";

    /// <summary>The value as an argument: lanes where lanes are asked for.</summary>
    public string Argument(Value value, int row, int chunk, bool lanes) => lanes ? Spread(value, row, chunk) : Scalar(value, row);

    public Op? Definition(Value value) => !aliases.ContainsKey(value.Id) && definitions.TryGetValue(value.Id, out var op) ? op : null;

    private static int Number(Dim dim) => dim.ConstantValue!.Value;
}
