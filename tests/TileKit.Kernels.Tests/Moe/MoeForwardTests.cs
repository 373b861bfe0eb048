using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>The whole layer: against routing, products and sum in float64.</summary>
public sealed class MoeForwardTests
{
    // tokens, columns, inner columns, experts, choices
    [Theory]
    [InlineData(50, 24, 17, 8, 3)]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(9, 33, 5, 40, 2)]
    [InlineData(0, 4, 4, 3, 2)]
    public void Generated(int tokens, int cols, int inner, int experts, int choices)
    {
        Draw<float>(tokens, cols, inner, experts, choices).RequireOnCpu();
        Draw<Half>(tokens, cols, inner, experts, choices).RequireOnCpu();
        Draw<BFloat16>(tokens, cols, inner, experts, choices).RequireOnCpu();
    }

    [Fact]
    public void Mutants() => Draw<float>(50, 24, 17, 8, 3).RequireMutantsRejected();

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_in_a_token_stays_in_its_row(double value)
    {
        const int Cols = 24;
        var launch = Draw<float>(50, Cols, 17, 8, 3);
        var clean = launch.Expected();
        launch.Inputs[0].Values[(20 * Cols) + 5] = value;
        RequireElsewhere(launch, clean, token => token == 20);
    }

    [Fact]
    public void What_is_not_finite_in_an_expert_reaches_those_who_chose_it()
    {
        const int Tokens = 50, Cols = 24, Inner = 17, Expert = 3;
        foreach (var (input, place) in ((int, int)[])[(2, ((Expert * 2 * Inner) + 9) * Cols), (3, ((Expert * Cols) + 7) * Inner)])
        {
            var launch = Draw<float>(Tokens, Cols, Inner, 8, 3);
            var clean = launch.Expected();
            var (experts, _) = MoeReference.Route(launch.Inputs[0], launch.Inputs[1], 3);
            launch.Inputs[input].Values[place] = double.NaN;
            RequireElsewhere(launch, clean, token => Enumerable.Range(0, 3).Any(k => experts[(k * Tokens) + token] == Expert), col => input == 2 || col == 7);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_the_callers_names()
    {
        using var device = new CpuDevice(1);
        using var x = device.Allocate<float>(4, 6);
        using var router = device.Allocate<float>(3, 6);
        using var w1 = device.Allocate<float>(3, 10, 6);
        using var w2 = device.Allocate<float>(3, 6, 4);
        using var o = device.Allocate<float>(4, 6);
        var exception = Assert.Throws<ArgumentException>(() => Moe.Forward(device, x, router, w1, w2, o, 2));
        Assert.Equal("w1", exception.ParamName);
        Assert.Contains("[3, 8, 6]", exception.Message, StringComparison.Ordinal);
        using var right = device.Allocate<float>(3, 8, 6);
        Assert.Equal("choices", Assert.Throws<ArgumentOutOfRangeException>(() => Moe.Forward(device, x, router, right, w2, o, 4)).ParamName);
    }

    // the spoiled elements are not finite, all others are as they would be
    private static void RequireElsewhere(Launch launch, Expectation clean, Func<int, bool> isSpoiled, Func<int, bool>? column = null)
    {
        using var device = new CpuDevice(2);
        var actual = launch.RunGenerated(device);
        var spoiled = actual.Select((_, i) => isSpoiled(i / clean.Cols) && column?.Invoke(i % clean.Cols) != false).ToArray();
        Assert.All(actual.Where((_, i) => spoiled[i]), value => Assert.False(double.IsFinite(value)));
        Assert.Contains(true, spoiled);
        launch.RequireAgreement(clean, [.. actual.Select((value, i) => spoiled[i] ? clean.Values[i] : value)], "elsewhere");
    }

    private static Launch Draw<T>(int tokens, int cols, int inner, int experts, int choices)
        where T : unmanaged
    {
        var random = new Random(tokens + cols + inner + experts);
        var precision = Precision.Of<T>();
        return new Launch(
            $"Moe.Forward {Element.Name<T>()}",
            [
                TestTensor.Draw<T>(random, tokens, cols), TestTensor.Draw<T>(random, experts, cols), TestTensor.Draw<T>(random, experts, 2 * inner, cols),
                TestTensor.Draw<T>(random, experts, cols, inner),
            ],
            precision with { Relative = 3 * precision.Relative },      // three results are rounded on the way
            (device, inputs) =>
            {
                var x = Array.ConvertAll(inputs, input => input.On<T>(device));
                using var o = device.Allocate<T>(tokens, cols);
                switch (x, o)
                {
                    case (DeviceTensor<float>[] t, DeviceTensor<float> z):
                        Moe.Forward(device, t[0], t[1], t[2], t[3], z, choices);
                        break;
                    case (DeviceTensor<Half>[] t, DeviceTensor<Half> z):
                        Moe.Forward(device, t[0], t[1], t[2], t[3], z, choices);
                        break;
                    case (DeviceTensor<BFloat16>[] t, DeviceTensor<BFloat16> z):
                        Moe.Forward(device, t[0], t[1], t[2], t[3], z, choices);
                        break;
                }

                Array.ForEach(x, tensor => tensor.Dispose());
                return o.Read();
            },
            (_, _) => throw new NotSupportedException("several launches"),
            inputs => Reference(inputs[0], inputs[1], inputs[2], inputs[3], choices));
    }

    private static Expectation Reference(TestTensor x, TestTensor router, TestTensor w1, TestTensor w2, int choices)
    {
        var o = new Expectation(x.Shape);
        var (experts, weights) = MoeReference.Route(x, router, choices);
        for (var t = 0; t < x.Rows; t++)
        {
            for (var k = 0; k < choices; k++)
            {
                var (expert, weight) = (experts[(k * x.Rows) + t], weights[(k * x.Rows) + t]);
                var inner = Enumerable.Range(0, w2.Cols).Select(i => MoeReference.SwiGlu(h => x[0, 0, t, h], w1, expert, i)).ToArray();
                for (var col = 0; col < x.Cols; col++)
                {
                    var (value, _) = MoeReference.Dot(w2.Cols, i => inner[i].Value * w2[0, expert, col, i]);
                    var (scale, _) = MoeReference.Dot(w2.Cols, i => inner[i].Scale * Math.Abs(w2[0, expert, col, i]));
                    o.Values[(t * x.Cols) + col] += weight * value;
                    o.Scales[(t * x.Cols) + col] += weight * scale;
                }
            }
        }

        return o;
    }
}
