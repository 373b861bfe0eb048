using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>Functions of compile-time scalars, so that tile sizes and conditions stay known through inlined calls.</summary>
internal static class ScalarFolding
{
    /// <summary>The result as a compile-time scalar, or null when an op must compute it.</summary>
    public static Binding? Fold(Function function, ElementType result, Binding[] arguments) => arguments switch
    {
        [IntBinding a] => FoldInt(function, result, a.Dim),
        [IntBinding a, IntBinding b] => a.Dim.IsSmall && b.Dim.IsSmall ? FoldInts(function, a.Dim, b.Dim) : null,
        [ConstantBinding { Element: ElementType.Float } a] when function == Function.Negate => ConstantBinding.Of(-FloatBits.ToFloat(a.Bits)),
        [ConstantBinding { Element: ElementType.Bool } a] when function == Function.Not => ConstantBinding.Of(a.Bits == 0),
        [ConstantBinding { Element: ElementType.Bool } a, ConstantBinding { Element: ElementType.Bool } b] => FoldBools(function, a.Bits != 0, b.Bits != 0),
        [ConstantBinding { Element: ElementType.Bool } a, _] when function is Function.And or Function.Or => FoldBool(function, a.Bits != 0, arguments[1]),
        [_, ConstantBinding { Element: ElementType.Bool } b] when function is Function.And or Function.Or => FoldBool(function, b.Bits != 0, arguments[0]),
        _ => null,
    };

    private static Binding? FoldInt(Function function, ElementType result, Dim a) => function switch
    {
        Function.Negate => new IntBinding(Dim.Constant(0) - a),
        Function.Cast when result == ElementType.Int => new IntBinding(a),
        Function.Cast when result == ElementType.Float && a.ConstantValue is { } value => ConstantBinding.Of((float)value),
        _ => null,
    };

    private static Binding? FoldInts(Function function, Dim a, Dim b) => function switch
    {
        Function.Add => new IntBinding(a + b),
        Function.Subtract => new IntBinding(a - b),
        Function.Multiply => new IntBinding(a * b),
        Function.Divide when b.ConstantValue is not 0 => new IntBinding(a / b),
        _ => a.ConstantValue is { } x && b.ConstantValue is { } y ? FoldConstants(function, x, y) : null,
    };

    private static Binding? FoldConstants(Function function, int a, int b) => function switch
    {
        Function.Remainder when b != 0 && b != -1 => IntBinding.Constant(a % b),
        Function.Min => IntBinding.Constant(a < b ? a : b),
        Function.Max => IntBinding.Constant(a > b ? a : b),
        Function.CeilDivide when a >= 0 && b > 0 => IntBinding.Constant((int)(((long)a + b - 1) / b)),
        Function.And => IntBinding.Constant(a & b),
        Function.Or => IntBinding.Constant(a | b),
        Function.ShiftLeft => IntBinding.Constant(a << b),
        Function.ShiftRight => IntBinding.Constant(a >> b),
        Function.Less => ConstantBinding.Of(a < b),
        Function.LessEqual => ConstantBinding.Of(a <= b),
        Function.Greater => ConstantBinding.Of(a > b),
        Function.GreaterEqual => ConstantBinding.Of(a >= b),
        Function.Equal => ConstantBinding.Of(a == b),
        Function.NotEqual => ConstantBinding.Of(a != b),
        _ => null,
    };

    private static Binding? FoldBools(Function function, bool a, bool b) => function switch
    {
        Function.And => ConstantBinding.Of(a && b),
        Function.Or => ConstantBinding.Of(a || b),
        Function.Equal => ConstantBinding.Of(a == b),
        Function.NotEqual => ConstantBinding.Of(a != b),
        _ => null,
    };

    private static Binding FoldBool(Function function, bool known, Binding other) =>
        known == (function == Function.And) ? other : ConstantBinding.Of(known);
}
