using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>The experts that tokens choose, exactly, and their weights.</summary>
public sealed class MoeRouteTests
{
    // tokens, columns, experts, choices
    public static TheoryData<int, int, int, int> Cases => new()
    {
        { 37, 20, 8, 2 }, { 1, 1, 1, 1 }, { 50, 65, 33, 8 }, { 5, 3, 4, 4 }, { 0, 4, 4, 2 }, { 4, 6, 5, 0 }, { 3, 0, 3, 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int tokens, int cols, int experts, int choices) => Draw<float>(tokens, cols, experts, choices).RequireEager();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int tokens, int cols, int experts, int choices)
    {
        Draw<float>(tokens, cols, experts, choices).RequireOnCpu();
        Draw<Half>(tokens, cols, experts, choices).RequireOnCpu();
        Draw<BFloat16>(tokens, cols, experts, choices).RequireOnCpu();
    }

    [Fact]
    public void Eager_in_other_types()
    {
        Draw<Half>(20, 30, 9, 3).RequireEager();
        Draw<BFloat16>(20, 30, 9, 3).RequireEager();
    }

    [Fact]
    public void A_token_with_NaN_goes_to_no_expert()
    {
        var launch = Draw<float>(6, 5, 4, 2);
        launch.Inputs[0].Values[5] = double.NaN;
        var result = launch.RunEager(new Random(1));
        Assert.Equal([4, double.NaN], [result[1], result[(2 * 6) + 1]]);
        Assert.All(Enumerable.Range(0, 24).Where(i => i % 6 != 1), i => Assert.True(double.IsFinite(result[i])));
    }

    [Fact]
    public void Mutants() => Draw<float>(40, 20, 8, 2).RequireMutantsRejected();

    internal static Launch Draw<T>(int tokens, int cols, int experts, int choices)
        where T : unmanaged
    {
        var random = new Random(tokens + cols + experts + choices);
        return new Launch(
            $"Moe.Route {Element.Name<T>()}",
            [TestTensor.Draw<T>(random, tokens, cols), TestTensor.Draw<T>(random, experts, cols)],
            Precision.Of<float>(),
            Launched<T>(choices, tokens),
            (tiles, inputs) =>
            {
                var (chosen, weights) = (new int[choices * tokens], new float[choices * tokens]);
                Moe.RouteProgram(
                    inputs[0].Eager<T>(), inputs[1].Eager<T>(), Global.Of(weights, choices, tokens), Global.Of(chosen, choices, tokens),
                    Launch.Tile(tiles), Launch.Tile(tiles), Math.Max(experts, 1));
                return [.. chosen.Read(), .. weights.Read()];
            },
            inputs =>
            {
                var (chosen, weights) = MoeReference.Route(inputs[0], inputs[1], choices);

                // a weight's error is that of its logit, which is relative to the sum of magnitudes
                var scale = 1 + Enumerable.Range(0, tokens).Select(t => inputs[0].Values.Skip(t * cols).Take(cols).Sum(Math.Abs)).DefaultIfEmpty(0).Max();
                return Outputs.Join(
                    Outputs.Exactly([choices, tokens], chosen.Read()),
                    new Expectation([choices, tokens], weights, [.. weights.Select(weight => weight * scale)]));
            });
    }

    private static Func<Device, TestTensor[], double[]> Launched<T>(int choices, int tokens)
        where T : unmanaged => (device, inputs) =>
        {
            using var x = inputs[0].On<T>(device);
            using var router = inputs[1].On<T>(device);
            using var weights = device.Allocate<float>(choices, tokens);
            using var experts = device.Allocate<int>(choices, tokens);
            switch (x, router)
            {
                case (DeviceTensor<float> a, DeviceTensor<float> b):
                    Moe.Route(device, a, b, weights, experts);
                    break;
                case (DeviceTensor<Half> a, DeviceTensor<Half> b):
                    Moe.Route(device, a, b, weights, experts);
                    break;
                case (DeviceTensor<BFloat16> a, DeviceTensor<BFloat16> b):
                    Moe.Route(device, a, b, weights, experts);
                    break;
            }

            return [.. experts.Read(), .. weights.Read()];
        };
}
