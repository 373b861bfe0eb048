using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The kernels that add a residual and normalise: the sum first and then the normal rows, as one tensor of twice the matrices.</summary>
internal static class AddNormKernels
{
    public static IEnumerable<Kernel> All =>
    [
        .. Of<float>(Norms.AddRmsNorm, Norms.AddLayerNorm),
        .. Of<Half>(Norms.AddRmsNorm, Norms.AddLayerNorm),
        .. Of<BFloat16>(Norms.AddRmsNorm, Norms.AddLayerNorm),
    ];

    private delegate void Launcher<T>(Device device, DeviceTensor<T>[] inputs, DeviceTensor<T> sum, DeviceTensor<T> y)
        where T : unmanaged;

    private delegate void Program<T>(Global<T>[] inputs, Global<T> sum, Global<T> y, int BM, int N)
        where T : unmanaged;

    private static IEnumerable<Kernel> Of<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float> rmsNorm,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float> layerNorm)
        where T : unmanaged =>
    [
        Of<T>(
            "AddRmsNorm", 1, NormReferences.RmsNorm,
            (device, x, sum, y) => rmsNorm(device, x[0], x[1], x[2], sum, y, NormKernels.Epsilon),
            (x, sum, y, bm, n) => Norms.AddRmsNormProgram(x[0], x[1], x[2], sum, y, NormKernels.Epsilon, bm, n)),
        Of<T>(
            "AddLayerNorm", 2, NormReferences.LayerNorm,
            (device, x, sum, y) => layerNorm(device, x[0], x[1], x[2], x[3], sum, y, NormKernels.Epsilon),
            (x, sum, y, bm, n) => Norms.AddLayerNormProgram(x[0], x[1], x[2], x[3], sum, y, NormKernels.Epsilon, bm, n)),
    ];

    private static DrawnKernel Of<T>(
        string name, int weights, Func<double[], TestTensor[], (double Value, double Scale)[]> norm, Launcher<T> launcher, Program<T> program)
        where T : unmanaged => new($"Norms.{name} {Element.Name<T>()}", ["BM"], 0, NormKernels.GpuShapes, (name, sizes) =>
        {
            var shape = sizes.Shape(sizes.Next(), sizes.Next());
            var vectors = Enumerable.Range(0, weights).Select(_ => TestTensor.Draw<T>(sizes.Random, shape[^1]));
            return new Launch(
                name,
                [TestTensor.Draw<T>(sizes.Random, shape), TestTensor.Draw<T>(sizes.Random, shape), .. vectors],
                Precision.Of<T>(),
                (device, inputs) =>
                {
                    using var on = new Uploaded(device);
                    var (sum, y) = (on.Output<T>(shape), on.Output<T>(shape));
                    launcher(device, on.Inputs<T>(inputs), sum, y);
                    return [.. sum.ToArray().Concat(y.ToArray()).Select(Element.ToDouble)];
                },
                (random, inputs) =>
                {
                    var (sum, y) = (new T[TestTensor.Length(shape)], new T[TestTensor.Length(shape)]);
                    program(
                        Array.ConvertAll(inputs, input => input.Eager<T>()), Global.Of(sum, shape), Global.Of(y, shape),
                        Launch.Tile(random), Math.Max(shape[^1], 1));
                    return [.. sum.Concat(y).Select(Element.ToDouble)];
                },
                inputs => Reference(inputs, norm));
        });

    private static Expectation Reference(TestTensor[] inputs, Func<double[], TestTensor[], (double Value, double Scale)[]> norm)
    {
        var (x, residual) = (inputs[0], inputs[1]);
        var both = new Expectation(x.Shape.Length == 4 ? [2 * x.Batch, .. x.Shape[1..]] : [2, .. x.Shape]);
        for (var i = 0; i < x.Values.Length; i++)
        {
            both.Values[i] = x.Values[i] + residual.Values[i];
            both.Scales[i] = Math.Abs(x.Values[i]) + Math.Abs(residual.Values[i]);
        }

        for (var start = 0; start < x.Values.Length; start += x.Cols)
        {
            var row = norm(both.Values[start..(start + x.Cols)], inputs[2..]);
            for (var col = 0; col < row.Length; col++)
            {
                var place = x.Values.Length + start + col;
                (both.Values[place], both.Scales[place]) = row[col];
            }
        }

        return both;
    }
}
