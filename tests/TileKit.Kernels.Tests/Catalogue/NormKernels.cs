using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The kernels that normalise rows.</summary>
internal static class NormKernels
{
    public const float Epsilon = 1e-5f;

    /// <summary>Around extents of 128, 1024, 4096 and 16384 columns, and tiles of up to 128 rows.</summary>
    public static int[][] GpuShapes { get; } =
        [[19, 37], [1, 1], [129, 7], [17, 127], [3, 129], [5, 1024], [3, 1025], [2, 4099], [1, 16383], [0, 5], [5, 0]];

    public static IEnumerable<Kernel> All =>
    [
        .. Of<float>(Norms.Softmax, Norms.LayerNorm, Norms.RmsNorm),
        .. Of<Half>(Norms.Softmax, Norms.LayerNorm, Norms.RmsNorm),
        .. Of<BFloat16>(Norms.Softmax, Norms.LayerNorm, Norms.RmsNorm),
    ];

    private static IEnumerable<Kernel> Of<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>> softmax,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float> layerNorm,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>, float> rmsNorm)
        where T : unmanaged =>
    [
        new NormKernel<T>(
            "Softmax", 0, NormReferences.Softmax,
            (device, x, _, y) => softmax(device, x, y),
            (x, _, y, bm, n) => Norms.SoftmaxProgram(x, y, bm, n)),
        new NormKernel<T>(
            "LayerNorm", 2, NormReferences.LayerNorm,
            (device, x, weights, y) => layerNorm(device, x, weights[0], weights[1], y, Epsilon),
            (x, weights, y, bm, n) => Norms.LayerNormProgram(x, weights[0], weights[1], y, Epsilon, bm, n)),
        new NormKernel<T>(
            "RmsNorm", 1, NormReferences.RmsNorm,
            (device, x, weights, y) => rmsNorm(device, x, weights[0], y, Epsilon),
            (x, weights, y, bm, n) => Norms.RmsNormProgram(x, weights[0], y, Epsilon, bm, n)),
    ];
}

/// <summary>y = normalise(x; a vector for each weight).</summary>
internal sealed class NormKernel<T>(
    string name, int weights, Func<double[], TestTensor[], (double Value, double Scale)[]> reference, NormKernel<T>.Launcher launcher,
    NormKernel<T>.Program program) : Kernel
    where T : unmanaged
{
    public delegate void Launcher(Device device, DeviceTensor<T> x, DeviceTensor<T>[] weights, DeviceTensor<T> y);

    public delegate void Program(Global<T> x, Global<T>[] weights, Global<T> y, int BM, int N);

    public override string Name => $"Norms.{name} {Element.Name<T>()}";

    public override string[] Tunables => ["BM"];

    public override int[][] GpuShapes => NormKernels.GpuShapes;

    public override Launch Draw(Sizes sizes)
    {
        var shape = sizes.Shape(sizes.Next(), sizes.Next());
        var vectors = Enumerable.Range(0, weights).Select(_ => TestTensor.Draw<T>(sizes.Random, shape[^1]));
        return new Launch(
            Name,
            [TestTensor.Draw<T>(sizes.Random, shape), .. vectors],
            Precision.Of<T>(),
            (device, inputs) =>
            {
                var tensors = Array.ConvertAll(inputs, input => input.On<T>(device));
                using var y = device.Allocate<T>(shape);
                launcher(device, tensors[0], tensors[1..], y);
                Array.ForEach(tensors, tensor => tensor.Dispose());
                return Array.ConvertAll(y.ToArray(), Element.ToDouble);
            },
            (random, inputs) =>
            {
                var y = new T[TestTensor.Length(shape)];
                var tensors = Array.ConvertAll(inputs, input => input.Eager<T>());
                program(tensors[0], tensors[1..], Global.Of(y, shape), Launch.Tile(random), Math.Max(shape[^1], 1));
                return Array.ConvertAll(y, Element.ToDouble);
            },
            Reference);
    }

    private Expectation Reference(TestTensor[] inputs)
    {
        var y = new Expectation(inputs[0].Shape);
        for (var start = 0; start < y.Values.Length; start += y.Cols)
        {
            var row = reference(inputs[0].Values[start..(start + y.Cols)], inputs[1..]);
            for (var col = 0; col < row.Length; col++)
            {
                (y.Values[start + col], y.Scales[start + col]) = row[col];
            }
        }

        return y;
    }
}
