namespace TileKit.Ilgpu.Tests.Kernels;

public class ElementaryTests
{
    // Relative; product and sum are rounded apart here, as on devices without a joined instruction.
    private const double Tolerance = 6e-7;

    [Fact]
    public void Exp2_agrees_with_double() => Check(Lanes.Exp2, x => Math.Pow(2, x), -152, 129);

    [Fact]
    public void Exp_agrees_with_double() => Check(Lanes.Exp, Math.Exp, -106, 90);

    [Fact]
    public void Log_agrees_with_double() => Check(Lanes.Log, Math.Log, 0, 10);

    [Fact]
    public void Log2_agrees_with_double() => Check(Lanes.Log2, Math.Log2, 0, 10);

    [Fact]
    public void Tanh_agrees_with_double() => Check(Lanes.Tanh, Math.Tanh, -12, 12);

    [Fact]
    public void Sigmoid_agrees_with_double() => Check(Lanes.Sigmoid, x => 1 / (1 + Math.Exp(-x)), -110, 90);

    [Fact]
    public void Silu_agrees_with_double() => Check(Lanes.Silu, x => x / (1 + Math.Exp(-x)), -110, 90);

    [Fact]
    public void Gelu_agrees_with_double_relative_to_x() => Check(
        Lanes.Gelu,
        x => x / (1 + Math.Exp(-2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))),
        -20,
        20,
        (x, _) => Math.Abs(x));

    [Fact]
    public void Sqrt_agrees_with_double() => Check(Lanes.Sqrt, Math.Sqrt, 0, 100);

    [Fact]
    public void Rsqrt_agrees_with_double() => Check(Lanes.Rsqrt, x => 1 / Math.Sqrt(x), 0, 100);

    [Fact]
    public void Relu_and_Abs_are_exact()
    {
        foreach (var x in Inputs(-3, 3))
        {
            Assert.Equal(Ops.Relu(x), Lanes.Relu(x));
            Assert.Equal(Ops.Abs(x), Lanes.Abs(x));
        }
    }

    [Fact]
    public void Max_and_Min_give_NaN_when_either_is_NaN()
    {
        float[] values = [float.NaN, float.NegativeInfinity, -1f, 0f, 2f, float.PositiveInfinity];
        foreach (var a in values)
        {
            foreach (var b in values)
            {
                Assert.Equal(MathF.Max(a, b), Lanes.Max(a, b));
                Assert.Equal(MathF.Min(a, b), Lanes.Min(a, b));
            }
        }
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.NaN)]
    [InlineData(1f)]
    [InlineData(-1f)]
    public void Special_values_are_those_of_the_eager_operations(float x)
    {
        Close(Ops.Exp(-x), Lanes.Exp(-x));
        Close(Ops.Exp(x), Lanes.Exp(x));
        Close(Ops.Exp2(x), Lanes.Exp2(x));
        Close(Ops.Log(x), Lanes.Log(x));
        Close(Ops.Log2(x), Lanes.Log2(x));
        Close(Ops.Sqrt(x), Lanes.Sqrt(x));
        Close(Ops.Tanh(x), Lanes.Tanh(x));
        Close(Ops.Sigmoid(x), Lanes.Sigmoid(x));
        Close(Ops.Silu(x), Lanes.Silu(x));
        Close(Ops.Gelu(x), Lanes.Gelu(x));

        static void Close(float want, float got) => Assert.True(want.Equals(got) || Math.Abs(want - got) <= Tolerance, $"{want} {got}");
    }

    private static void Check(
        Func<float, float> function, Func<double, double> exact, float from, float to, Func<double, double, double>? scale = null)
    {
        foreach (var x in Inputs(from, to))
        {
            var want = exact(x);
            var got = function(x);
            if (double.IsNaN(want) || double.IsInfinity((float)want))
            {
                Assert.True(((float)want).Equals(got), $"{x}: {got}, not {want}");
                continue;
            }

            // A result under the normal floats is as good as their spacing; so is one that a quotient passed through.
            var error = Math.Abs(got - want);
            var bound = Tolerance * (scale?.Invoke(x, want) ?? Math.Abs(want));
            Assert.True(error <= Math.Max(bound, 2e-44 * Math.Max(1, Math.Abs(x))), $"{x}: {got}, not {want}");
        }
    }

    private static List<float> Inputs(float from, float to)
    {
        var inputs = new List<float>
        {
            float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, 1f, -1f, float.Epsilon, -float.Epsilon, float.MaxValue,
            float.MinValue, 1.17549435e-38f, 1e-40f, 3e-39f, 1e30f, -1e30f, 1e-20f, -1e-20f, -149f, -150f, 127.99999f, 128f, -126.5f,
            88.72283f, 88.72285f, -103.97f, -87.4f, 0.6249f, 0.6251f, 0.99999994f, 1.0000001f,
        };
        var random = new Random(1);
        for (var i = 0; i < 30_000; i++)
        {
            inputs.Add(from + ((to - from) * i / 30_000f));
            inputs.Add((from + ((to - from) * random.NextSingle())) * MathF.Pow(2, -random.Next(20)));
            inputs.Add(BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
        }

        return inputs;
    }
}
