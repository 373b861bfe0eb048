using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>Linear layers with weights of 4 bits, with activations in float and in 8 bits, against the formula in float64.</summary>
public sealed class LinearInt4Tests
{
    private const int Block = Int4Weights.BlockSize;

    // rows, blocks along K, columns of the result
    public static TheoryData<int, int, int> Cases => new() { { 1, 5, 129 }, { 3, 1, 128 }, { 1, 1, 1 }, { 5, 41, 300 }, { 2, 3, 250 }, { 0, 2, 5 }, { 2, 0, 5 }, { 2, 2, 0 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int m, int blocks, int n)
    {
        Draw<float>(m, blocks, n).RequireEager();
        Draw<float>(m, blocks, n, dynamic: true).RequireEager();
        DrawZeroPoints(m, blocks, n).RequireEager();
        DrawZeroPoints(m, blocks, n, dynamic: true).RequireEager();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int m, int blocks, int n)
    {
        Draw<float>(m, blocks, n).RequireOnCpu();
        Draw<float>(m, blocks, n, dynamic: true).RequireOnCpu();
        DrawZeroPoints(m, blocks, n).RequireOnCpu();
        DrawZeroPoints(m, blocks, n, dynamic: true).RequireOnCpu();
    }

    [Fact]
    public void Scales_in_Half()
    {
        foreach (var dynamic in (bool[])[false, true])
        {
            Draw<Half>(2, 3, 150, dynamic).RequireEager();
            Draw<Half>(2, 3, 150, dynamic).RequireOnCpu();
        }
    }

    [Fact]
    public void Mutants()
    {
        foreach (var launch in (Launch[])[Draw<float>(3, 2, 130), DrawZeroPoints(3, 2, 130), DrawZeroPoints(3, 2, 130, dynamic: true)])
        {
            launch.RequireMutantsRejected();
            var expected = launch.Expected();

            // halves of a byte the wrong way round, the rows of a block, the blocks of a scale, zero points left out
            RequireRejected("halves", 1, bits => (int)(((uint)(int)bits & 0x0F0F0F0F) << 4 | ((uint)(int)bits >> 4 & 0x0F0F0F0F)));
            RequireRejected("scales", 2, scale => scale == launch.Inputs[2].Values[0] ? launch.Inputs[2].Values[^1] + 1 : scale);
            if (launch.Inputs.Length > 3)
            {
                RequireRejected("zero points", 3, _ => 8);
            }

            void RequireRejected(string mutant, int input, Func<double, double> change)
            {
                var inputs = Array.ConvertAll(launch.Inputs, tensor => tensor);
                inputs[input] = inputs[input] with { Values = Array.ConvertAll(inputs[input].Values, value => change(value)) };
                Assert.True(expected.Fault(launch.Reference(inputs).Values, launch.Precision) is not null, mutant);
            }
        }
    }

    /// <summary>What rounding the activations to 8 bits costs: at most half a step for each of them.</summary>
    [Fact]
    public void Rounded_activations_are_off_by_half_a_step()
    {
        var launch = Draw<float>(4, 6, 140, dynamic: true);
        var exact = Reference(launch.Inputs, 140, dynamic: false, halfSteps: true);
        using var device = new CpuDevice(1);
        var actual = launch.RunGenerated(device);
        for (var i = 0; i < actual.Length; i++)
        {
            Assert.True(Math.Abs(actual[i] - exact.Values[i]) <= exact.Scales[i] * 1.0001, $"element {i}");
        }
    }

    /// <summary>The products of a block are added in 16 bits, which hold the largest of them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_largest_sums(double x)
    {
        var launch = Draw<float>(2, 3, 140, dynamic: true);
        Array.Fill(launch.Inputs[0].Values, x);
        Array.Fill(launch.Inputs[1].Values, -1); // all bits are ones: each weight is 15
        launch.RequireOnCpu();
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_stays_in_its_row(double value)
    {
        using var device = new CpuDevice(2);
        foreach (var dynamic in (bool[])[false, true])
        {
            var launch = Draw<float>(3, 2, 140, dynamic);
            launch.Inputs[0].Values[(2 * Block) + 40] = value;
            var actual = launch.RunGenerated(device);
            Assert.All(actual[140..280], x => Assert.False(double.IsFinite(x)));
            Assert.All(actual[..140].Concat(actual[280..]), x => Assert.True(double.IsFinite(x)));
        }
    }

    [Theory]
    [InlineData(new[] { 2, 3, 31 }, "x")]
    [InlineData(new[] { 2, 4, 32 }, "weights")]
    [InlineData(new[] { 3, 3, 32 }, "y")]
    public void Shapes_that_do_not_fit(int[] shape, string parameter)
    {
        using var device = new CpuDevice(1);
        using var on = new Uploaded(device);
        var weights = on.Output<int>(Int4Weights.WeightShape(96, 140));
        var scales = on.Output<float>(Int4Weights.ScaleShape(96, 140));
        var x = on.Output<float>(shape);
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => Quantized.LinearInt4(device, x, weights, scales, on.Output<float>([2, 140]))).ParamName);
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => Quantized.LinearInt4Dynamic(device, x, weights, scales, on.Output<float>([2, 140]))).ParamName);
    }

    internal static Launch Draw<T>(int m, int blocks, int n, bool dynamic = false)
        where T : unmanaged
    {
        var inputs = Inputs<T>(m, blocks, n);
        return new(
            $"Quantized.LinearInt4{(dynamic ? "Dynamic" : "")} {Element.Name<T>()}", inputs, Precision.Of<float>(),
            (device, t) =>
            {
                using var on = new Uploaded(device);
                var (x, weights, y) = (on.Input<float>(t[0]), on.Input<int>(t[1]), on.Output<float>([m, n]));
                switch (dynamic)
                {
                    case false when typeof(T) == typeof(Half):
                        Quantized.LinearInt4(device, x, weights, on.Input<Half>(t[2]), y);
                        break;
                    case false:
                        Quantized.LinearInt4(device, x, weights, on.Input<float>(t[2]), y);
                        break;
                    case true when typeof(T) == typeof(Half):
                        Quantized.LinearInt4Dynamic(device, x, weights, on.Input<Half>(t[2]), y);
                        break;
                    case true:
                        Quantized.LinearInt4Dynamic(device, x, weights, on.Input<float>(t[2]), y);
                        break;
                }

                return y.Read();
            },
            (random, t) =>
            {
                var y = new float[m * n];
                var (x, weights, scales, result) = (t[0].Eager<float>(), t[1].Eager<int>(), t[2].Eager<T>(), Global.Of(y, m, n));
                if (dynamic)
                {
                    Quantized.LinearInt4DynamicProgram(x, weights, scales, result, Launch.Tile(random));
                }
                else
                {
                    Quantized.LinearInt4Program(x, weights, scales, result, Launch.Tile(random));
                }

                return y.Read();
            },
            t => Reference(t, n, dynamic));
    }

    internal static Launch DrawZeroPoints(int m, int blocks, int n, bool dynamic = false)
    {
        TestTensor[] inputs = [.. Inputs<float>(m, blocks, n), ZeroPoints(blocks, n)];
        return new(
            $"Quantized.LinearInt4{(dynamic ? "Dynamic" : "")} with zero points", inputs, Precision.Of<float>(),
            (device, t) =>
            {
                using var on = new Uploaded(device);
                var (x, weights, scales, zeroPoints) = (on.Input<float>(t[0]), on.Input<int>(t[1]), on.Input<float>(t[2]), on.Input<sbyte>(t[3]));
                var y = on.Output<float>([m, n]);
                if (dynamic)
                {
                    Quantized.LinearInt4Dynamic(device, x, weights, scales, zeroPoints, y);
                }
                else
                {
                    Quantized.LinearInt4(device, x, weights, scales, zeroPoints, y);
                }

                return y.Read();
            },
            (random, t) =>
            {
                var y = new float[m * n];
                var (x, weights, scales, zeroPoints) = (t[0].Eager<float>(), t[1].Eager<int>(), t[2].Eager<float>(), t[3].Eager<sbyte>());
                if (dynamic)
                {
                    Quantized.LinearInt4DynamicZeroPointsProgram(x, weights, scales, zeroPoints, Global.Of(y, m, n), Launch.Tile(random));
                }
                else
                {
                    Quantized.LinearInt4ZeroPointsProgram(x, weights, scales, zeroPoints, Global.Of(y, m, n), Launch.Tile(random));
                }

                return y.Read();
            },
            t => Reference(t, n, dynamic));
    }

    private static TestTensor[] Inputs<T>(int m, int blocks, int n)
        where T : unmanaged
    {
        var random = new Random(m + (100 * blocks) + (10_000 * n));
        var (weights, scales) = (Int4Weights.WeightShape(Block * blocks, n), Int4Weights.ScaleShape(Block * blocks, n));
        return
        [
            TestTensor.Draw<float>(random, m, blocks, Block),
            Outputs.Integers(weights, Enumerable.Range(0, TestTensor.Length(weights)).Select(_ => random.Next(int.MinValue, int.MaxValue))),
            TestTensor.Draw<T>(random, scales),
        ];
    }

    private static TestTensor ZeroPoints(int blocks, int n)
    {
        var (random, shape) = (new Random(blocks + n), Int4Weights.ScaleShape(Block * blocks, n));
        return Outputs.Integers(shape, Enumerable.Range(0, TestTensor.Length(shape)).Select(_ => random.Next(16)));
    }

    /// <summary>The formula; the scales are that of absolute values, or half a step of the rounded activations times the weights' magnitudes.</summary>
    private static Expectation Reference(TestTensor[] inputs, int n, bool dynamic, bool halfSteps = false)
    {
        var (x, weights, scales) = (inputs[0], inputs[1], inputs[2]);
        var y = new Expectation([x.Depth, n]);
        for (var row = 0; row < y.Rows; row++)
        {
            var blocks = Enumerable.Range(0, x.Rows).Select(b => Activations(x, row, b, dynamic)).ToArray();
            for (var col = 0; col < y.Cols; col++)
            {
                var (sum, size) = (0.0, 0.0);
                for (var b = 0; b < x.Rows; b++)
                {
                    var scale = scales[0, col / 128, b, col % 128];
                    var zero = inputs.Length > 3 ? inputs[3][0, col / 128, b, col % 128] : 8;
                    for (var i = 0; i < Block; i++)
                    {
                        var bits = ((int)weights[0, col / 128, (4 * b) + (i % 4), col % 128] >> ((8 * (i / 8)) + (4 * (i % 8 / 4)))) & 15;
                        sum += blocks[b].Values[i] * scale * (bits - zero);
                        size += Math.Abs(halfSteps ? blocks[b].Step / 2 * scale * (bits - zero) : blocks[b].Values[i] * scale * (bits + zero));
                    }
                }

                y.Set(0, 0, row, col, sum, size);
            }
        }

        return y;
    }

    private static (double[] Values, double Step) Activations(TestTensor x, int row, int block, bool rounded)
    {
        var values = Enumerable.Range(0, Block).Select(i => (float)x[0, row, block, i]).ToArray();
        var top = values.Max(MathF.Abs);
        var step = top / 127.0;
        return (Array.ConvertAll(values, value => rounded ? step * MathF.Round(value * (127f / top)) : value), step);
    }
}
