using System.ComponentModel;
using System.Numerics;

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

    /// <summary>The tiles of a dimension, where the one at its end counts as the part that it has; if it is the only one, as one.</summary>
    public static double WholeTiles(double dimension, double size) => dimension <= 0 || size <= 0 ? 0 : Math.Max(1, dimension / size);

    /// <summary>What a quotient rounded down is on average while its dividend, a on average, moves in steps from a first value.</summary>
    public static double MeanDivide(double a, double b, double step, double first) => b <= 0 ? 0 : Math.Max(0, (a - MeanRest(first, step, b)) / b);

    /// <summary>What a quotient rounded up is on average while its dividend, a on average, moves in steps from a first value.</summary>
    public static double MeanCeilDivide(double a, double b, double step, double first) => b <= 0 ? 0 : Math.Max(0, (a + MeanRest(-first, step, b)) / b);

    /// <summary>A quotient rounded towards zero; zero for a divisor of zero.</summary>
    public static double Divide(double a, double b) => b == 0 ? 0 : Math.Truncate(a / b);

    /// <summary>The elements of a dimension that a tile has on average.</summary>
    public static double Real(double dimension, int size) => dimension <= 0 ? 0 : dimension / Math.Ceiling(dimension / size);

    /// <summary>The rows of a group on average.</summary>
    public static double Share(double rows, double groups) => rows / Math.Max(groups, 1);

    /// <summary>The tiles of all groups, where a group's rows vary about their mean as counts of independent choices do.</summary>
    public static double Tiles(double rows, double groups, double size)
    {
        var mean = Share(rows, groups);
        if (mean <= 0 || size <= 0)
        {
            return 0;
        }

        var spread = Math.Min(mean, Math.Sqrt(3 * mean));
        return groups * (Sum(mean + spread) - Sum(mean - spread)) / (2 * spread);

        // the integral of the tiles from no rows to x
        double Sum(double x)
        {
            var whole = Math.Floor(x / size);
            return (size * whole * (whole + 1) / 2) + ((x - (whole * size)) * (whole + 1));
        }
    }

    /// <summary>The rows that a tile of a group has on average.</summary>
    public static double RealOfGroup(double rows, double groups, double size)
    {
        var tiles = Tiles(rows, groups, size);
        return tiles == 0 ? 0 : rows / tiles;
    }

    // the rests of a division by b pass through all that are as far from the first value as their common divisor with the step allows
    private static double MeanRest(double first, double step, double b)
    {
        var common = (double)BigInteger.GreatestCommonDivisor((long)step, (long)b);
        return (first - (Math.Floor(first / common) * common)) + ((b - common) / 2);
    }
}
