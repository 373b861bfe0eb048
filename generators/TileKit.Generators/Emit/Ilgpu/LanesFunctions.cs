using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>The language's elementwise functions as expressions: the same text for a scalar and for a thread's lanes.</summary>
internal static class LanesFunctions
{
    public static string Of(MapOp map, IReadOnlyList<string> a) => map.Function switch
    {
        Function.Add => $"{a[0]} + {a[1]}",
        Function.Subtract => $"{a[0]} - {a[1]}",
        Function.Multiply => $"{a[0]} * {a[1]}",
        Function.Divide when !map.Result.Type.Element.IsInt() => $"{a[0]} / {a[1]}",
        Function.Remainder when !map.Result.Type.Element.IsInt() => $"{a[0]} % {a[1]}",
        Function.Negate => $"-{a[0]}",
        Function.Equal or Function.NotEqual when map.Arguments[0].Type.Element == ElementType.Bool =>
            $"{a[0]} {(map.Function == Function.Equal ? "==" : "!=")} {a[1]}",
        Function.Cast => Cast(map.Arguments[0].Type.Element, map.Result.Type.Element, a[0]),
        _ => $"Lanes.{map.Function}({string.Join(", ", a)})",
    };

    /// <summary>One step of a reduction.</summary>
    public static string Step(Reduction reduction, string accumulator, string value) => reduction switch
    {
        Reduction.Sum => $"{accumulator} + {value}",
        Reduction.Prod => $"{accumulator} * {value}",
        _ => $"Lanes.{reduction}({accumulator}, {value})",
    };

    /// <summary>All lanes to one number.</summary>
    public static string Across(Reduction reduction, string lanes) => reduction switch
    {
        Reduction.Max => $"Lanes.Maximum({lanes})",
        Reduction.Min => $"Lanes.Minimum({lanes})",
        _ => $"Lanes.{reduction}({lanes})",
    };

    /// <summary>What a reduction gives for no elements.</summary>
    public static string Identity(Reduction reduction, ElementType element) => (reduction, element.IsInt()) switch
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

    // Half and BFloat16 are floats that were rounded, sbyte is an int in its range
    private static string Cast(ElementType from, ElementType to, string value)
    {
        if (from == to || (from is ElementType.Half or ElementType.BFloat16 && to == ElementType.Float) || (from == ElementType.SByte && to == ElementType.Int))
        {
            return value;
        }

        var number = from == ElementType.Bool && !to.IsInt() ? $"Lanes.ToFloat({value})"
            : from.IsInt() == to.IsInt() && from != ElementType.Bool ? value
            : to.IsInt() ? $"Lanes.ToInt({value})" : $"Lanes.ToFloat({value})";
        return to switch
        {
            ElementType.Half => $"Lanes.RoundToHalf({number})",
            ElementType.BFloat16 => $"Lanes.RoundToBFloat16({number})",
            ElementType.SByte => $"Lanes.ToSByte({number})",
            _ => number,
        };
    }
}
