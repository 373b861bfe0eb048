using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests;

/// <summary>The linear layer with a DoRA adapter: against the same composition in float64.</summary>
public sealed class DoraLinearTests
{
    public static TheoryData<int, int, int, int> Cases => new()
    {
        { 5, 7, 9, 3 }, { 1, 1, 1, 1 }, { 33, 70, 40, 1 }, { 20, 65, 130, 17 }, { 3, 8, 5, 0 }, { 4, 0, 6, 2 }, { 0, 4, 4, 2 }, { 4, 4, 0, 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eager(int tokens, int inputs, int outputs, int rank) => Draw<float>(tokens, inputs, outputs, rank).RequireEager();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated(int tokens, int inputs, int outputs, int rank)
    {
        Draw<float>(tokens, inputs, outputs, rank).RequireOnCpu();
        Draw<Half>(tokens, inputs, outputs, rank).RequireOnCpu();
        Draw<BFloat16>(tokens, inputs, outputs, rank).RequireOnCpu();
    }

    [Fact]
    public void Eager_in_other_types()
    {
        Draw<Half>(20, 30, 40, 5).RequireEager();
        Draw<BFloat16>(20, 30, 40, 5).RequireEager();
    }

    [Fact]
    public void A_norm_of_nothing_does_not_divide_by_it()
    {
        var launch = Draw<float>(5, 7, 9, 3);
        launch.Inputs[5].Values[4] = 0;
        launch.Inputs[4].Values[4] = 1e-12f;
        launch.RequireEager();
    }

    [Fact]
    public void Mutants() => Draw<float>(5, 7, 9, 3).RequireMutantsRejected();

    internal static Launch Draw<T>(int tokens, int inputs, int outputs, int rank)
        where T : unmanaged
    {
        const float Scale = 0.5f;
        var random = new Random(tokens + inputs + outputs + rank);
        TestTensor[] tensors =
        [
            TestTensor.Draw<T>(random, tokens, inputs),
            TestTensor.Draw<T>(random, outputs, inputs),
            TestTensor.Draw<T>(random, rank, inputs),
            TestTensor.Draw<T>(random, outputs, rank),
            TestTensor.Draw<float>(random, outputs),
            new TestTensor([outputs], [.. TestTensor.Draw<float>(random, outputs).Values.Select(value => (double)(float)(0.5 + Math.Abs(value)))]),
        ];
        return new Launch(
            $"Dora.Linear {Element.Name<T>()}",
            tensors,
            Precision.Of<T>(),
            Launched<T>(tokens, outputs, Scale),
            (choice, x) =>
            {
                var y = new T[tokens * outputs];
                Dora.LinearProgram(
                    x[0].Eager<T>(), x[1].Eager<T>(), x[2].Eager<T>(), x[3].Eager<T>(), x[4].Eager<float>(), x[5].Eager<float>(), Global.Of(y, tokens, outputs),
                    Scale, Launch.Tile(choice), Launch.Tile(choice), Launch.Tile(choice), Launch.Tile(choice));
                return y.Read();
            },
            x => Reference(x[0], x[1], x[2], x[3], x[4].Values, x[5].Values, Scale));
    }

    private static Func<Device, TestTensor[], double[]> Launched<T>(int tokens, int outputs, float scale)
        where T : unmanaged => (device, x) =>
        {
            using var y = device.Allocate<T>(tokens, outputs);
            var t = Array.ConvertAll(x[..4], input => input.On<T>(device));
            using var magnitude = x[4].On<float>(device);
            using var norm = x[5].On<float>(device);
            switch (t, y)
            {
                case (DeviceTensor<float>[] f, DeviceTensor<float> z):
                    Dora.Linear(device, f[0], f[1], f[2], f[3], magnitude, norm, z, scale);
                    break;
                case (DeviceTensor<Half>[] f, DeviceTensor<Half> z):
                    Dora.Linear(device, f[0], f[1], f[2], f[3], magnitude, norm, z, scale);
                    break;
                case (DeviceTensor<BFloat16>[] f, DeviceTensor<BFloat16> z):
                    Dora.Linear(device, f[0], f[1], f[2], f[3], magnitude, norm, z, scale);
                    break;
            }

            Array.ForEach(t, tensor => tensor.Dispose());
            return y.Read();
        };

    private static Expectation Reference(TestTensor x, TestTensor w, TestTensor a, TestTensor b, double[] magnitude, double[] norm, float scale)
    {
        var y = new Expectation([x.Rows, w.Rows]);
        for (var t = 0; t < x.Rows; t++)
        {
            var xa = Enumerable.Range(0, a.Rows).Select(k => Dot(x.Cols, c => x[0, 0, t, c] * a[0, 0, k, c])).ToArray();
            for (var j = 0; j < w.Rows; j++)
            {
                var product = Dot(x.Cols, c => x[0, 0, t, c] * w[0, 0, j, c]);
                var lora = (Value: 0.0, Size: 0.0);
                for (var k = 0; k < a.Rows; k++)
                {
                    lora = (lora.Value + (xa[k].Value * b[0, 0, j, k]), lora.Size + (xa[k].Size * Math.Abs(b[0, 0, j, k])));
                }

                var g = magnitude[j] / Math.Max(norm[j], 1e-12);
                y.Set(
                    0, 0, t, j, product.Value + ((g - 1) * product.Value) + (g * (scale * lora.Value)),
                    ((1 + Math.Abs(g - 1)) * product.Size) + (Math.Abs(g) * scale * lora.Size));
            }
        }

        return y;
    }

    private static (double Value, double Size) Dot(int length, Func<int, double> term)
        => (Enumerable.Range(0, length).Sum(term), Enumerable.Range(0, length).Sum(i => Math.Abs(term(i))));
}
