using TileKit.Kernels.Tests.Harness;

namespace TileKit.Kernels.Tests.Catalogue;

/// <summary>The activations.</summary>
internal static class ActivationKernels
{
    // around tiles of 8 rows and up to 256 columns
    private static readonly int[][] GpuShapes = [[19, 37], [1, 1], [33, 129], [129, 5], [2, 300], [257, 31], [0, 5], [5, 0]];

    public static IEnumerable<Kernel> All =>
    [
        .. Of<float>(Activations.Gelu, Activations.SwiGlu, Activations.SwiGluPacked, Activations.GeGlu, Activations.GeGluPacked),
        .. Of<Half>(Activations.Gelu, Activations.SwiGlu, Activations.SwiGluPacked, Activations.GeGlu, Activations.GeGluPacked),
        .. Of<BFloat16>(Activations.Gelu, Activations.SwiGlu, Activations.SwiGluPacked, Activations.GeGlu, Activations.GeGluPacked),
    ];

    private static IEnumerable<Kernel> Of<T>(
        Action<Device, DeviceTensor<T>, DeviceTensor<T>> gelu,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>> swiGlu, Action<Device, DeviceTensor<T>, DeviceTensor<T>> swiGluPacked,
        Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>> geGlu, Action<Device, DeviceTensor<T>, DeviceTensor<T>> geGluPacked)
        where T : unmanaged =>
    [
        Plain("Gelu", Gelu, gelu, Activations.GeluProgram),
        Pair("SwiGlu", Silu, swiGlu, Activations.SwiGluProgram),
        Packed("SwiGluPacked", Silu, swiGluPacked, Activations.SwiGluPackedProgram),
        Pair("GeGlu", Gelu, geGlu, Activations.GeGluProgram),
        Packed("GeGluPacked", Gelu, geGluPacked, Activations.GeGluPackedProgram),
    ];

    private static DrawnKernel Plain<T>(
        string name, Func<double, double> activation, Action<Device, DeviceTensor<T>, DeviceTensor<T>> launcher, Action<Global<T>, Global<T>, int> program)
        where T : unmanaged =>
        OfOne(name, shape => shape, launcher, program, (shape, x) => Reference(shape, activation, i => (x[i], 1)));

    private static DrawnKernel Pair<T>(
        string name, Func<double, double> activation, Action<Device, DeviceTensor<T>, DeviceTensor<T>, DeviceTensor<T>> launcher,
        Action<Global<T>, Global<T>, Global<T>, int> program)
        where T : unmanaged => new($"Activations.{name} {Element.Name<T>()}", ["BN"], 0, GpuShapes, (name, sizes) =>
        {
            var shape = sizes.Shape(sizes.Next(), sizes.Next());
            return new Launch(
                name,
                [TestTensor.Draw<T>(sizes.Random, shape), TestTensor.Draw<T>(sizes.Random, shape)],
                Precision.Of<T>(),
                (device, inputs) =>
                {
                    using var on = new Uploaded(device);
                    var y = on.Output<T>(shape);
                    launcher(device, on.Input<T>(inputs[0]), on.Input<T>(inputs[1]), y);
                    return Array.ConvertAll(y.ToArray(), Element.ToDouble);
                },
                (random, inputs) =>
                {
                    var y = new T[TestTensor.Length(shape)];
                    program(inputs[0].Eager<T>(), inputs[1].Eager<T>(), Global.Of(y, shape), Launch.Tile(random));
                    return Array.ConvertAll(y, Element.ToDouble);
                },
                inputs => Reference(shape, activation, i => (inputs[0].Values[i], inputs[1].Values[i])));
        });

    private static DrawnKernel Packed<T>(
        string name, Func<double, double> activation, Action<Device, DeviceTensor<T>, DeviceTensor<T>> launcher,
        Action<Global<T>, Global<T>, int> program)
        where T : unmanaged =>
        OfOne(name, shape => [.. shape[..^1], 2 * shape[^1]], launcher, program, (shape, x) => Reference(shape, activation, i =>
        {
            var half = shape[^1];
            var place = (i / half * 2 * half) + (i % half);
            return (x[place], x[place + half]);
        }));

    private static DrawnKernel OfOne<T>(
        string name, Func<int[], int[]> shapeOfX, Action<Device, DeviceTensor<T>, DeviceTensor<T>> launcher, Action<Global<T>, Global<T>, int> program,
        Func<int[], double[], Expectation> reference)
        where T : unmanaged => new($"Activations.{name} {Element.Name<T>()}", ["BN"], 0, GpuShapes, (name, sizes) =>
        {
            var shape = sizes.Shape(sizes.Next(), sizes.Next());
            return new Launch(
                name,
                [TestTensor.Draw<T>(sizes.Random, shapeOfX(shape))],
                Precision.Of<T>(),
                (device, inputs) =>
                {
                    using var on = new Uploaded(device);
                    var y = on.Output<T>(shape);
                    launcher(device, on.Input<T>(inputs[0]), y);
                    return Array.ConvertAll(y.ToArray(), Element.ToDouble);
                },
                (random, inputs) =>
                {
                    var y = new T[TestTensor.Length(shape)];
                    program(inputs[0].Eager<T>(), Global.Of(y, shape), Launch.Tile(random));
                    return Array.ConvertAll(y, Element.ToDouble);
                },
                inputs => reference(shape, inputs[0].Values));
        });

    private static Expectation Reference(int[] shape, Func<double, double> activation, Func<int, (double Gate, double Up)> at)
    {
        var y = new Expectation(shape);
        for (var i = 0; i < y.Values.Length; i++)
        {
            var (gate, up) = at(i);
            (y.Values[i], y.Scales[i]) = (activation(gate) * up, Math.Abs(gate * up));
        }

        return y;
    }

    private static double Silu(double x) => x / (1 + Math.Exp(-x));

    private static double Gelu(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));
}
