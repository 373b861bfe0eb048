using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Cpu;

/// <summary>The language's elementwise functions as expressions over the vector types F and I.</summary>
internal static class VectorFunctions
{
    /// <summary>The vector type that holds elements of a type; the storage types are widened, masks are float bits.</summary>
    public static string VectorOf(this ElementType element) => element.IsInt() ? "I" : "F";

    /// <summary>The element type in scratch.</summary>
    public static string ScratchOf(this ElementType element) => element.IsInt() ? "int" : "float";

    /// <summary>The expression of a map whose arguments are the given vectors, but for the count of a shift, a scalar.</summary>
    public static string Of(MapOp map, IReadOnlyList<string> arguments)
    {
        var operands = map.Arguments[0].Type.Element;
        var v = operands.VectorOf();
        return map.Function switch
        {
            Function.Add => $"{arguments[0]} + {arguments[1]}",
            Function.Subtract => $"{arguments[0]} - {arguments[1]}",
            Function.Multiply => $"{arguments[0]} * {arguments[1]}",
            Function.Divide => $"{arguments[0]} / {arguments[1]}",
            Function.Negate => $"-{arguments[0]}",
            Function.Fma => Call(v, "MultiplyAdd", arguments),
            Function.Min or Function.Max or Function.Abs => Call(v, map.Function.ToString(), arguments),
            Function.Relu when operands.IsInt() => $"I.Max({arguments[0]}, I.Broadcast(0))",
            Function.Sqrt => Call("F", "Sqrt", arguments),
            Function.Exp or Function.Exp2 or Function.Log or Function.Log2 or Function.Tanh or Function.Sigmoid or Function.Silu
                or Function.Gelu or Function.Relu or Function.Rsqrt => Call("VecMath", $"{map.Function}<F, I>", arguments),
            Function.Less or Function.LessEqual or Function.Greater or Function.GreaterEqual or Function.Equal or Function.NotEqual
                => Call(v, map.Function.ToString(), arguments),
            Function.And when operands.IsInt() => $"{arguments[0]} & {arguments[1]}",
            Function.Or when operands.IsInt() => $"{arguments[0]} | {arguments[1]}",
            Function.ShiftLeft => $"{arguments[0]} << {arguments[1]}",
            Function.ShiftRight => $"{arguments[0]} >> {arguments[1]}",
            Function.Dot4 => Call("I", "Dot4", arguments),
            Function.And or Function.Or or Function.Not => Call("F", map.Function.ToString(), arguments),
            Function.Select => Call(map.Result.Type.Element.VectorOf(), "Select", arguments),
            Function.Cast => Cast(operands, map.Result.Type.Element, arguments[0]),
            _ => throw new InvalidOperationException($"{map.Function} of tiles"),
        };
    }

    private static string Call(string type, string name, IEnumerable<string> arguments) => $"{type}.{name}({string.Join(", ", arguments)})";

    private static string Cast(ElementType from, ElementType to, string value)
    {
        if (from == to || (from is ElementType.Half or ElementType.BFloat16 or ElementType.SByte && to == Widened(from)))
        {
            return value;
        }

        var widened = from switch
        {
            ElementType.Bool => $"F.And({value}, F.Broadcast(1f))",
            _ => value,
        };
        return (from.IsInt(), to) switch
        {
            (true, ElementType.SByte) => Saturate(widened),
            (true, ElementType.Int) => widened,
            (true, _) => Round(to, $"I.ToFloat({widened})"),
            (false, ElementType.SByte) => Saturate($"F.ToInt({widened})"),
            (false, ElementType.Int) => $"F.ToInt({widened})",
            (false, _) => Round(to, widened),
        };
    }

    private static ElementType Widened(ElementType element) => element == ElementType.SByte ? ElementType.Int : ElementType.Float;

    private static string Saturate(string value) => $"I.Min(I.Max({value}, I.Broadcast(-128)), I.Broadcast(127))";

    private static string Round(ElementType to, string value) => to switch
    {
        ElementType.Half => $"F.RoundToHalf({value})",
        ElementType.BFloat16 => $"F.RoundToBFloat16({value})",
        _ => value,
    };

    /// <summary>What a reduction starts from: what it gives for no elements.</summary>
    public static string Identity(Reduction reduction, ElementType element)
    {
        var value = (reduction, element.IsInt()) switch
        {
            (Reduction.Sum, false) => "0f",
            (Reduction.Sum, true) => "0",
            (Reduction.Prod, false) => "1f",
            (Reduction.Prod, true) => "1",
            (Reduction.Max, false) => "float.NegativeInfinity",
            (Reduction.Max, true) => "int.MinValue",
            (Reduction.Min, false) => "float.PositiveInfinity",
            _ => "int.MaxValue",
        };
        return $"{element.VectorOf()}.Broadcast({value})";
    }

    /// <summary>One step of a reduction.</summary>
    public static string Step(Reduction reduction, ElementType element, string accumulator, string value) => reduction switch
    {
        Reduction.Sum => $"{accumulator} + {value}",
        Reduction.Prod => $"{accumulator} * {value}",
        Reduction.Max => $"{element.VectorOf()}.Max({accumulator}, {value})",
        _ => $"{element.VectorOf()}.Min({accumulator}, {value})",
    };

    /// <summary>The end of a reduction: all lanes to one number.</summary>
    public static string AcrossLanes(Reduction reduction, ElementType element, string accumulator) => element.VectorOf() + reduction switch
    {
        Reduction.Sum => $".Sum({accumulator})",
        Reduction.Prod => $".Product({accumulator})",
        Reduction.Max => $".Maximum({accumulator})",
        _ => $".Minimum({accumulator})",
    };
}
