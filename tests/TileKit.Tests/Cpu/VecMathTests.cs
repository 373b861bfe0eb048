using TileKit.Cpu;
using Xunit.Sdk;

namespace TileKit.Tests.Cpu;

public class VecMathTests
{
    private const double Tolerance = 5e-7;

    [Fact]
    public void Exp2_agrees_with_double() => Check(Function.Exp2, x => Math.Pow(2, x), -152, 129);

    [Fact]
    public void Exp_agrees_with_double() => Check(Function.Exp, Math.Exp, -106, 90);

    [Fact]
    public void Log_agrees_with_double() => Check(Function.Log, x => Math.Log(x), 0, 10);

    [Fact]
    public void Log2_agrees_with_double() => Check(Function.Log2, x => Math.Log2(x), 0, 10);

    [Fact]
    public void Tanh_agrees_with_double() => Check(Function.Tanh, Math.Tanh, -12, 12);

    [Fact]
    public void Sigmoid_agrees_with_double() => Check(Function.Sigmoid, x => 1 / (1 + Math.Exp(-x)), -110, 90);

    [Fact]
    public void Silu_agrees_with_double() => Check(Function.Silu, x => x / (1 + Math.Exp(-x)), -110, 90);

    [Fact]
    public void Gelu_agrees_with_double_relative_to_x() => Check(
        Function.Gelu,
        x => x / (1 + Math.Exp(-2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))),
        -20,
        20,
        (x, _) => Math.Abs(x));

    [Fact]
    public void Rsqrt_agrees_with_double() => Check(Function.Rsqrt, x => 1 / Math.Sqrt(x), 0, 100);

    [Fact]
    public void Relu_agrees_with_double() => Check(Function.Relu, x => Math.Max(x, 0), -3, 3);

    private static void Check(
        Function function, Func<double, double> exact, float from, float to, Func<double, double, double>? scale = null) =>
        Widths.Each(new Sweep(function, exact, Inputs(from, to), scale ?? ((_, want) => Math.Abs(want))));

    private static float[] Inputs(float from, float to)
    {
        var inputs = new List<float>
        {
            float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, 1f, -1f, float.Epsilon, -float.Epsilon, float.MaxValue,
            float.MinValue, 1.17549435e-38f, 1e-40f, 3e-39f, 1e30f, -1e30f, 1e-20f, -1e-20f, -149f, -150f, 127.99999f, 128f, -126.5f,
            88.72283f, 88.72285f, -103.97f, -87.4f, 0.6249f, 0.6251f, 0.99999994f, 1.0000001f,
        };
        var random = new Random(1);
        for (var i = 0; i < 200_000; i++)
        {
            inputs.Add(from + ((to - from) * i / 200_000f));
            inputs.Add((from + ((to - from) * random.NextSingle())) * MathF.Pow(2, -random.Next(20)));
            if (i % 10 == 0)
            {
                inputs.Add(BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
            }
        }

        return [.. inputs];
    }

    private enum Function
    {
        Exp2,
        Exp,
        Log,
        Log2,
        Tanh,
        Sigmoid,
        Silu,
        Gelu,
        Relu,
        Rsqrt,
    }

    private sealed unsafe class Sweep(Function function, Func<double, double> exact, float[] inputs, Func<double, double, double> scale)
        : IAtWidth
    {
        public void Run<F, I>()
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var results = new float[inputs.Length];
            fixed (float* from = inputs, to = results)
            {
                for (var i = 0; i < inputs.Length; i += F.Count)
                {
                    Apply<F, I>(F.LoadPart(new Ptr<float>(from), i, inputs.Length - i))
                        .StorePart(new Ptr<float>(to), i, inputs.Length - i);
                }
            }

            for (var i = 0; i < inputs.Length; i++)
            {
                var want = exact(inputs[i]);
                var rounded = (float)want;

                // Denormal results have fewer digits; the intermediate values of a quotient may already be denormal.
                var close = float.IsNaN(rounded) ? float.IsNaN(results[i])
                    : float.IsInfinity(rounded) ? results[i] == rounded || Math.Abs(results[i]) > 3.402822e38
                    : Math.Abs(results[i] - want) <= (Tolerance * scale(inputs[i], want)) + Underflow;
                if (!close)
                {
                    throw new XunitException($"{function} of {inputs[i]:R} with {F.Count} lanes: {results[i]:R}, exact {want:R}");
                }
            }
        }

        private double Underflow => function is Function.Gelu ? 1.2e-38 : function is Function.Silu ? 3e-43 : 3e-45;

        private F Apply<F, I>(F x)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F> => function switch
            {
                Function.Exp2 => Either<F, I>(x, VecMath.Exp2<F, I>(x), VecMath.Exp2OfNegative<F, I>(x)),
                Function.Exp => Either<F, I>(x, VecMath.Exp<F, I>(x), VecMath.ExpOfNegative<F, I>(x)),
                Function.Log => VecMath.Log<F, I>(x),
                Function.Log2 => VecMath.Log2<F, I>(x),
                Function.Tanh => VecMath.Tanh<F, I>(x),
                Function.Sigmoid => VecMath.Sigmoid<F, I>(x),
                Function.Silu => VecMath.Silu<F, I>(x),
                Function.Gelu => VecMath.Gelu<F, I>(x),
                Function.Relu => VecMath.Relu<F, I>(x),
                _ => VecMath.Rsqrt<F, I>(x),
            };

        // what is for numbers that are not positive must agree there; where it does not, NaN shows it
        private static F Either<F, I>(F x, F always, F ofNegative)
            where F : struct, IFloatVec<F, I>
            where I : struct, IIntVec<I, F>
        {
            var differs = F.And(F.LessEqual(x, F.Broadcast(0f)), F.NotEqual(always, ofNegative));
            return F.Select(differs, F.Broadcast(float.NaN), always);
        }
    }
}
