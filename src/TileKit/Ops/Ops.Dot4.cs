namespace TileKit;

/// <content>Products of bytes, four of them in an int.</content>
public static partial class Ops
{
    /// <summary>The sum of four products: of a's bytes, which have no sign, and b's bytes, which have one. It is exact.</summary>
    /// <remarks>So four small numbers are multiplied at once: the dot product of four bytes that CPUs and GPUs have instructions for.</remarks>
    /// <param name="a">Four bytes from 0 to 255, the first in the lowest bits.</param>
    /// <param name="b">Four bytes from −128 to 127, the first in the lowest bits.</param>
    public static int Dot4(int a, int b) =>
        ((byte)a * (sbyte)b) + ((byte)(a >> 8) * (sbyte)(b >> 8)) + ((byte)(a >> 16) * (sbyte)(b >> 16)) + ((byte)(a >> 24) * (sbyte)(b >> 24));

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<int> Dot4(Tile<int> a, Tile<int> b) => Elementwise.Tile<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each row.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<int> Dot4(Tile<int> a, ColVec<int> b) => Elementwise.Tile<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A value for each row.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<int> Dot4(ColVec<int> a, Tile<int> b) => Elementwise.Tile<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for each column.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<int> Dot4(Tile<int> a, RowVec<int> b) => Elementwise.Tile<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A value for each column.</param>
    /// <param name="b">A tile.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static Tile<int> Dot4(RowVec<int> a, Tile<int> b) => Elementwise.Tile<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A tile.</param>
    /// <param name="b">A value for every element.</param>
    public static Tile<int> Dot4(Tile<int> a, int b) => Elementwise.Tile<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A tile.</param>
    public static Tile<int> Dot4(int a, Tile<int> b) => Elementwise.Tile<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static ColVec<int> Dot4(ColVec<int> a, ColVec<int> b) => Elementwise.ColVec<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    public static ColVec<int> Dot4(ColVec<int> a, int b) => Elementwise.ColVec<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    public static ColVec<int> Dot4(int a, ColVec<int> b) => Elementwise.ColVec<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A vector.</param>
    /// <exception cref="ArgumentException">The nominal sizes differ.</exception>
    public static RowVec<int> Dot4(RowVec<int> a, RowVec<int> b) => Elementwise.RowVec<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A vector.</param>
    /// <param name="b">A value for every element.</param>
    public static RowVec<int> Dot4(RowVec<int> a, int b) => Elementwise.RowVec<int, int>(a, b, Dot4);

    /// <summary>The sum of four products of bytes, element by element: of a's, which have no sign, and b's, which have one.</summary>
    /// <param name="a">A value for every element.</param>
    /// <param name="b">A vector.</param>
    public static RowVec<int> Dot4(int a, RowVec<int> b) => Elementwise.RowVec<int, int>(a, b, Dot4);
}
