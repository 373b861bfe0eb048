namespace TileKit.Ilgpu;

/// <content>Division of whole scalars, which lanes have not.</content>
public static partial class Lanes
{
    /// <summary>A quotient; zero for a divisor of zero.</summary>
    public static int Divide(int a, int b) => Extents.Divide(a, b);

    /// <summary>A remainder; zero for a divisor of zero.</summary>
    public static int Remainder(int a, int b) => Extents.Remainder(a, b);

    /// <summary>A quotient rounded up; zero for a divisor of zero.</summary>
    public static int CeilDivide(int a, int b) => Extents.CeilDivide(a, b);
}
