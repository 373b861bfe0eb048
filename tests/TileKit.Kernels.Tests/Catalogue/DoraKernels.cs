using System.Globalization;
using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The kernels of weight-decomposed low-rank adaptation.</summary>
internal static class DoraKernels
{
    private static readonly int[][] GpuShapes = [[19, 37], [1, 1], [33, 129], [129, 5], [2, 300], [257, 31], [0, 5], [5, 0]];

    public static IEnumerable<Kernel> All => [Compose<float>(Dora.Compose), Compose<Half>(Dora.Compose), Compose<BFloat16>(Dora.Compose)];

    // a norm of −∞ counts as 1e-12, and the result is beyond Half
    private static DrawnKernel Compose<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<float>, DeviceTensor<float>, DeviceTensor<T>, float> launcher)
        where T : unmanaged => new($"Dora.Compose {Element.Name<T>()}", ["BN"], 1, GpuShapes, (name, sizes) =>
        {
            var shape = sizes.Shape(sizes.Next(), sizes.Next());
            var s = sizes.Random.Next(8) == 0 ? 0 : (float)(sizes.Random.NextDouble() * 4);
            return new Launch(
                string.Create(CultureInfo.InvariantCulture, $"{name} (s {s})"),
                [
                    TestTensor.Draw<T>(sizes.Random, shape),
                    TestTensor.Draw<T>(sizes.Random, shape),
                    TestTensor.Draw<float>(sizes.Random, shape[^1]),
                    Norm(sizes.Random, shape[^1]),
                ],
                Precision.Of<T>(),
                (device, inputs) =>
                {
                    using var on = new Uploaded(device);
                    var delta = on.Output<T>(shape);
                    launcher(
                        device, on.Input<T>(inputs[0]), on.Input<T>(inputs[1]), on.Input<float>(inputs[2]), on.Input<float>(inputs[3]), delta, s);
                    return Array.ConvertAll(delta.ToArray(), Element.ToDouble);
                },
                (random, inputs) =>
                {
                    var delta = new T[TestTensor.Length(shape)];
                    Dora.ComposeProgram(
                        inputs[0].Eager<T>(), inputs[1].Eager<T>(), inputs[2].Eager<float>(), inputs[3].Eager<float>(), Global.Of(delta, shape), s,
                        Launch.Tile(random));
                    return Array.ConvertAll(delta, Element.ToDouble);
                },
                inputs => Reference(inputs, s));
        });

    // norms of rows: positive
    private static TestTensor Norm(Random random, int length)
    {
        var norm = TestTensor.Draw<float>(random, length);
        return norm with { Values = Array.ConvertAll(norm.Values, x => (double)(float)(Math.Abs(x) + 0.05)) };
    }

    private static Expectation Reference(TestTensor[] inputs, float s)
    {
        var delta = new Expectation(inputs[0].Shape);
        for (var i = 0; i < delta.Values.Length; i++)
        {
            var col = i % delta.Cols;
            var (x, y) = (inputs[0].Values[i], inputs[1].Values[i]);
            var g = inputs[2].Values[col] / Math.Max(inputs[3].Values[col], 1e-12f);
            delta.Values[i] = ((g - 1) * x) + (g * (s * y));
            delta.Scales[i] = ((Math.Abs(g) + 1) * Math.Abs(x)) + Math.Abs(g * (s * y));
        }

        return delta;
    }
}
