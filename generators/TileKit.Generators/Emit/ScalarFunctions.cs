using System;
using System.Collections.Generic;
using System.Linq;
using TileKit.Generators.IR;

namespace TileKit.Generators.Emit;

/// <summary>Scalar ops as C# expressions.</summary>
internal static class ScalarFunctions
{
    public static string Of(Op op, Kernel kernel) => op switch
    {
        ConstantOp constant => Literals.Of(constant),
        ScalarParameterOp parameter => parameter.Name,
        DimOp dim => dim.Dim.ToString(),
        DimensionOp dimension => $"{View(dimension.Matrix, kernel)}.{dimension.Axis}",
        LoadScalarOp load => $"{View(load.Matrix, kernel)}.Scalar({(load.Row is null ? "0" : $"s{load.Row.Id}")}, s{load.Col.Id})",
        SliceOp slice => $"{View(slice.Source, kernel)}.Slice{slice.Axis}(s{slice.Start.Id}, s{slice.Count.Id}{(slice.Step is null ? "" : $", s{slice.Step.Id}")})",
        MapOp map => Map(map.Function, map, [.. map.Arguments.Select(a => $"s{a.Id}")]),
        _ => throw new InvalidOperationException($"{op.GetType().Name} is no scalar"),
    };

    /// <summary>The op's value as a local.</summary>
    public static string Declare(ValueOp op, Kernel kernel) =>
        $"{(op is SliceOp ? "var" : op.Result.Type.Element.CSharp())} s{op.Result.Id} = {Of(op, kernel)};";

    /// <summary>A matrix of a tensor as a <c>CpuView</c>.</summary>
    public static string View(Matrix matrix, Kernel kernel) => matrix is { Batch: { } batch, Depth: { } depth }
        ? $"{kernel.Tensors[matrix.Tensor].Name}.At(s{batch.Id}, s{depth.Id})"
        : Whole(matrix, kernel);

    /// <summary>What has a matrix's row stride: its slice, or else its tensor.</summary>
    public static string Whole(Matrix matrix, Kernel kernel) => matrix.Slice is { } slice ? $"s{slice.Id}" : kernel.Tensors[matrix.Tensor].Name;

    public static string Map(Function function, MapOp map, IReadOnlyList<string> a) => function switch
    {
        Function.Add => $"{a[0]} + {a[1]}",
        Function.Subtract => $"{a[0]} - {a[1]}",
        Function.Multiply => $"{a[0]} * {a[1]}",
        Function.Divide or Function.Remainder or Function.CeilDivide when map.Result.Type.Element == ElementType.Int => $"Extents.{function}({a[0]}, {a[1]})",
        Function.Divide => $"{a[0]} / {a[1]}",
        Function.Remainder => $"{a[0]} % {a[1]}",
        Function.Negate => $"-{a[0]}",
        Function.Less => $"{a[0]} < {a[1]}",
        Function.LessEqual => $"{a[0]} <= {a[1]}",
        Function.Greater => $"{a[0]} > {a[1]}",
        Function.GreaterEqual => $"{a[0]} >= {a[1]}",
        Function.Equal => $"{a[0]} == {a[1]}",
        Function.NotEqual => $"{a[0]} != {a[1]}",
        Function.And => $"{a[0]} & {a[1]}",
        Function.Or => $"{a[0]} | {a[1]}",
        Function.Not => $"!{a[0]}",
        Function.ShiftLeft => $"{a[0]} << {a[1]}",
        Function.ShiftRight => $"{a[0]} >> {a[1]}",
        Function.Select => $"{a[0]} ? {a[1]} : {a[2]}",
        Function.Cast => $"({map.Result.Type.Element.CSharp()}){a[0]}",
        Function.Fma => $"MathF.FusedMultiplyAdd({a[0]}, {a[1]}, {a[2]})",
        Function.Min or Function.Max => $"Math.{function}({string.Join(", ", a)})",
        _ => $"Ops.{function}({string.Join(", ", a)})",
    };
}
