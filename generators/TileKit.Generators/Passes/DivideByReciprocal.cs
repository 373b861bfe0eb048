using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>
/// Dividing a float tile by a vector or a scalar multiplies it by the reciprocal, which is computed once per row, column or
/// launch: a vector division costs as much as ten multiplications. So that the reciprocal of a very small or very large divisor
/// stays in range, both sides are scaled by a power of two first, which changes no digit.
/// </summary>
internal sealed class DivideByReciprocal
{
    private const float Small = 7.8886091e-31f;     // 2 to the power of -100
    private const float Large = 1.26765060e30f;     // 2 to the power of 100
    private const float Up = 1.84467441e19f;        // 2 to the power of 64
    private const float Down = 5.42101086e-20f;     // 2 to the power of -64

    private readonly PassContext context;
    private readonly Dictionary<int, float> constants;

    private DivideByReciprocal(Kernel kernel, PassContext context)
    {
        this.context = context;
        constants = kernel.Body.Descendants().OfType<ConstantOp>()
            .Where(c => c.Result.Type.Element == ElementType.Float)
            .ToDictionary(c => c.Result.Id, c => FloatBits.ToFloat(c.Bits));
    }

    public static Kernel Run(Kernel kernel, PassContext context) =>
        kernel with { Body = new DivideByReciprocal(kernel, context).Rewrite(kernel.Body) };

    private Region Rewrite(Region region)
    {
        var ops = new List<Op>(region.Ops.Count);
        foreach (var op in region.Ops)
        {
            if (op is MapOp { Function: Function.Divide, Result.Type: TileType { Element: ElementType.Float } } divide
                && divide.Arguments[0].Type is TileType && divide.Arguments[1].Type is not TileType)
            {
                Rewrite(divide, ops);
            }
            else
            {
                ops.Add(op.Rebuild(v => v, Rewrite));
            }
        }

        return region with { Ops = ops.ToEquatableArray() };
    }

    private void Rewrite(MapOp divide, List<Op> ops)
    {
        var (tile, divisor) = (divide.Arguments[0], divide.Arguments[1]);
        if (constants.TryGetValue(divisor.Id, out var known) && System.Math.Abs(known) is > Small and < Large)
        {
            ops.Add(divide with { Function = Function.Multiply, Arguments = [tile, Constant(1 / known)] });
            return;
        }

        var size = Map(Function.Abs, divisor.Type, divisor);
        var scale = Select(Map(Function.Greater, Mask(), size, Constant(Large)), Constant(Down), Constant(1f));
        scale = Select(Map(Function.Less, Mask(), size, Constant(Small)), Constant(Up), scale);
        var reciprocal = Map(Function.Divide, divisor.Type, Constant(1f), Map(Function.Multiply, divisor.Type, divisor, scale));
        var scaled = Map(Function.Multiply, tile.Type, tile, scale);
        ops.Add(divide with { Function = Function.Multiply, Arguments = [scaled, reciprocal] });

        IrType Mask() => divisor.Type.WithElement(ElementType.Bool);

        Value Select(Value condition, Value then, Value otherwise) => Map(Function.Select, divisor.Type, condition, then, otherwise);

        Value Constant(float value)
        {
            var result = context.NewValue(ScalarType.Float);
            ops.Add(new ConstantOp(divide.Site, result, FloatBits.Of(value)));
            return result;
        }

        Value Map(Function function, IrType type, params Value[] arguments)
        {
            var result = context.NewValue(type);
            ops.Add(new MapOp(divide.Site, result, function, arguments.ToEquatableArray()));
            return result;
        }
    }
}
