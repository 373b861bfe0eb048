using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>
/// The sets of tiles and vectors that are in registers together, found once for a kernel with symbolic sizes: each choice of sizes and
/// threads is then priced by a sum.
/// </summary>
internal sealed class RegisterPressure
{
    private readonly Dictionary<int, Value> values = [];
    private readonly Forms forms;
    private readonly HashSet<int> elsewhere;
    private readonly HashSet<string> seen = [];
    private readonly List<IrType[]> sets = [];

    private RegisterPressure(GridOp grid)
    {
        var stored = grid.Body.StoredTensors();
        forms = new Forms(grid.Body);
        var readers = grid.Body.Descendants().SelectMany(o => o.Operands().Select(v => (v.Id, Op: o))).ToLookup(p => p.Id, p => p.Op);
        elsewhere =
        [
            .. grid.Body.Descendants().OfType<ValueOp>()
                .Where(o => o is IndexOp || forms[o.Result] == Form.Uniform || (o is LoadOp load && BuildIlgpuSteps.IsStaged(load, readers[load.Result.Id], stored)))
                .Select(o => o.Result.Id),
        ];
        Visit(grid.Body, []);
    }

    public static IReadOnlyList<IrType[]> Sets(GridOp grid) => new RegisterPressure(grid).sets;

    // walks backwards; live are the values that something after still reads
    private HashSet<int> Visit(Region region, HashSet<int> after)
    {
        var live = new HashSet<int>(after);
        Read(region.Yields, live);
        foreach (var op in region.Ops.Reverse())
        {
            live.ExceptWith(op.Definitions().Select(d => d.Id));
            switch (op)
            {
                case ForOp loop:
                    // what the body reads from outside lives through all iterations; what it carries takes the registers of its next value
                    Read(loop.Body.Reads().Where(v => !IsDefinedIn(loop.Body, v) && !loop.Carried.Contains(v)), live);
                    Visit(loop.Body, live);
                    break;
                case IfOp branch:
                    var before = new HashSet<int>(live);
                    before.UnionWith(Visit(branch.Then, live));
                    before.UnionWith(Visit(branch.Else, live));
                    live = before;
                    break;
            }

            // a result takes the registers of what is read for the last time
            var together = new HashSet<int>(live);
            Read(op.Definitions(), together);
            Add(together);
            Read(op.Operands(), live);
            Add(live);
        }

        return live;
    }

    private static bool IsDefinedIn(Region region, Value value) => region.Descendants().SelectMany(o => o.Definitions()).Any(d => d.Id == value.Id);

    private void Read(IEnumerable<Value> read, HashSet<int> live)
    {
        foreach (var value in read.Where(v => !v.IsScalar() && !elsewhere.Contains(v.Id)))
        {
            values[value.Id] = value;
            live.Add(value.Id);
        }
    }

    private void Add(HashSet<int> live)
    {
        var types = live.Select(id => Held(values[id])).Where(t => t is not ScalarType).ToArray();
        if (types.Length > 0 && seen.Add(string.Join(";", types.Select(t => t.ToString()).OrderBy(t => t, System.StringComparer.Ordinal))))
        {
            sets.Add(types);
        }
    }

    // a tile whose rows or columns are alike is one of them
    private IrType Held(Value value) => (value.Type, forms[value]) switch
    {
        (TileType tile, Form.Rows) => new ColVecType(tile.Element, tile.Rows),
        (TileType tile, Form.Cols) => new RowVecType(tile.Element, tile.Cols),
        (var type, _) => type,
    };
}
