namespace TileKit;

/// <content>Functions of one argument, element by element.</content>
public static partial class Ops
{
    /// <summary>e to the power of each element.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Exp(Tile<float> x) => Elementwise.Tile<float, float>(x, Exp);

    /// <summary>e to the power of each element.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Exp(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Exp);

    /// <summary>e to the power of each element.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Exp(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Exp);

    /// <summary>e to the power of a number.</summary>
    /// <param name="x">A number.</param>
    public static float Exp(float x) => MathF.Exp(x);

    /// <summary>2 to the power of each element.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Exp2(Tile<float> x) => Elementwise.Tile<float, float>(x, Exp2);

    /// <summary>2 to the power of each element.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Exp2(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Exp2);

    /// <summary>2 to the power of each element.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Exp2(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Exp2);

    /// <summary>2 to the power of a number.</summary>
    /// <param name="x">A number.</param>
    public static float Exp2(float x) => (float)Math.Pow(2, x);

    /// <summary>The natural logarithm of each element: −∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Log(Tile<float> x) => Elementwise.Tile<float, float>(x, Log);

    /// <summary>The natural logarithm of each element: −∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Log(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Log);

    /// <summary>The natural logarithm of each element: −∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Log(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Log);

    /// <summary>The natural logarithm of a number: −∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A number.</param>
    public static float Log(float x) => MathF.Log(x);

    /// <summary>The logarithm to base 2 of each element: −∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Log2(Tile<float> x) => Elementwise.Tile<float, float>(x, Log2);

    /// <summary>The logarithm to base 2 of each element: −∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Log2(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Log2);

    /// <summary>The logarithm to base 2 of each element: −∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Log2(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Log2);

    /// <summary>The logarithm to base 2 of a number: −∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A number.</param>
    public static float Log2(float x) => MathF.Log2(x);

    /// <summary>The square root of each element: NaN of a negative number.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Sqrt(Tile<float> x) => Elementwise.Tile<float, float>(x, Sqrt);

    /// <summary>The square root of each element: NaN of a negative number.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Sqrt(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Sqrt);

    /// <summary>The square root of each element: NaN of a negative number.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Sqrt(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Sqrt);

    /// <summary>The square root of a number: NaN of a negative number.</summary>
    /// <param name="x">A number.</param>
    public static float Sqrt(float x) => MathF.Sqrt(x);

    /// <summary>1 over the square root of each element: +∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Rsqrt(Tile<float> x) => Elementwise.Tile<float, float>(x, Rsqrt);

    /// <summary>1 over the square root of each element: +∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Rsqrt(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Rsqrt);

    /// <summary>1 over the square root of each element: +∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Rsqrt(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Rsqrt);

    /// <summary>1 over the square root of a number: +∞ of 0, NaN of a negative number.</summary>
    /// <param name="x">A number.</param>
    public static float Rsqrt(float x) => (float)(1 / Math.Sqrt(x));

    /// <summary>The hyperbolic tangent of each element.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Tanh(Tile<float> x) => Elementwise.Tile<float, float>(x, Tanh);

    /// <summary>The hyperbolic tangent of each element.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Tanh(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Tanh);

    /// <summary>The hyperbolic tangent of each element.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Tanh(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Tanh);

    /// <summary>The hyperbolic tangent of a number.</summary>
    /// <param name="x">A number.</param>
    public static float Tanh(float x) => MathF.Tanh(x);

    /// <summary>The logistic function of each element, 1/(1 + e⁻ˣ).</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Sigmoid(Tile<float> x) => Elementwise.Tile<float, float>(x, Sigmoid);

    /// <summary>The logistic function of each element, 1/(1 + e⁻ˣ).</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Sigmoid(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Sigmoid);

    /// <summary>The logistic function of each element, 1/(1 + e⁻ˣ).</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Sigmoid(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Sigmoid);

    /// <summary>The logistic function of a number, 1/(1 + e⁻ˣ).</summary>
    /// <param name="x">A number.</param>
    public static float Sigmoid(float x) => (float)(1 / (1 + Math.Exp(-x)));

    /// <summary>x·sigmoid(x) of each element; NaN of −∞.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Silu(Tile<float> x) => Elementwise.Tile<float, float>(x, Silu);

    /// <summary>x·sigmoid(x) of each element; NaN of −∞.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Silu(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Silu);

    /// <summary>x·sigmoid(x) of each element; NaN of −∞.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Silu(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Silu);

    /// <summary>x·sigmoid(x) of a number; NaN of −∞.</summary>
    /// <param name="x">A number.</param>
    public static float Silu(float x) => (float)(x / (1 + Math.Exp(-x)));

    /// <summary>GELU of each element in its tanh form, 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))); NaN of −∞.</summary>
    /// <param name="x">A tile; the result is as large and as real.</param>
    public static Tile<float> Gelu(Tile<float> x) => Elementwise.Tile<float, float>(x, Gelu);

    /// <summary>GELU of each element in its tanh form, 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))); NaN of −∞.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static ColVec<float> Gelu(ColVec<float> x) => Elementwise.ColVec<float, float>(x, Gelu);

    /// <summary>GELU of each element in its tanh form, 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))); NaN of −∞.</summary>
    /// <param name="x">A vector; the result is as large and as real.</param>
    public static RowVec<float> Gelu(RowVec<float> x) => Elementwise.RowVec<float, float>(x, Gelu);

    /// <summary>GELU of a number in its tanh form, 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))); NaN of −∞.</summary>
    /// <param name="x">A number.</param>
    public static float Gelu(float x)
    {
        // 0.5·(1 + tanh(u)) is 1/(1 + e⁻²ᵘ), which does not cancel for large negative x.
        var u = Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x));
        return (float)(x / (1 + Math.Exp(-2 * u)));
    }

    /// <summary>The magnitude of each element; that of int.MinValue wraps to itself.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Abs<T>(Tile<T> x)
        where T : unmanaged
        => Elementwise.Tile<T, T>(x, Number<T>.For().Abs);

    /// <summary>The magnitude of each element; that of int.MinValue wraps to itself.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> Abs<T>(ColVec<T> x)
        where T : unmanaged
        => Elementwise.ColVec<T, T>(x, Number<T>.For().Abs);

    /// <summary>The magnitude of each element; that of int.MinValue wraps to itself.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> Abs<T>(RowVec<T> x)
        where T : unmanaged
        => Elementwise.RowVec<T, T>(x, Number<T>.For().Abs);

    /// <summary>The magnitude of a number.</summary>
    /// <param name="x">A number.</param>
    public static float Abs(float x) => Number<float>.For().Abs(x);

    /// <summary>The magnitude of a number; that of int.MinValue wraps to itself.</summary>
    /// <param name="x">A number.</param>
    public static int Abs(int x) => Number<int>.For().Abs(x);

    /// <summary>Each element where it is positive, else 0; NaN stays NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A tile; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static Tile<T> Relu<T>(Tile<T> x)
        where T : unmanaged
        => Elementwise.Tile<T, T>(x, Number<T>.For().Relu);

    /// <summary>Each element where it is positive, else 0; NaN stays NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static ColVec<T> Relu<T>(ColVec<T> x)
        where T : unmanaged
        => Elementwise.ColVec<T, T>(x, Number<T>.For().Relu);

    /// <summary>Each element where it is positive, else 0; NaN stays NaN.</summary>
    /// <typeparam name="T">float or int.</typeparam>
    /// <param name="x">A vector; the result is as large and as real.</param>
    /// <exception cref="NotSupportedException">The elements are neither float nor int.</exception>
    public static RowVec<T> Relu<T>(RowVec<T> x)
        where T : unmanaged
        => Elementwise.RowVec<T, T>(x, Number<T>.For().Relu);

    /// <summary>A number where it is positive, else 0; NaN stays NaN.</summary>
    /// <param name="x">A number.</param>
    public static float Relu(float x) => Number<float>.For().Relu(x);

    /// <summary>A number where it is positive, else 0.</summary>
    /// <param name="x">A number.</param>
    public static int Relu(int x) => Number<int>.For().Relu(x);
}
