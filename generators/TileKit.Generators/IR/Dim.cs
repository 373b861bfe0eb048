using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace TileKit.Generators.IR;

/// <summary>
/// A symbolic extent of a tile: a polynomial over tunables and extents with integer coefficients, in canonical form, so that
/// two dims are equal exactly when they are equal as polynomials.
/// </summary>
internal sealed record Dim
{
    private Dim(EquatableArray<Term> terms) => Terms = terms;

    /// <summary>The terms, ordered by their symbols; none for zero.</summary>
    public EquatableArray<Term> Terms { get; }

    /// <summary>Stands for a dim that shape resolution has not reached yet.</summary>
    public static Dim Unknown { get; } = Symbol("?");

    public static Dim One { get; } = Constant(1);

    public bool IsUnknown => Equals(Unknown);

    /// <summary>Whether computing with it stays cheap: products of products grow without bounds.</summary>
    public bool IsSmall => Terms.Sum(t => 1 + t.Symbols.Sum(s => 1 + (s.Length / 16))) <= 64;

    /// <summary>The value, when the dim is a constant.</summary>
    public int? ConstantValue => Terms.Count switch
    {
        0 => 0,
        1 when Terms[0].Symbols.Count == 0 => Terms[0].Coefficient,
        _ => null,
    };

    public static Dim Constant(int value) => Normalize([new Term(value, [])]);

    public static Dim Symbol(string name) => new([new Term(1, [name])]);

    public static Dim operator +(Dim left, Dim right) => Normalize(left.Terms.Concat(right.Terms));

    public static Dim operator -(Dim left, Dim right) => left + (Constant(-1) * right);

    public static Dim operator *(Dim left, Dim right) => Normalize(
        from a in left.Terms
        from b in right.Terms
        select new Term(a.Coefficient * b.Coefficient, a.Symbols.Concat(b.Symbols).OrderBy(s => s, StringComparer.Ordinal).ToEquatableArray()));

    /// <summary>The quotient: exact where every coefficient divides, otherwise one opaque symbol.</summary>
    public static Dim operator /(Dim left, Dim right)
    {
        if (right.ConstantValue is { } divisor && divisor != 0 && left.Terms.All(t => t.Coefficient % divisor == 0))
        {
            return Normalize(left.Terms.Select(t => t with { Coefficient = t.Coefficient / divisor }));
        }

        // A divisor that is a product needs parentheses as well.
        var divisorText = right.Terms is [{ Coefficient: not 1, Symbols.Count: > 0 } or { Symbols.Count: > 1 }] ? $"({right})" : right.ToFactor();
        return Symbol($"({left.ToFactor()} / {divisorText})");
    }

    /// <summary>The same polynomial over other names.</summary>
    public Dim Rename(Func<string, string> rename) => Normalize(
        Terms.Select(t => t with { Symbols = t.Symbols.Select(s => RenameSymbol(s, rename)).OrderBy(s => s, StringComparer.Ordinal).ToEquatableArray() }));

    /// <summary>The dim as a number, when every name has one.</summary>
    public int Evaluate(Func<string, int> value)
    {
        var sum = 0;
        foreach (var term in Terms)
        {
            var product = term.Coefficient;
            foreach (var symbol in term.Symbols)
            {
                product *= symbol[0] == '(' ? DimText.Evaluate(symbol, value) : value(symbol);
            }

            sum += product;
        }

        return sum;
    }

    /// <summary>The dim as C#, with parentheses where a factor needs them.</summary>
    public string ToFactor() => Terms.Count > 1 ? $"({this})" : ToString();

    public override string ToString() => Terms.Count == 0 ? "0" : string.Join(" + ", Terms.Select(t => t.ToString()));

    // a quotient is a symbol with the names of others in it
    private static string RenameSymbol(string symbol, Func<string, string> rename) =>
        symbol[0] == '(' ? Regex.Replace(symbol, @"@?[\p{L}_]\w*", name => rename(name.Value)) : rename(symbol);

    private static Dim Normalize(IEnumerable<Term> terms) => new(
        terms.GroupBy(t => t.Symbols)
            .Select(g => new Term(g.Sum(t => t.Coefficient), g.Key))
            .Where(t => t.Coefficient != 0)
            .OrderBy(t => string.Join("*", t.Symbols), StringComparer.Ordinal)
            .ToEquatableArray());

    /// <summary>An integer times a product of symbols.</summary>
    public sealed record Term(int Coefficient, EquatableArray<string> Symbols)
    {
        public override string ToString()
        {
            var factors = Symbols.AsEnumerable();
            if (Coefficient != 1 || Symbols.Count == 0)
            {
                factors = factors.Prepend(Coefficient.ToString(CultureInfo.InvariantCulture));
            }

            return string.Join(" * ", factors);
        }
    }
}
