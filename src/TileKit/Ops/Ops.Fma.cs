namespace TileKit;

/// <content>Multiply and add, element by element.</content>
public static partial class Ops
{
    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <param name="c">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, Tile<float> b, Tile<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <param name="c">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, Tile<float> b, ColVec<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <param name="c">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, Tile<float> b, RowVec<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <param name="c">A value for every element.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, Tile<float> b, float c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <param name="c">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, ColVec<float> b, Tile<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <param name="c">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, ColVec<float> b, ColVec<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <param name="c">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, ColVec<float> b, RowVec<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <param name="c">A value for every element.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, ColVec<float> b, float c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <param name="c">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, RowVec<float> b, Tile<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <param name="c">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, RowVec<float> b, ColVec<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <param name="c">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, RowVec<float> b, RowVec<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <param name="c">A value for every element.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, RowVec<float> b, float c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <param name="c">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, float b, Tile<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <param name="c">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, float b, ColVec<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <param name="c">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<float> Fma(Tile<float> a, float b, RowVec<float> c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    /// <param name="c">A value for every element.</param>
    public static Tile<float> Fma(Tile<float> a, float b, float c)
        => Elementwise.Tile<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <param name="c">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static ColVec<float> Fma(ColVec<float> a, ColVec<float> b, ColVec<float> c)
        => Elementwise.ColVec<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <param name="c">A value for every element.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static ColVec<float> Fma(ColVec<float> a, ColVec<float> b, float c)
        => Elementwise.ColVec<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <param name="c">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static ColVec<float> Fma(ColVec<float> a, float b, ColVec<float> c)
        => Elementwise.ColVec<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <param name="c">A value for every element.</param>
    public static ColVec<float> Fma(ColVec<float> a, float b, float c)
        => Elementwise.ColVec<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <param name="c">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static RowVec<float> Fma(RowVec<float> a, RowVec<float> b, RowVec<float> c)
        => Elementwise.RowVec<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <param name="c">A value for every element.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static RowVec<float> Fma(RowVec<float> a, RowVec<float> b, float c)
        => Elementwise.RowVec<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <param name="c">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static RowVec<float> Fma(RowVec<float> a, float b, RowVec<float> c)
        => Elementwise.RowVec<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, element by element, rounded once.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    /// <param name="c">A value for every element.</param>
    public static RowVec<float> Fma(RowVec<float> a, float b, float c)
        => Elementwise.RowVec<float, float, float>(a, b, c, MathF.FusedMultiplyAdd);

    /// <summary>a·b + c, rounded once.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">A factor.</param>
    /// <param name="c">A summand.</param>
    public static float Fma(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);
}
