using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>A text for each scalar: two that are computed alike, from dimensions known to be equal, have the same one.</summary>
internal sealed class ScalarKeys
{
    // a scalar that adds itself to itself ten times is its own key
    private const int LongestKey = 1000;

    private readonly Dictionary<int, Op> definitions;
    private readonly Dictionary<int, TempOp> temps;
    private readonly EqualDimensions equal;
    private readonly Dictionary<int, string> keys = [];

    public ScalarKeys(Kernel kernel)
    {
        definitions = kernel.Body.Descendants().OfType<ValueOp>().ToDictionary(o => o.Result.Id, o => (Op)o);
        temps = kernel.Body.Ops.OfType<TempOp>().ToDictionary(t => t.Tensor);
        equal = new EqualDimensions(kernel);
    }

    public string Of(Value value)
    {
        if (!keys.TryGetValue(value.Id, out var key))
        {
            key = definitions.TryGetValue(value.Id, out var op) ? Of(op) : null;
            keys[value.Id] = key = key is { Length: <= LongestKey } ? key : value.ToString();
        }

        return key;
    }

    private string? Of(Op op) => op switch
    {
        MapOp map => $"{map.Function}({string.Join(", ", map.Arguments.Select(Of))})",
        DimensionOp { Matrix: { Batch: null, Slice: null } matrix } dimension => Of(matrix.Tensor, dimension.Axis),
        DimensionOp dimension => $"{dimension.Matrix.Tensor}{string.Concat(dimension.Matrix.Operands().Select(o => $"[{Of(o)}]"))}.{dimension.Axis}",
        ConstantOp constant => $"{constant.Bits}",
        DimOp dim => $"{dim.Dim}",
        ScalarParameterOp parameter => parameter.Name,
        _ => null,
    };

    /// <summary>The text of a tensor's dimension.</summary>
    public string Of(int tensor, Axis axis)
    {
        if (temps.TryGetValue(tensor, out var temp))
        {
            return Of(temp.Shape[(int)axis]);
        }

        var same = equal[(tensor, axis)];
        return $"{same.Tensor}.{same.Axis}";
    }
}
