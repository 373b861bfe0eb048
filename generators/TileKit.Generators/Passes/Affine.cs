using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Passes;

/// <summary>An int scalar as Σ coefficient · leaf + constant, where leaves are the values that are not sums or products themselves.</summary>
internal sealed class Affine
{
    private Affine(Dictionary<int, Dim> coefficients, Dim constant)
    {
        Coefficients = coefficients;
        Constant = constant;
    }

    public IReadOnlyDictionary<int, Dim> Coefficients { get; }

    public Dim Constant { get; }

    private bool IsSmall => Constant.IsSmall && Coefficients.Count <= 16 && Coefficients.Values.All(c => c.IsSmall);

    public static Affine Of(Value value, IReadOnlyDictionary<int, Op> definitions) => Of(value, definitions, []);

    // each value once, however many others are made of it
    private static Affine Of(Value value, IReadOnlyDictionary<int, Op> definitions, Dictionary<int, Affine> known)
    {
        if (!known.TryGetValue(value.Id, out var affine))
        {
            affine = definitions.TryGetValue(value.Id, out var op) ? OfOp(value, op, v => Of(v, definitions, known)) : Leaf(value);
            known[value.Id] = affine;
        }

        return affine;
    }

    private static Affine OfOp(Value value, Op op, Func<Value, Affine> of)
    {
        switch (op)
        {
            case ConstantOp constant:
                return new Affine([], Dim.Constant(constant.Bits));
            case DimOp dim:
                return new Affine([], dim.Dim);
            case MapOp { Function: Function.Add or Function.Subtract or Function.Multiply, Arguments: [var left, var right] } map:
                var (a, b) = (of(left), of(right));
                return !a.IsSmall || !b.IsSmall ? Leaf(value)
                    : map.Function != Function.Multiply ? a.Plus(b, map.Function == Function.Add ? 1 : -1)
                    : a.Coefficients.Count == 0 ? b.Times(a.Constant)
                    : b.Coefficients.Count == 0 ? a.Times(b.Constant)
                    : Leaf(value);
            default:
                return Leaf(value);
        }
    }

    public bool SameAs(Affine other) =>
        Constant.Equals(other.Constant)
        && Coefficients.Count == other.Coefficients.Count
        && Coefficients.All(c => other.Coefficients.TryGetValue(c.Key, out var coefficient) && coefficient.Equals(c.Value));

    private static Affine Leaf(Value value) => new(new() { [value.Id] = Dim.One }, Dim.Constant(0));

    private Affine Plus(Affine other, int sign)
    {
        var sum = Coefficients.ToDictionary(c => c.Key, c => c.Value);
        foreach (var term in other.Times(Dim.Constant(sign)).Coefficients)
        {
            sum[term.Key] = sum.TryGetValue(term.Key, out var coefficient) ? coefficient + term.Value : term.Value;
        }

        return new Affine(sum.Where(c => c.Value.ConstantValue != 0).ToDictionary(c => c.Key, c => c.Value), Constant + (Dim.Constant(sign) * other.Constant));
    }

    private Affine Times(Dim factor) => new(
        Coefficients.ToDictionary(c => c.Key, c => c.Value * factor), Constant * factor);
}
