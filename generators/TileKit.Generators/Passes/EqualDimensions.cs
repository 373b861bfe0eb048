using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>Dimensions that are known to be equal: a Require says so, or a temporary was made with another tensor's.</summary>
internal sealed class EqualDimensions
{
    private readonly Dictionary<(int Tensor, Axis Axis), (int Tensor, Axis Axis)> equal = [];

    public EqualDimensions(Kernel kernel)
    {
        var dimensions = kernel.Body.Ops.OfType<DimensionOp>().Where(d => d.Matrix is { Batch: null, Slice: null }).ToDictionary(d => d.Result.Id, d => (d.Matrix.Tensor, d.Axis));
        foreach (var temp in kernel.Body.Ops.OfType<TempOp>())
        {
            for (var axis = 0; axis < temp.Shape.Count; axis++)
            {
                if (dimensions.TryGetValue(temp.Shape[axis].Id, out var source))
                {
                    Add(source, (temp.Tensor, (Axis)axis));
                }
            }
        }

        var conditions = kernel.Body.Ops.OfType<MapOp>().Where(m => m.Function == Function.Equal).ToDictionary(m => m.Result.Id);
        foreach (var require in kernel.Body.Ops.OfType<RequireOp>())
        {
            if (conditions.TryGetValue(require.Condition.Id, out var equality)
                && dimensions.TryGetValue(equality.Arguments[0].Id, out var left)
                && dimensions.TryGetValue(equality.Arguments[1].Id, out var right))
            {
                Add(left, right);
            }
        }
    }

    /// <summary>One of those that are equal, always the same.</summary>
    public (int Tensor, Axis Axis) this[(int Tensor, Axis Axis) dimension]
    {
        get
        {
            while (equal.TryGetValue(dimension, out var next))
            {
                dimension = next;
            }

            return dimension;
        }
    }

    private void Add((int Tensor, Axis Axis) left, (int Tensor, Axis Axis) right)
    {
        var (a, b) = (this[left], this[right]);
        if (a != b)
        {
            equal[b] = a;
        }
    }
}
