using ILGPU.IR.Intrinsics;
using ILGPU.Util;

namespace TileKit.Ilgpu;

/// <content>
/// Elementary functions from the four basic operations, within a few units in the last place; ILGPU has none that every device
/// compiles. NaN gives NaN; infinities, overflow and underflow end where the exact function ends. Right whether or not the device's
/// compiler joins a product and a sum.
/// </content>
public static partial class Lanes
{
    /// <summary>eˣ.</summary>
    [IntrinsicImplementation]
    public static float Exp(float x) => Late.Exp(x);

    /// <summary>2ˣ.</summary>
    [IntrinsicImplementation]
    public static float Exp2(float x) => Late.Exp2(x);

    /// <summary>The natural logarithm.</summary>
    [IntrinsicImplementation]
    public static float Log(float x) => Late.Log(x);

    /// <summary>The logarithm to base 2.</summary>
    [IntrinsicImplementation]
    public static float Log2(float x) => Late.Log2(x);

    /// <summary>The square root.</summary>
    public static float Sqrt(float x) => MathF.Sqrt(x);

    /// <summary>1 / √x.</summary>
    public static float Rsqrt(float x) => 1f / MathF.Sqrt(x);

    /// <summary>The hyperbolic tangent.</summary>
    [IntrinsicImplementation]
    public static float Tanh(float x) => Late.Tanh(x);

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [IntrinsicImplementation]
    public static float Sigmoid(float x) => Late.Sigmoid(x);

    /// <summary>x · sigmoid(x).</summary>
    [IntrinsicImplementation]
    public static float Silu(float x) => Late.Silu(x);

    /// <summary>GELU in its tanh form, 0.5x · (1 + tanh(√(2/π) · (x + 0.044715x³))), accurate relative to |x|.</summary>
    [IntrinsicImplementation]
    public static float Gelu(float x) => Late.Gelu(x);

    internal static partial class Late
    {
        private const float Log2E = 1.44269502f;
        private const float Ln2 = 0.693147182f;

        // ln 2 in two pieces: the first has nine bits, so that its product with an exponent is exact.
        private const float Ln2High = 0.693359375f;
        private const float Ln2Low = -2.12194440e-4f;

        // A number of magnitude up to 2²² plus this one has no fraction left, and ends in its whole part.
        private const float Rounder = 12582912f;

        private const float SmallestNormal = 1.17549435e-38f;

        public static float Exp(float x)
        {
            // Beyond these bounds the result is 0 and ∞ all the same. The lower one gives 0 without underflow, which is slow on a CPU: a
            // masked score is −∞ and must cost nothing.
            x = Utilities.Select(x < -176f, -176f, x);
            x = Utilities.Select(x > 89.5f, 89.5f, x);
            var shifted = Fma(x, Log2E, Rounder);
            var whole = shifted - Rounder;
            var rest = Fma(whole, -Ln2Low, Fma(whole, -Ln2High, x));
            return Scale(Exp2OfFraction(rest * Log2E), shifted);
        }

        public static float Exp2(float x)
        {
            x = Utilities.Select(x < -254f, -254f, x);
            x = Utilities.Select(x > 129f, 129f, x);
            var shifted = x + Rounder;
            var whole = shifted - Rounder;
            return Scale(Exp2OfFraction(x - whole), shifted);
        }

        public static float Log(float x)
        {
            var bits = BitsForLog(x);
            var power = PowerOf(bits);
            return LogOfSpecial(x, Fma(Exponent(x, power), Ln2, LogOfFraction(bits - power)));
        }

        public static float Log2(float x)
        {
            var bits = BitsForLog(x);
            var power = PowerOf(bits);
            return LogOfSpecial(x, Fma(LogOfFraction(bits - power), Log2E, Exponent(x, power)));
        }

        public static float Tanh(float x)
        {
            // Near zero 1 − 2/(e²ˣ + 1) cancels, and an odd polynomial takes its place.
            var square = x * x;
            var p = Fma(-5.70498872745e-3f, square, 2.06390887954e-2f);
            p = Fma(p, square, -5.37397155531e-2f);
            p = Fma(p, square, 1.33314422036e-1f);
            p = Fma(p, square, -3.33332819422e-1f);
            var small = Fma(p * square, x, x);

            var large = 1f - (2f / (Exp(x + x) + 1f));
            return Utilities.Select(square < 0.625f * 0.625f, small, large);
        }

        public static float Sigmoid(float x)
        {
            // eˣ / (1 + eˣ) for negative x: the power never overflows.
            var power = Exp(-MathF.Abs(x));
            return Utilities.Select(x < 0f, power, 1f) / (1f + power);
        }

        public static float Silu(float x)
        {
            var power = Exp(-MathF.Abs(x));
            return x * Utilities.Select(x < 0f, power, 1f) / (1f + power);
        }

        public static float Gelu(float x)
        {
            // The same as x · sigmoid(2√(2/π) · (x + 0.044715x³)), here with base 2.
            var slope = Fma(x * x, -0.102943240f, -2.30220819f);
            return x / (1f + Exp2(slope * x));
        }

        // Minimax on [−½, ½] with 1 at 0, so that 2 to a whole power is exact.
        private static float Exp2OfFraction(float x)
        {
            var p = Fma(1.33425009e-3f, x, 9.66932718e-3f);
            p = Fma(p, x, 5.55040985e-2f);
            p = Fma(p, x, 0.240222901f);
            p = Fma(p, x, 0.693147302f);
            return Fma(p, x, 1f);
        }

        // x · 2ⁿ in two steps, since 2ⁿ itself may be out of range; n, from −254 to 129, is in the last bits of n + Rounder. At −254 both
        // factors are 0.
        private static float Scale(float x, float shifted)
        {
            var power = Bits.Of(shifted) - Bits.Of(Rounder);
            var first = power >> 1;
            return x * PowerOfTwo(first) * PowerOfTwo(power - first);
        }

        private static float PowerOfTwo(int power) => Bits.ToFloat((power + 127) << 23);

        // x = m · 2ᵉ with m in [⅔, 4/3). The bits of x, or of 2²³x where x is denormal:
        private static int BitsForLog(float x) => Bits.Of(Utilities.Select(x < SmallestNormal, x * 8388608f, x));

        // of these e, in the place of an exponent,
        private static int PowerOf(int bits) => (bits - 0x3F2AAAAB) & unchecked((int)0xFF800000);

        // as a number,
        private static float Exponent(float x, int power) => (power >> 23) - Utilities.Select(x < SmallestNormal, 23f, 0f);

        // and ln m.
        private static float LogOfFraction(int bits)
        {
            var f = Bits.ToFloat(bits) - 1f;
            var square = f * f;
            var odd = Fma(-0.130310059f, f, 0.140869141f);
            var even = Fma(-0.121483512f, f, 0.139814854f);
            var p = Fma(odd, square, even);
            p = Fma(p, f, -0.166846126f);
            p = Fma(p, f, 0.200120345f);
            p = Fma(p, f, -0.249996200f);
            p = Fma(p, f, 0.333331972f);
            p = Fma(p, f, -0.5f);
            return Fma(p, square, f);
        }

        // ∞ and NaN are their own logarithms; 0 has −∞, and what is negative none.
        private static float LogOfSpecial(float x, float logarithm)
        {
            logarithm = Utilities.Select(x < float.PositiveInfinity, logarithm, x);
            logarithm = Utilities.Select(x == 0f, float.NegativeInfinity, logarithm);
            return Utilities.Select(x < 0f, float.NaN, logarithm);
        }
    }
}
