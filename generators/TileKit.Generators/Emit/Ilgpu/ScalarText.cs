using System;
using System.Linq;
using TileKit.Generators.IR;
using TileKit.Generators.Passes;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>Scalar ops and places in tensors as expressions in an ILGPU kernel.</summary>
internal static class ScalarText
{
    public static string Of(ValueOp op, Kernel kernel) => op switch
    {
        ConstantOp constant => Literals.Of(constant),
        ScalarParameterOp { Result.Type.Element: ElementType.Bool } parameter => $"arguments.{parameter.Name} != 0",
        ScalarParameterOp parameter => $"arguments.{parameter.Name}",
        DimOp dim => dim.Dim.ToString(),
        DimensionOp dimension => Dimension(dimension.Matrix, dimension.Axis, kernel),
        LoadScalarOp load => Load(load, kernel),
        SliceOp { Axis: Axis.Rows } slice => $"{Sliced(slice.Source, kernel)}.SliceRows(s{slice.Start.Id}, s{slice.Count.Id}, {(slice.Step is null ? "1" : $"s{slice.Step.Id}")})",
        SliceOp slice => $"{Sliced(slice.Source, kernel)}.SliceCols(s{slice.Start.Id}, s{slice.Count.Id})",
        MapOp { Function: Function.Divide or Function.Remainder or Function.CeilDivide, Result.Type.Element: ElementType.Int } map =>
            $"Extents.{map.Function}(s{map.Arguments[0].Id}, s{map.Arguments[1].Id})",
        MapOp map => LanesFunctions.Of(map, [.. map.Arguments.Select(a => $"s{a.Id}")]),
        _ => throw new InvalidOperationException($"{op.GetType().Name} is no scalar"),
    };

    /// <summary>The op's value as a local.</summary>
    public static string Declare(ValueOp op, Kernel kernel) => $"{(op is SliceOp ? "var" : op.Result.Type.Element.Scalar())} s{op.Result.Id} = {Of(op, kernel)};";

    /// <summary>The elements from row to row of a matrix.</summary>
    public static string RowStride(Matrix matrix, Kernel kernel) => matrix.Slice is { } slice ? $"s{slice.Id}.RowStride" : $"{kernel.Tensors[matrix.Tensor].Name}.Cols";

    /// <summary>Whether every fourth column of each row may be read as a vector.</summary>
    public static string IsAligned(Matrix matrix, Kernel kernel) => matrix.Slice is { } slice ? $"s{slice.Id}.IsAligned" : $"({RowStride(matrix, kernel)} & 3) == 0";

    /// <summary>Whether eight elements may be copied at once from every eighth column of each row.</summary>
    public static string IsAlignedToEight(Matrix matrix, Kernel kernel) =>
        matrix.Slice is { } slice ? $"s{slice.Id}.IsAlignedToEight" : $"({RowStride(matrix, kernel)} & 7) == 0";

    /// <summary>A matrix as a slice.</summary>
    public static string Sliced(Matrix matrix, Kernel kernel) => matrix switch
    {
        { Slice: { } slice } => $"s{slice.Id}",
        { Batch: { } batch, Depth: { } depth } => $"{kernel.Tensors[matrix.Tensor].Name}.Matrix(s{batch.Id}, s{depth.Id})",
        _ => $"{kernel.Tensors[matrix.Tensor].Name}.Matrix(0, 0)",
    };

    /// <summary>A dimension of a matrix, zero where there is no such matrix.</summary>
    public static string Dimension(Matrix matrix, Axis axis, Kernel kernel)
    {
        if (matrix.Slice is { } slice)
        {
            return $"s{slice.Id}.{axis}";
        }

        var tensor = kernel.Tensors[matrix.Tensor].Name;
        return matrix is { Batch: { } batch, Depth: { } depth }
            ? $"Extents.Inside({tensor}.Batch, s{batch.Id}, {tensor}.Depth, s{depth.Id}, {tensor}.{axis})"
            : $"{tensor}.{axis}";
    }

    /// <summary>The memory of a tensor from an element of a matrix on.</summary>
    public static string At(Matrix matrix, string row, string col, Kernel kernel)
    {
        if (matrix.Slice is { } slice)
        {
            return $"s{slice.Id}.At(s{slice.Id}.Offset({row}, {col}))";
        }

        var tensor = kernel.Tensors[matrix.Tensor].Name;
        var (batch, depth) = matrix is { Batch: { } b, Depth: { } d } ? ($"s{b.Id}", $"s{d.Id}") : ("0", "0");
        return $"{tensor}.At({tensor}.Offset({batch}, {depth}, {row}, {col}))";
    }

    /// <summary>The memory of a tensor from the first element of a window on.</summary>
    public static string At(Window window, Kernel kernel) => window.Kind switch
    {
        WindowKind.Tile => At(window.Matrix, Scaled(window.Row, window.Rows), Scaled(window.Col, window.Cols), kernel),
        WindowKind.RowVec => At(window.Matrix, $"s{window.Row.Id}", Scaled(window.Col, window.Cols), kernel),
        _ => At(window.Matrix, $"s{window.Row.Id}", Scaled(window.Col, window.Rows), kernel),
    };

    /// <summary>The same of a tile in a matrix that is a local.</summary>
    public static string At(Window window, string matrix) => $"{matrix}.At({matrix}.Offset({Scaled(window.Row, window.Rows)}, {Scaled(window.Col, window.Cols)}))";

    private static string Scaled(Value index, Dim size) => $"s{index.Id} * {size}";

    private static string Load(LoadScalarOp load, Kernel kernel)
    {
        var element = kernel.Tensors[load.Matrix.Tensor].Element;
        var row = load.Row is null ? "0" : $"s{load.Row.Id}";
        var exists = $"Extents.RealInRow({Dimension(load.Matrix, Axis.Rows, kernel)}, {row}, {Dimension(load.Matrix, Axis.Cols, kernel)}, 1, s{load.Col.Id}) > 0";
        return $"{exists} ? {element.Format()}.Load({At(load.Matrix, row, $"s{load.Col.Id}", kernel)}, 0) : {element.Nothing()}";
    }
}
