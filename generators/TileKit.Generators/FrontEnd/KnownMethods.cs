using System.Collections.Generic;
using TileKit.Generators.IR;

namespace TileKit.Generators.FrontEnd;

/// <summary>What the methods of <c>Ops</c>, of the vector factories and of <c>Math</c> lower to. A new op is a new line here.</summary>
internal static class KnownMethods
{
    // A key "Name/count" holds for that number of parameters only and goes before the key "Name".
    private static readonly Dictionary<string, KnownMethod> Table = new()
    {
        ["Exp"] = Map(Function.Exp),
        ["Exp2"] = Map(Function.Exp2),
        ["Log"] = Map(Function.Log),
        ["Log2"] = Map(Function.Log2),
        ["Sqrt"] = Map(Function.Sqrt),
        ["Rsqrt"] = Map(Function.Rsqrt),
        ["Tanh"] = Map(Function.Tanh),
        ["Sigmoid"] = Map(Function.Sigmoid),
        ["Silu"] = Map(Function.Silu),
        ["Gelu"] = Map(Function.Gelu),
        ["Relu"] = Map(Function.Relu),
        ["Abs"] = Map(Function.Abs),
        ["Fma"] = Map(Function.Fma),
        ["Dot4"] = Map(Function.Dot4),
        ["Max"] = Map(Function.Max),
        ["Min"] = Map(Function.Min),
        ["Equal"] = Map(Function.Equal),
        ["NotEqual"] = Map(Function.NotEqual),
        ["Where"] = Map(Function.Select),
        ["Cast"] = Map(Function.Cast),
        ["CeilDiv"] = Map(Function.CeilDivide),

        ["Zeros"] = Fill(FillValue.Zero),
        ["Ones"] = Fill(FillValue.One),
        ["NegInfty"] = Fill(FillValue.Lowest),
        ["PosInfty"] = Fill(FillValue.Highest),
        ["Full"] = Fill(FillValue.Argument),
        ["RowIndex"] = new KnownMethod.Index(TileAxis.Row),
        ["ColIndex"] = new KnownMethod.Index(TileAxis.Col),

        ["RowSum"] = Reduce(Reduction.Sum, ReduceScope.Row),
        ["RowProd"] = Reduce(Reduction.Prod, ReduceScope.Row),
        ["RowMax"] = Reduce(Reduction.Max, ReduceScope.Row),
        ["RowMin"] = Reduce(Reduction.Min, ReduceScope.Row),
        ["ColSum"] = Reduce(Reduction.Sum, ReduceScope.Col),
        ["ColProd"] = Reduce(Reduction.Prod, ReduceScope.Col),
        ["ColMax"] = Reduce(Reduction.Max, ReduceScope.Col),
        ["ColMin"] = Reduce(Reduction.Min, ReduceScope.Col),
        ["Sum/1"] = Reduce(Reduction.Sum, ReduceScope.All),
        ["Max/1"] = Reduce(Reduction.Max, ReduceScope.All),
        ["Min/1"] = Reduce(Reduction.Min, ReduceScope.All),

        ["MmaAB"] = Mma(transposeA: false, transposeB: false, accumulate: true),
        ["MmaABt"] = Mma(transposeA: false, transposeB: true, accumulate: true),
        ["MmaAtB"] = Mma(transposeA: true, transposeB: false, accumulate: true),
        ["MmaAtBt"] = Mma(transposeA: true, transposeB: true, accumulate: true),
        ["MmAB"] = Mma(transposeA: false, transposeB: false, accumulate: false),
        ["MmABt"] = Mma(transposeA: false, transposeB: true, accumulate: false),
        ["MmAtB"] = Mma(transposeA: true, transposeB: false, accumulate: false),
        ["MmAtBt"] = Mma(transposeA: true, transposeB: true, accumulate: false),

        ["MakeCausal"] = new KnownMethod.Mask(MaskKind.Causal, Positions: 2, FillsLowest: true),
        ["Tril"] = new KnownMethod.Mask(MaskKind.Tril, Positions: 1, FillsLowest: false),
        ["Triu"] = new KnownMethod.Mask(MaskKind.Triu, Positions: 1, FillsLowest: false),
        ["RightFill"] = new KnownMethod.Mask(MaskKind.RightFill, Positions: 1, FillsLowest: false),
        ["LeftFill"] = new KnownMethod.Mask(MaskKind.LeftFill, Positions: 1, FillsLowest: false),
        ["UpperFill"] = new KnownMethod.Mask(MaskKind.UpperFill, Positions: 1, FillsLowest: false),
        ["LowerFill"] = new KnownMethod.Mask(MaskKind.LowerFill, Positions: 1, FillsLowest: false),
        ["Transpose"] = new KnownMethod.Transpose(),
        ["Subtile"] = new KnownMethod.Subtile(),

        ["Grid"] = new KnownMethod.Grid(),
        ["Groups"] = new KnownMethod.Groups(),
        ["Temp"] = new KnownMethod.Temp(),
        ["AtomicAdd"] = new KnownMethod.AtomicAdd(),
        ["ScatterAdd"] = new KnownMethod.ScatterAdd(),
    };

    // Scalar functions of System.Math and System.MathF; the overloads over double fall to the check of types.
    private static readonly Dictionary<string, Function> MathTable = new()
    {
        ["Abs"] = Function.Abs,
        ["Exp"] = Function.Exp,
        ["FusedMultiplyAdd"] = Function.Fma,
        ["Log"] = Function.Log,
        ["Log2"] = Function.Log2,
        ["Max"] = Function.Max,
        ["Min"] = Function.Min,
        ["Sqrt"] = Function.Sqrt,
        ["Tanh"] = Function.Tanh,
    };

    /// <summary>What a method of <c>Ops</c> or of a vector factory lowers to, or null.</summary>
    public static KnownMethod? Find(string name, int parameterCount) =>
        Table.TryGetValue(parameterCount == 1 ? name + "/1" : name, out var method) || Table.TryGetValue(name, out method) ? method : null;

    /// <summary>What a method of <c>Math</c> or <c>MathF</c> lowers to, or null.</summary>
    public static Function? FindMath(string name, int parameterCount) =>
        MathTable.TryGetValue(name, out var function) && !(name == "Log" && parameterCount == 2) ? function : null;

    private static KnownMethod Map(Function function) => new KnownMethod.Map(function);

    private static KnownMethod Fill(FillValue value) => new KnownMethod.Fill(value);

    private static KnownMethod Reduce(Reduction reduction, ReduceScope scope) => new KnownMethod.Reduce(reduction, scope);

    private static KnownMethod Mma(bool transposeA, bool transposeB, bool accumulate) => new KnownMethod.Mma(transposeA, transposeB, accumulate);
}

/// <summary>How a method of the language is lowered.</summary>
internal abstract record KnownMethod
{
    private KnownMethod()
    {
    }

    /// <summary>All arguments are those of the function.</summary>
    internal sealed record Map(Function Function) : KnownMethod;

    /// <summary>Sizes, then the value if it is an argument.</summary>
    internal sealed record Fill(FillValue Value) : KnownMethod;

    /// <summary>Sizes.</summary>
    internal sealed record Index(TileAxis Axis) : KnownMethod;

    internal sealed record Reduce(Reduction Reduction, ReduceScope Scope) : KnownMethod;

    internal sealed record Mma(bool TransposeA, bool TransposeB, bool Accumulate) : KnownMethod;

    /// <summary>The tile, <see cref="Positions"/> ints, then the fill unless it is the lowest value.</summary>
    internal sealed record Mask(MaskKind Kind, int Positions, bool FillsLowest) : KnownMethod;

    internal sealed record Transpose : KnownMethod;

    internal sealed record Subtile : KnownMethod;

    internal sealed record Grid : KnownMethod;

    internal sealed record Groups : KnownMethod;

    internal sealed record Temp : KnownMethod;

    internal sealed record AtomicAdd : KnownMethod;

    internal sealed record ScatterAdd : KnownMethod;
}

/// <summary>The value of a created tile or vector.</summary>
internal enum FillValue
{
    Zero,
    One,

    /// <summary>−∞, or the least int.</summary>
    Lowest,

    /// <summary>+∞, or the greatest int.</summary>
    Highest,
    Argument,
}
