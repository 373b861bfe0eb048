using System.ComponentModel;

namespace TileKit.Tuning;

/// <summary>Arithmetic of averages over a grid, for the formulas of generated kernels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Average
{
    /// <summary>The iterations of a loop whose bounds are averages themselves.</summary>
    public static double Iterations(double start, double end, double step)
    {
        var span = Math.Max(0, end - start);
        return step > 1 ? Math.Ceiling(span / step) : span;
    }

    /// <summary>A quotient rounded up; zero for a divisor of zero.</summary>
    public static double CeilDivide(double a, double b) => b == 0 ? 0 : Math.Ceiling(a / b);

    /// <summary>What a quotient rounded up is on average while its dividend moves: half a step more than the plain quotient.</summary>
    public static double MeanCeilDivide(double a, double b) => b == 0 ? 0 : Math.Max(0, (a / b) + 0.5);

    /// <summary>A quotient rounded towards zero; zero for a divisor of zero.</summary>
    public static double Divide(double a, double b) => b == 0 ? 0 : Math.Truncate(a / b);

    /// <summary>The elements of a dimension that a tile has on average.</summary>
    public static double Real(double dimension, int size) => dimension <= 0 ? 0 : dimension / Math.Ceiling(dimension / size);

    /// <summary>The rows of a group on average.</summary>
    public static double Share(double rows, double groups) => rows / Math.Max(groups, 1);

    /// <summary>The tiles of all groups.</summary>
    public static double Tiles(double rows, double groups, double size) => Math.Max(groups, 0) * CeilDivide(Share(rows, groups), size);
}
