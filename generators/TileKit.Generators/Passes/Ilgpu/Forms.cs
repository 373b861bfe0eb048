using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes.Ilgpu;

/// <summary>Along which sides the elements of a tile differ: a fill needs one register a thread, a row index one for each row.</summary>
[Flags]
internal enum Form
{
    Uniform = 0,
    Rows = 1,
    Cols = 2,
    Both = Rows | Cols,
}

/// <summary>The form of every value of a grid.</summary>
internal sealed class Forms
{
    private readonly Dictionary<int, Form> forms = [];

    public Forms(Region body) => Visit(body);

    public Form this[Value value] => forms.TryGetValue(value.Id, out var form) ? form : OfType(value.Type);

    /// <summary>What a loop carries, or a product leaves, differs wherever its type can.</summary>
    private static Form OfType(IrType type) => type switch
    {
        TileType => Form.Both,
        ColVecType => Form.Rows,
        RowVecType => Form.Cols,
        _ => Form.Uniform,
    };

    private void Visit(Region region)
    {
        foreach (var op in region.Ops)
        {
            foreach (var nested in op.Regions())
            {
                Visit(nested);
            }

            switch (op)
            {
                case FillOp fill:
                    forms[fill.Result.Id] = Form.Uniform;
                    break;
                case IndexOp index:
                    forms[index.Result.Id] = index.Axis == TileAxis.Row ? Form.Rows : Form.Cols;
                    break;
                case TrimOp trim:
                    forms[trim.Result.Id] = this[trim.Argument];
                    break;
                case MapOp { Result.Type: not ScalarType } map:
                    forms[map.Result.Id] = map.Arguments.Aggregate(Form.Uniform, (form, argument) => form | this[argument]);
                    break;
            }
        }
    }
}
