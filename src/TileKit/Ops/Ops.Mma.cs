namespace TileKit;

/// <content>Matrix products, added to an accumulator (Mma) or on their own (Mm).</content>
public static partial class Ops
{
    /// <summary>acc + a·b.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second, where the accumulator has them too. The sum is taken in double and rounded once.
    /// </remarks>
    /// <typeparam name="T">float, Half or BFloat16.</typeparam>
    /// <param name="a">A tile, M×K.</param>
    /// <param name="b">A tile, K×N.</param>
    /// <param name="acc">What is added to, M×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    /// <exception cref="NotSupportedException">T is not float, Half or BFloat16.</exception>
    public static Tile<float> MmaAB<T>(Tile<T> a, Tile<T> b, Tile<float> acc)
        where T : unmanaged
        => MatrixProduct.Of(a, b, acc);

    /// <summary>acc + a·b of integers.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second, where the accumulator has them too. The sum wraps around.
    /// </remarks>
    /// <param name="a">A tile, M×K.</param>
    /// <param name="b">A tile, K×N.</param>
    /// <param name="acc">What is added to, M×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    public static Tile<int> MmaAB(Tile<sbyte> a, Tile<sbyte> b, Tile<int> acc)
        => MatrixProduct.OfIntegers(a, b, acc);

    /// <summary>a·b.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second. The sum is taken in double and rounded once.
    /// </remarks>
    /// <typeparam name="T">float, Half or BFloat16.</typeparam>
    /// <param name="a">A tile, M×K.</param>
    /// <param name="b">A tile, K×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    /// <exception cref="NotSupportedException">T is not float, Half or BFloat16.</exception>
    public static Tile<float> MmAB<T>(Tile<T> a, Tile<T> b)
        where T : unmanaged
        => MatrixProduct.Of(a, b, acc: null);

    /// <summary>a·b of integers.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second. The sum wraps around.
    /// </remarks>
    /// <param name="a">A tile, M×K.</param>
    /// <param name="b">A tile, K×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    public static Tile<int> MmAB(Tile<sbyte> a, Tile<sbyte> b)
        => MatrixProduct.OfIntegers(a, b, acc: null);

    /// <summary>acc + a·bᵀ.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second, where the accumulator has them too. The sum is taken in double and rounded once.
    /// </remarks>
    /// <typeparam name="T">float, Half or BFloat16.</typeparam>
    /// <param name="a">A tile, M×K.</param>
    /// <param name="b">A tile, N×K.</param>
    /// <param name="acc">What is added to, M×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    /// <exception cref="NotSupportedException">T is not float, Half or BFloat16.</exception>
    public static Tile<float> MmaABt<T>(Tile<T> a, Tile<T> b, Tile<float> acc)
        where T : unmanaged
        => MatrixProduct.Of(a, Transpose(b), acc);

    /// <summary>acc + a·bᵀ of integers.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second, where the accumulator has them too. The sum wraps around.
    /// </remarks>
    /// <param name="a">A tile, M×K.</param>
    /// <param name="b">A tile, N×K.</param>
    /// <param name="acc">What is added to, M×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    public static Tile<int> MmaABt(Tile<sbyte> a, Tile<sbyte> b, Tile<int> acc)
        => MatrixProduct.OfIntegers(a, Transpose(b), acc);

    /// <summary>a·bᵀ.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second. The sum is taken in double and rounded once.
    /// </remarks>
    /// <typeparam name="T">float, Half or BFloat16.</typeparam>
    /// <param name="a">A tile, M×K.</param>
    /// <param name="b">A tile, N×K.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    /// <exception cref="NotSupportedException">T is not float, Half or BFloat16.</exception>
    public static Tile<float> MmABt<T>(Tile<T> a, Tile<T> b)
        where T : unmanaged
        => MatrixProduct.Of(a, Transpose(b), acc: null);

    /// <summary>a·bᵀ of integers.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second. The sum wraps around.
    /// </remarks>
    /// <param name="a">A tile, M×K.</param>
    /// <param name="b">A tile, N×K.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    public static Tile<int> MmABt(Tile<sbyte> a, Tile<sbyte> b)
        => MatrixProduct.OfIntegers(a, Transpose(b), acc: null);

    /// <summary>acc + aᵀ·b.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second, where the accumulator has them too. The sum is taken in double and rounded once.
    /// </remarks>
    /// <typeparam name="T">float, Half or BFloat16.</typeparam>
    /// <param name="a">A tile, K×M.</param>
    /// <param name="b">A tile, K×N.</param>
    /// <param name="acc">What is added to, M×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    /// <exception cref="NotSupportedException">T is not float, Half or BFloat16.</exception>
    public static Tile<float> MmaAtB<T>(Tile<T> a, Tile<T> b, Tile<float> acc)
        where T : unmanaged
        => MatrixProduct.Of(Transpose(a), b, acc);

    /// <summary>acc + aᵀ·b of integers.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second, where the accumulator has them too. The sum wraps around.
    /// </remarks>
    /// <param name="a">A tile, K×M.</param>
    /// <param name="b">A tile, K×N.</param>
    /// <param name="acc">What is added to, M×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    public static Tile<int> MmaAtB(Tile<sbyte> a, Tile<sbyte> b, Tile<int> acc)
        => MatrixProduct.OfIntegers(Transpose(a), b, acc);

    /// <summary>aᵀ·b.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second. The sum is taken in double and rounded once.
    /// </remarks>
    /// <typeparam name="T">float, Half or BFloat16.</typeparam>
    /// <param name="a">A tile, K×M.</param>
    /// <param name="b">A tile, K×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    /// <exception cref="NotSupportedException">T is not float, Half or BFloat16.</exception>
    public static Tile<float> MmAtB<T>(Tile<T> a, Tile<T> b)
        where T : unmanaged
        => MatrixProduct.Of(Transpose(a), b, acc: null);

    /// <summary>aᵀ·b of integers.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second. The sum wraps around.
    /// </remarks>
    /// <param name="a">A tile, K×M.</param>
    /// <param name="b">A tile, K×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    public static Tile<int> MmAtB(Tile<sbyte> a, Tile<sbyte> b)
        => MatrixProduct.OfIntegers(Transpose(a), b, acc: null);

    /// <summary>acc + aᵀ·bᵀ.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second, where the accumulator has them too. The sum is taken in double and rounded once.
    /// </remarks>
    /// <typeparam name="T">float, Half or BFloat16.</typeparam>
    /// <param name="a">A tile, K×M.</param>
    /// <param name="b">A tile, N×K.</param>
    /// <param name="acc">What is added to, M×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    /// <exception cref="NotSupportedException">T is not float, Half or BFloat16.</exception>
    public static Tile<float> MmaAtBt<T>(Tile<T> a, Tile<T> b, Tile<float> acc)
        where T : unmanaged
        => MatrixProduct.Of(Transpose(a), Transpose(b), acc);

    /// <summary>acc + aᵀ·bᵀ of integers.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second, where the accumulator has them too. The sum wraps around.
    /// </remarks>
    /// <param name="a">A tile, K×M.</param>
    /// <param name="b">A tile, N×K.</param>
    /// <param name="acc">What is added to, M×N.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    public static Tile<int> MmaAtBt(Tile<sbyte> a, Tile<sbyte> b, Tile<int> acc)
        => MatrixProduct.OfIntegers(Transpose(a), Transpose(b), acc);

    /// <summary>aᵀ·bᵀ.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second. The sum is taken in double and rounded once.
    /// </remarks>
    /// <typeparam name="T">float, Half or BFloat16.</typeparam>
    /// <param name="a">A tile, K×M.</param>
    /// <param name="b">A tile, N×K.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    /// <exception cref="NotSupportedException">T is not float, Half or BFloat16.</exception>
    public static Tile<float> MmAtBt<T>(Tile<T> a, Tile<T> b)
        where T : unmanaged
        => MatrixProduct.Of(Transpose(a), Transpose(b), acc: null);

    /// <summary>aᵀ·bᵀ of integers.</summary>
    /// <remarks>
    /// The contraction runs over what is real in both operands. The result has the real rows of the first matrix and the real columns
    /// of the second. The sum wraps around.
    /// </remarks>
    /// <param name="a">A tile, K×M.</param>
    /// <param name="b">A tile, N×K.</param>
    /// <returns>A tile, M×N.</returns>
    /// <exception cref="ArgumentException">The nominal sizes do not fit together.</exception>
    public static Tile<int> MmAtBt(Tile<sbyte> a, Tile<sbyte> b)
        => MatrixProduct.OfIntegers(Transpose(a), Transpose(b), acc: null);
}
